package penumbra.imaging.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.core.Precision;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.SobelMagnitude;
import penumbra.imaging.FileFormat;
import penumbra.imaging.Json;
import penumbra.io.format.GreyValues;
import penumbra.io.format.PngCompression;

class RecipeCheckTest {
  private static final Path FILE = Path.of("edges.yaml");

  private static final String WHOLE =
      """
      # Comments are free.
      penumbra: 1
      name: my-edges
      description: The edges of smoothed images.
      input:
        values: display
        window: 300/1500
        frame: 2
        invert: true
      steps:
        - gaussian: {sigma: [2, 1.50], boundary: mirror}
      outputs:
        - name: sobel
          steps: [sobel-magnitude]
          format: png
          type: uint16
          compression: small
          vmin: 0
        - name: values
          format: npy
          type: float32
          path: "{folder}/{name}-{stem}"
      histogram: 256
      """;

  @TempDir Path folder;

  @Test
  void everyFieldIsRead() {
    Recipe recipe = recipe(WHOLE);

    assertThat(recipe.name()).isEqualTo("my-edges");
    assertThat(recipe.description()).isEqualTo("The edges of smoothed images.");
    assertThat(recipe.input().values()).isEqualTo(GreyValues.DISPLAY);
    assertThat(recipe.input().window()).contains("300/1500");
    assertThat(recipe.input().frame()).hasValue(2);
    assertThat(recipe.input().inverted()).isTrue();
    assertThat(recipe.steps().getFirst().filter()).isInstanceOf(Gaussian.class);
    assertThat(recipe.steps().getFirst().filter().toString()).contains("2.0,1.5", "Mirror");
    RecipeOutput sobel = recipe.outputs().getFirst();
    assertThat(sobel.steps().getFirst().filter()).isEqualTo(SobelMagnitude.standard());
    assertThat(sobel.format()).isEqualTo(FileFormat.PNG);
    assertThat(sobel.type()).contains(DType.UINT16);
    assertThat(sobel.compression()).isEqualTo(PngCompression.SMALL);
    assertThat(sobel.display().vmin()).hasValue(0);
    assertThat(recipe.outputs().get(1).pathFor(Path.of("train", "NORMAL", "a.b.jpeg")))
        .isEqualTo(Path.of("train", "NORMAL", "values-a.b.npy"));
    assertThat(recipe.histogram()).contains(RecipeHistogram.of(256));
  }

  @Test
  void whatIsLeftOutHasItsStandardValue() {
    Recipe recipe = recipe("penumbra: 1\noutputs: [{steps: [canny]}]\n");

    assertThat(recipe.name()).isEqualTo("edges");
    assertThat(recipe.input()).isEqualTo(RecipeInput.standard());
    RecipeOutput output = recipe.outputs().getFirst();
    assertThat(output.format()).isEqualTo(FileFormat.PNG);
    assertThat(output.compression()).isEqualTo(PngCompression.FAST);
    assertThat(output.pathFor(Path.of("a.png"))).isEqualTo(Path.of("a.png"));
    assertThat(recipe.histogram()).isEmpty();
  }

  @Test
  void strictReadingIsKeptAndWrittenOnlyWhereItIsAskedFor() {
    Recipe strict = recipe("penumbra: 1\ninput: {strict: true}\noutputs: [{steps: [canny]}]\n");
    Recipe plain = recipe("penumbra: 1\noutputs: [{steps: [canny]}]\n");

    assertThat(strict.input().options().strict()).isTrue();
    assertThat(plain.input().options().strict()).isFalse();
    assertThat(strict.input().toJson()).containsEntry("strict", true);
    assertThat(plain.input().toJson()).doesNotContainKey("strict");
  }

  @Test
  void severalOutputsGoToFoldersOfTheirNames() {
    Recipe recipe = recipe("penumbra: 1\noutputs: [{name: a}, {name: b, format: nii.gz}]\n");

    assertThat(recipe.outputs().get(1).pathFor(Path.of("train", "scan.nii.gz")))
        .isEqualTo(Path.of("b", "train", "scan.nii.gz"));
  }

  @Test
  void jsonIsARecipeToo() {
    Recipe recipe =
        recipe("{\"penumbra\": 1, \"outputs\": [{\"steps\": [{\"gaussian\": {\"sigma\": 2}}]}]}");

    assertThat(recipe.outputs().getFirst().steps()).hasSize(1);
  }

  @Test
  void theFingerprintIsThatOfTheWorkNotOfItsWording() {
    String one = "penumbra: 1\nname: a\noutputs: [{steps: [{gaussian: {sigma: 1.0}}]}]\n";
    String same =
        """
        # the same
        penumbra: 1
        name: b
        outputs:
          - name: result
            steps:
              - gaussian
            format: png
        """;
    String other = "penumbra: 1\noutputs: [{steps: [{gaussian: {sigma: 1.5}}]}]\n";

    assertThat(recipe(one).fingerprint()).isEqualTo(recipe(same).fingerprint());
    assertThat(recipe(one).fingerprint()).isNotEqualTo(recipe(other).fingerprint());
    assertThat(recipe(WHOLE).fingerprint()).matches("[0-9a-f]{16}");
  }

  @Test
  void aRecipeMayAskForSpeed() {
    String exact = "penumbra: 1\noutputs: [{steps: [canny]}]\n";

    Recipe fast = recipe(exact + "precision: fast\n");

    assertThat(recipe(exact).precision()).isEqualTo(Precision.EXACT);
    assertThat(recipe(exact + "precision: exact\n").fingerprint())
        .isEqualTo(recipe(exact).fingerprint());
    assertThat(fast.precision()).isEqualTo(Precision.FAST);
    assertThat(fast.fingerprint()).isNotEqualTo(recipe(exact).fingerprint());
    assertThat(recipe(Json.write(fast.toJson())).fingerprint()).isEqualTo(fast.fingerprint());
    assertThat(problems(exact + "precision: fats\n"))
        .containsExactly(
            "line 3: precision must be one of exact, fast, but is 'fats'; did you mean 'fast'?");
  }

  @Test
  void aRecipeWrittenOutIsTheSameRecipe() {
    Recipe recipe = recipe(WHOLE);

    Recipe again = recipe(Json.write(recipe.toJson()));

    assertThat(again.fingerprint()).isEqualTo(recipe.fingerprint());
    assertThat(again.toJson()).isEqualTo(recipe.toJson());
  }

  @Test
  void everyMistakeIsToldWithItsLineFieldChoicesAndTheNearestName() {
    String wrong =
        """
        penumbra: 1
        name: My Edges
        input: {values: dispaly, frame: 0}
        steps:
          - gausian: {sigma: 2}
          - gaussian:
              boundary: mirror
              sigma: -1
          - sobel: {axsi: 0}
        outputs:
          - name: a
            fromat: png
            format: bmp
            compression: quick
            colormap: viridsi
          - format: npy
            compression: fast
            vmin: low
            path: ../{stem}
        histogram: many
        """;

    List<String> messages = problems(wrong);

    assertThat(messages)
        .containsExactly(
            "line 2: name must be small letters and digits with hyphens between, but is 'My"
                + " Edges'; write it as my-edges",
            "line 3: input.values must be one of stored, modality, display, but is 'dispaly'; did"
                + " you mean 'display'?",
            "line 3: input.frame must be a whole number of at least 1, but is '0'; count from 1",
            "line 5: steps[0].gausian must be one of "
                + String.join(", ", penumbra.catalogue.Catalogue.names())
                + ", but is 'gausian'; did you mean 'gaussian'?",
            "line 8: steps[1].gaussian.sigma: sigma must be a finite number of at least 0,"
                + " but is -1.0; give 0 to leave an axis unsmoothed",
            "line 9: steps[2].sobel.axsi must be one of axis, boundary, cval, output-type, but is"
                + " 'axsi'; did you mean 'axis'?",
            "line 12: outputs[0].fromat must be one of name, steps, format, type, colormap, vmin,"
                + " vmax, compression, path, but is 'fromat'; did you mean 'format'?",
            "line 13: outputs[0].format must be one of png, jpg, npy, tif, nii, nii.gz, pgm, gif,"
                + " dcm, but is 'bmp'; choose one of these",
            "line 14: outputs[0].compression must be one of fast, balanced, small, but is"
                + " 'quick'; choose one of these",
            "line 15: outputs[0].colormap: a colormap must be one of gray, bone, hot, CMRmap,"
                + " prism, nipy_spectral, terrain, jet, seismic, bwr, RdBu, viridis, plasma, inferno,"
                + " magma, cividis, turbo, but is 'viridsi'; name one of these; _r at the end"
                + " reverses it",
            "line 16: outputs[1].name must be given where there are several outputs, but is"
                + " missing; add it",
            "line 17: outputs[1].compression must be for png, but is for npy; leave it out",
            "line 18: outputs[1].vmin must be a number, but is 'low'; write it like 1.5",
            "line 19: outputs[1].path must be names with / between them, none with a dot first,"
                + " {folder} by itself, but is '../{stem}'; write \"{folder}/{stem}\"",
            "line 20: histogram must be a whole number from 1 to 65536, but is 'many'; 256 suits 8"
                + " bits");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "just a text",
        "[1, 2]",
        "penumbra: 1",
        "penumbra: 2\noutputs: [{steps: [canny]}]",
        "outputs: [{steps: [canny]}]",
        "penumbra: 1\noutputs: 7",
        "penumbra: 1\noutputs: [7]",
        "penumbra: 1\noutputs: [{steps: {gaussian: {sigma: 1}}}]",
        "penumbra: 1\noutputs: [{steps: [[gaussian]]}]",
        "penumbra: 1\noutputs: [{steps: [{gaussian: {sigma: {a: 1}}}]}]",
        "penumbra: 1\npenumbra: 1\noutputs: [{steps: [canny]}]",
        "penumbra: 1\noutputs: [{steps: [canny]}]\nhistogram: {min: 0}",
        "penumbra: 1\noutputs: [{steps: [canny]}]\nhistogram: {bins: 2, min: 0}",
        "penumbra: 1\noutputs: [{steps: [canny]}]\nhistogram: {bins: 2, min: 9, max: .nan}",
        "penumbra: 1\ninput: {window: full}\noutputs: [{steps: [canny]}]",
        "penumbra: 1\ninput: {lenient: perhaps}\noutputs: [{steps: [canny]}]",
        "penumbra: 1\ninput: {lenient: true, strict: true}\noutputs: [{steps: [canny]}]",
        "penumbra: 1\noutputs: [{name: a, path: \"{stem}\"}, {name: b, path: \"{stem}\"}]",
        "penumbra: 1\noutputs: [{name: a}, {name: a}]",
        "penumbra: 1\noutputs: [{path: same}]",
        "penumbra: 1\noutputs: [{path: \"{stem}-{size}\"}]",
        "penumbra: 1\noutputs: [{path: \"{folder}-x/{stem}\"}]",
        "penumbra: 1\noutputs: [{path: \".penumbra/{stem}\"}]",
        "penumbra: 1\noutputs: [{format: npy, colormap: viridis}]",
        "penumbra: 1\noutputs: [{format: jpg, type: uint16}]",
        "penumbra: 1\noutputs: [{format: png, type: float32}]",
        "penumbra: 1\noutputs: [{format: png, type: uint16, colormap: viridis}]",
        "penumbra: 1\noutputs: [{format: npy, type: float}]",
        "penumbra: 1\noutputs: [{vmin: 3, vmax: 3}]",
        "penumbra: 1\na: &a [*a]\noutputs: *a",
        "penumbra: 1\nsteps: &a [*a]",
        "penumbra: 1\noutputs: [{steps: [canny]}",
        "penumbra: 1\n\toutputs: x",
        "--- {penumbra: 1}\n--- {penumbra: 1}",
        "\u0000",
      })
  void whatIsNoRecipeIsToldInLines(String text) {
    RecipeCheck check = RecipeCheck.of(FILE, text);

    assertThat(check.recipe()).isEmpty();
    assertThat(check.problems()).isNotEmpty();
    assertThat(check.problems())
        .allSatisfy(problem -> {
          assertThat(problem.line()).isPositive();
          assertThat(problem.message()).doesNotContain("\n").contains("; ");
        });
  }

  @Test
  void deepNestingIsAMistakeNotACrash() {
    String deep = "penumbra: " + "[".repeat(300_000);

    assertThat(problems(deep)).isNotEmpty();
  }

  @Test
  void whatIsQuotedOfTheFileIsFitForATerminal() {
    String text = "penumbra: \"1\\e[31m\"\nname: " + "a".repeat(5000) + "B\n";

    assertThat(problems(text))
        .anySatisfy(
            line -> assertThat(line).startsWith("line 1: penumbra must be 1, but is '1?[31m';"))
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(300));
    assertThat(problems("penumbra: 1\noutputs: [{name: a}]\ndescription: \"a\\nb\""))
        .containsExactly(
            "line 3: description must be a text without control characters, but is 'a?b'; write it"
                + " on one line");
  }

  @Test
  void textsThatAreFarTooLongAreToldAndNotTaken() {
    String name = "penumbra: 1\nname: a" + "-a".repeat(10_000) + "\nhistogram: 2\n";
    String path = "penumbra: 1\noutputs: [{path: \"" + "a/".repeat(99) + "{stem}\"}]\n";
    String values = "penumbra: 1\nsteps: [{gaussian: {sigma: [1" + ", 1".repeat(50) + "]}}]\n";

    assertThat(problems(name))
        .singleElement()
        .asString()
        .startsWith("line 2: name must be at most 100 characters long, but is 'a-a-")
        .endsWith("...'; shorten it");
    assertThat(problems(path))
        .singleElement()
        .asString()
        .startsWith("line 2: outputs[0].path must be at most 200 characters long, but is 'a/a/")
        .endsWith("...'; shorten it");
    assertThat(problems(values))
        .containsExactly(
            "line 2: steps[0].gaussian.sigma must be at most 100 characters long, but is a list;"
                + " give one value for each axis at most");
    String alias =
        "penumbra: 1\nhistogram: 2\nsteps: [{gaussian: {sigma: [&s '" + "1".repeat(100_000);
    assertThat(problems(alias + "'" + ", *s".repeat(100_000) + "]}}]\n")).hasSize(1);
  }

  @Test
  void aStepIsOneOperationEvenWhereTwoHaveOneName() {
    String text = "penumbra: 1\nsteps: [{sobel: , sobel: {axis: 0}}]\nhistogram: 2\n";

    assertThat(problems(text))
        .containsExactly(
            "line 2: steps[0].sobel must be given once, but is given here again; remove one");
  }

  @Test
  void everyParameterThatTheOperationLacksIsToldBesideTheMistakesOfOthers() {
    String text = "penumbra: 1\nsteps: [{sobel: {axsi: 0, sigma: 1, cval: x}}]\nhistogram: 2\n";

    assertThat(problems(text))
        .containsExactly(
            "line 2: steps[0].sobel.axsi must be one of axis, boundary, cval, output-type, but is"
                + " 'axsi'; did you mean 'axis'?",
            "line 2: steps[0].sobel.sigma must be one of axis, boundary, cval, output-type, but is"
                + " 'sigma'; choose one of these",
            "line 2: steps[0].sobel.cval: cval must be a number, but is 'x'; write it like 1.5");
  }

  @Test
  void aFileThatIsNoRecipeIsNamed() throws IOException {
    Path missing = folder.resolve("none.yaml");
    Path binary = Files.write(folder.resolve("scan.yaml"), new byte[] {(byte) 0xFF, 1, 2});
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "penumbra: 1\nsteps: [soble]\n");

    assertThatThrownBy(() -> Recipe.read(missing))
        .hasMessage(
            missing
                + " must be a recipe file, but is missing; check the path, or name a ready-made"
                + " recipe");
    assertThatThrownBy(() -> Recipe.read(binary))
        .hasMessage(binary + " must be a recipe in UTF-8 text, but is none; name a recipe file");
    assertThatThrownBy(() -> Recipe.read(wrong))
        .hasMessageStartingWith(
            wrong + " must be a sound recipe, but line 2: steps[0] must be one of")
        .hasMessageEndingWith("did you mean 'sobel'?; a check of the recipe shows more");
  }

  private static Recipe recipe(String text) {
    RecipeCheck check = RecipeCheck.of(FILE, text);
    assertThat(check.problems()).isEmpty();
    return check.recipe().orElseThrow();
  }

  private static List<String> problems(String text) {
    return RecipeCheck.of(FILE, text).problems().stream().map(RecipeError::message).toList();
  }
}
