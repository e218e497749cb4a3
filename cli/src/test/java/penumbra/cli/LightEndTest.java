package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Operation;
import penumbra.catalogue.OperationCall;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.dicom.file.DicomWriter;
import penumbra.io.ImageFiles;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;
import penumbra.io.npy.Npy;
import penumbra.phantom.ChestPhantom;
import penumbra.phantom.PhantomDicom;

/// One radiograph as two vendors write it, low values light and high values light: whatever leaves
/// a command looks the same of both, or a line says that it does not.
class LightEndTest {
  /// What comes out differently, since the operation puts in, or compares with, a grey level of its
  /// own.
  private static final Set<String> DIFFER =
      Set.of("threshold", "letterbox", "pad", "fourier-gaussian-multiplier");

  private static final double TOLERANCE = 0.02;

  /// Levels in the middle of 12 bits, so that they mean the same to both.
  private static final Map<String, List<String>> PARAMETERS =
      Map.of(
          "window", List.of("--center", "2048", "--width", "4096"),
          "threshold", List.of("--value", "2000"),
          "imagenet", List.of("--upper", "4095", "--planes", "false"));

  @TempDir private static Path folder;
  private static Path low;
  private static Path high;

  @BeforeAll
  static void aRadiographTwice() throws IOException {
    low = folder.resolve("low.dcm");
    high = folder.resolve("high.dcm");
    ChestPhantom phantom = new ChestPhantom(3, 240, 256, false);
    var image = phantom.render(Execution.ofThreads(1));
    DicomWriter.write(new PhantomDicom(12, true, "0.1.0").of(phantom, image), low);
    DicomWriter.write(new PhantomDicom(12, false, "0.1.0").of(phantom, image), high);
  }

  static List<Operation> operations() {
    return Catalogue.operations();
  }

  private static CommandLineRun run(Object... args) {
    CommandLineRun run =
        CommandLineRun.of(Stream.of(args).map(Object::toString).toArray(String[]::new));
    assertThat(run.code()).as("%s", run.err()).isZero();
    return run;
  }

  private static CommandLineRun filter(String operation, Path in, Path out, Object... more) {
    List<Object> args = new ArrayList<>(List.of("filter", operation));
    args.addAll(PARAMETERS.getOrDefault(operation, List.of()));
    args.addAll(List.of(in, "-o", out));
    args.addAll(List.of(more));
    return run(args.toArray());
  }

  /// What a viewer shows of a file, from 0, black, to 1, white.
  private static double[] seen(Path file) throws IOException {
    ReadOptions display = ReadOptions.standard().withValues(GreyValues.DISPLAY);
    NdArray picture = ImageFiles.readAny(file, display).pixels();
    double[] levels = picture.toDoubles();
    boolean whole = picture.type() == DType.UINT8 || picture.type() == DType.UINT16;
    double white = whole ? picture.type().max() : 1;
    for (int i = 0; i < levels.length; i++) {
      levels[i] /= white;
    }
    return levels;
  }

  private static double apart(Path one, Path other) throws IOException {
    double[] a = seen(one);
    double[] b = seen(other);
    assertThat(a).hasSameSizeAs(b);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }

  private static void requireAlike(String operation, Path one, Path other) throws IOException {
    if (operation.equals("clahe")) {
      // Of 12 bits within 16 it spreads what it cuts off over levels that only one of the two has.
      assertThat(correlation(seen(one), seen(other))).as("%s", one).isGreaterThan(0.7);
    } else {
      assertThat(apart(one, other)).as("%s", one).isLessThan(TOLERANCE);
    }
  }

  private static double correlation(double[] a, double[] b) {
    assertThat(a).hasSameSizeAs(b);
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int i = 0; i < a.length; i++) {
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
      ab += (a[i] - meanA) * (b[i] - meanB);
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static Path at(String name) {
    return folder.resolve(name);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void picturesOfEveryOperationAreThoseOfTheOtherVendorsFile(Operation operation)
      throws IOException {
    String name = operation.name();
    for (String form : List.of("png", "jpg", "pgm", "dcm")) {
      Path ofLow = at(name + "-low." + form);
      Path ofHigh = at(name + "-high." + form);
      CommandLineRun run = filter(name, low, ofLow);
      filter(name, high, ofHigh);
      if (DIFFER.contains(name)) {
        assertThat(run.err()).as("%s as %s", name, form).contains("low values light");
      } else {
        requireAlike(name, ofLow, ofHigh);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void coloursAndLimitsTurnRoundToo(Operation operation) throws IOException {
    String name = operation.name();
    Path ofLow = at(name + "-low-colours.png");
    Path ofHigh = at(name + "-high-colours.png");
    CommandLineRun run = filter(name, low, ofLow, "--colormap", "CMRmap");
    filter(name, high, ofHigh, "--colormap", "CMRmap");
    if (DIFFER.contains(name)) {
      assertThat(run.err()).as(name).contains("low values light");
    } else {
      requireAlike(name, ofLow, ofHigh);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void filesThatKeepValuesAreTheSameOrALineSaysThatLowOnesAreLight(Operation operation)
      throws IOException {
    String name = operation.name();
    Path ofLow = at(name + "-low.tif");
    Path ofHigh = at(name + "-high.tif");
    CommandLineRun run = filter(name, low, ofLow);
    filter(name, high, ofHigh);
    if (run.err().isEmpty()) {
      assertThat(apart(ofLow, ofHigh)).as(name).isLessThan(TOLERANCE);
    } else {
      assertThat(run.err())
          .isEqualTo(
              "penumbra: %s holds the values of %s, whose low values are light: most programs show"
                      .formatted(ofLow, low)
                  + " a negative; write .png for the picture\n");
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void arraysAreTheNumbersWhicheverEndIsLight(Operation operation) throws IOException {
    CommandLineRun run = filter(operation.name(), low, at("low.npy"));
    assertThat(run.err()).isEmpty();
    NdArray values = ImageFiles.read(low).pixels();
    var call = new OperationCall(operation, parameters(operation.name()));
    NdArray direct = call.on(ImageFiles.read(low)).apply(values);
    assertThat(Npy.read(at("low.npy")).sameBits(direct)).isTrue();
  }

  private static Map<String, String> parameters(String operation) {
    List<String> words = PARAMETERS.getOrDefault(operation, List.of());
    var parameters = new HashMap<String, String>();
    for (int i = 0; i < words.size(); i += 2) {
      parameters.put(words.get(i).substring(2), words.get(i + 1));
    }
    return parameters;
  }

  @Test
  void aMaskMarksWhatMeetsTheConditionAndSaysSo() throws IOException {
    CommandLineRun run = filter("threshold", low, at("mask.png"), "--mode", "binary");
    assertThat(run.err())
        .isEqualTo(
            "penumbra: %s is not inverted, though low values are light in %s: its light pixels"
                    .formatted(at("mask.png"), low)
                + " are those whose values meet the condition; --values display filters what is"
                + " seen\n");
    double[] values = ImageFiles.read(low).pixels().toDoubles();
    double[] marks = ImageFiles.read(at("mask.png")).pixels().toDoubles();
    for (int i = 0; i < values.length; i++) {
      assertThat(marks[i]).isEqualTo(values[i] > 2000 ? 255 : 0);
    }
  }

  @Test
  void valuesAsTheyAreSeenNeedNoWord() throws IOException {
    Object[] display = {"--mode", "binary", "--values", "display"};
    assertThat(filter("threshold", low, at("seen.png"), display).err()).isEmpty();
    filter("threshold", high, at("seen2.png"), display);
    assertThat(apart(at("seen.png"), at("seen2.png"))).isLessThan(TOLERANCE);
  }

  @Test
  void aNegativeThatIsAskedForOfLowValuesHasBonesLight() throws IOException {
    CommandLineRun run = filter("window", low, at("asked.png"), "--invert", "true");
    assertThat(run.err()).contains("is not inverted").contains("the operation has done that");
    filter("window", high, at("upright.png"));
    assertThat(apart(at("asked.png"), at("upright.png"))).isLessThan(TOLERANCE);
  }

  @Test
  void aRangeIsToldFromItsDarkEnd() {
    assertThat(filter("normalize", low, at("range.png")).err())
        .isEqualTo(
            "penumbra: %s shows 255..0 as 0..255, since low values are light in %s; write .npy for"
                    .formatted(at("range.png"), low)
                + " the values\n");
  }

  @Test
  void ofManyFilesTheLineIsSaidOnce() throws IOException {
    Path set = Files.createDirectories(at("many"));
    Files.copy(low, set.resolve("a.dcm"));
    Files.copy(low, set.resolve("b.dcm"));
    Files.copy(high, set.resolve("c.dcm"));
    assertThat(run("filter", "clahe", set, "-o", at("many-out")).err())
        .isEqualTo(
            "penumbra: 2 of the results are inverted, since low values are light in their"
                + " sources; write .npy for the values\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "tif", "nii", "dcm"})
  void convertedValuesAreThePictureOrALineSaysWhatTheyAre(String form) throws IOException {
    for (String values : List.of("", "modality", "stored", "display")) {
      Path ofLow = at("converted-low." + form);
      Path ofHigh = at("converted-high." + form);
      List<String> more = values.isEmpty() ? List.of() : List.of("--values", values);
      List<Object> args = new ArrayList<>(List.of("convert", low, "-o", ofLow));
      args.addAll(more);
      CommandLineRun run = run(args.toArray());
      args.set(1, high);
      args.set(3, ofHigh);
      run(args.toArray());
      boolean told = run.err().matches("(?s).*(whose|their) low values are light.*");
      if (form.equals("nii")) {
        assertThat(told).as(values).isEqualTo(!values.equals("display"));
      } else if (!told) {
        assertThat(apart(ofLow, ofHigh)).as("%s as %s", values, form).isLessThan(TOLERANCE);
      }
    }
  }

  @Test
  void figuresOfValuesThatAreAskedForSayThatTheyAreNegatives() {
    assertThat(run("plot", "grid", low, "-o", at("grid.png")).err()).isEmpty();
    assertThat(run("plot", "grid", low, "--values", "modality", "-o", at("values.png")).err())
        .contains(
            "penumbra: the figure shows the values of " + low + " unchanged, and their low values")
        .contains("a negative; leave out --values");
    assertThat(run("plot", "histogram", low, "--values", "modality", "-o", at("h.png")).err())
        .doesNotContain("negative");
    assertThat(run("gif", low, "--values", "modality", "-o", at("values.gif")).err())
        .contains("a negative");
  }

  @Test
  void aRunOfARecipeShowsThemAlikeAndTellsOfItsMasks() throws IOException {
    Path recipe =
        Files.writeString(
            at("masks.yaml"),
            """
            penumbra: 1
            outputs:
              - name: even
                steps: [clahe]
              - name: mask
                steps:
                  - gaussian
                  - threshold: {value: 2000, mode: binary}
            """);
    Path set = Files.createDirectories(at("recipe-set"));
    Files.copy(low, set.resolve("low.dcm"));
    Files.copy(high, set.resolve("high.dcm"));
    CommandLineRun run = run("run", recipe, set, "-o", at("recipe-out"));
    assertThat(run.err())
        .contains("penumbra: 1 of the results are inverted, since low values are light")
        .contains("penumbra: 1 of the results are not inverted")
        .contains("their light pixels are those whose values meet the condition");
    requireAlike("clahe", at("recipe-out/even/low.png"), at("recipe-out/even/high.png"));
  }
}
