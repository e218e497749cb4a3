package penumbra.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Operation;
import penumbra.catalogue.Parameter;
import penumbra.cli.CommandLineRun;
import penumbra.cli.Samples;

class OptionNamesTest {
  @TempDir private Path folder;

  static List<Operation> operations() {
    return Catalogue.operations();
  }

  private CommandLineRun run(String... words) {
    Path in = Samples.write(folder.resolve("in.png"), Samples.noise(1, 230, 240));
    List<String> line = new ArrayList<>(List.of("filter"));
    line.addAll(List.of(words));
    line.addAll(List.of(in.toString(), "-o", folder.resolve("out.npy").toString()));
    return CommandLineRun.of(line.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aWrongValueOfEveryParameterIsToldUnderTheOptionAsTyped(Operation operation) {
    for (Parameter parameter : operation.parameters()) {
      String option = "--" + parameter.name();
      for (String wrong : wrong(parameter)) {
        assertNames(option, run(operation.name(), option + "=" + wrong));
        CommandLineRun chained = run("gaussian", "+", operation.name(), option, wrong);
        assertNames(option, chained);
        assertThat(chained.err()).contains(operation.name() + ": " + option);
      }
      // Whether a number that is none is allowed is the filter's to say.
      for (String odd : List.of("NaN", "Infinity", "-Infinity")) {
        if (parameter.kind() == Parameter.Kind.NUMBER) {
          CommandLineRun run = run(operation.name(), option + "=" + odd);
          if (run.code() != 0) {
            assertNames(option, run);
          }
        }
      }
    }
  }

  private static List<String> wrong(Parameter parameter) {
    List<String> wrong = new ArrayList<>(List.of("xyzzy"));
    if (parameter.kind() == Parameter.Kind.WHOLE_NUMBER) {
      wrong.add("1.5");
    }
    boolean number = parameter.kind() != Parameter.Kind.NAME;
    if (number && parameter.min() > Double.NEGATIVE_INFINITY) {
      wrong.add(Long.toString((long) parameter.min() - 1));
    }
    if (number && parameter.max() < 1e9) {
      wrong.add(Long.toString((long) parameter.max() + 1));
    }
    return wrong;
  }

  private static void assertNames(String option, CommandLineRun run) {
    assertThat(run.code()).as(run.toString()).isNotZero();
    assertThat(run.err())
        .startsWith("penumbra: ")
        .hasLineCount(1)
        .containsPattern("(?<![\\w-])" + option + "(?![\\w-])")
        .doesNotContainPattern("(?<![\\w./-])[a-z]+[A-Z][A-Za-z]*(?= (must|,))");
  }

  @Test
  void otherParametersInAMessageAreNamedAsTypedToo() {
    assertThat(run("canny", "--min-val", "9", "--max-val", "1").err())
        .isEqualTo(
            "penumbra: --max-val must be at least --min-val, 9.0, but is 1.0; give the larger"
                + " threshold as --max-val\n");
    assertThat(run("normalize", "--lower", "300").err())
        .startsWith("penumbra: --upper must be a finite number above --lower, 300.0, but is 255.0");
    assertThat(run("map-range", "--from-lower", "300").err())
        .startsWith("penumbra: --from-upper must be a finite number above --from-lower, 300.0,");
    assertThat(run("window", "--output-type", "int16").err())
        .contains("--output-type must be uint8, uint16 or a floating-point type, but is int16");
  }

  @Test
  void theNameThatWasTypedIsTheOneThatIsShown() {
    String gif = folder.resolve("a.gif").toString();
    String in = Samples.image(folder.resolve("in.png"), 1).toString();
    assertThat(CommandLineRun.of("gif", in, "-o", gif, "-n", "0").err())
        .startsWith("penumbra: -n must be at least 1, but is 0");
    assertThat(CommandLineRun.of("gif", in, "-o", gif, "--limit=0").err())
        .startsWith("penumbra: --limit must be at least 1, but is 0");
  }

  @Test
  void wordsOfTheLanguageStay() {
    assertThat(run("centre-crop", "--height", "-2").err())
        .isEqualTo(
            "penumbra: --height must be at least 0, but is -2; give 0 for the shorter side\n");
    assertThat(run("pad", "--top", "-1").err()).contains("give the number of pixels");
  }

  @Test
  void recipesKeepTheirOwnNames() {
    var names = new ArrayList<String>();
    try {
      Catalogue.operation("canny").build(java.util.Map.of("max-val", "1"));
    } catch (IllegalArgumentException error) {
      names.add(String.valueOf(error.getMessage()));
    }
    assertThat(names).singleElement().asString().startsWith("maxVal must be at least minVal, ");
  }
}
