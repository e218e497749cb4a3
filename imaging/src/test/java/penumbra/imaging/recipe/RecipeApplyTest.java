package penumbra.imaging.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.core.display.GreyPresentation;
import penumbra.core.display.Window;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.SobelMagnitude;
import penumbra.imaging.PolarityRemark;

/// Recipes on images in memory.
class RecipeApplyTest {
  private static final int HEIGHT = 7;
  private static final int WIDTH = 9;

  private static Recipe recipe(String text) {
    return RecipeCheck.of(Path.of("mine.yaml"), text).recipe().orElseThrow();
  }

  private static NdArray ramp(DType type) {
    double[] values = new double[HEIGHT * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = i * i % 251;
    }
    return NdArray.of(type, values, HEIGHT, WIDTH);
  }

  private static Radiograph bare(NdArray pixels) {
    return new Radiograph(pixels, "memory", List.of());
  }

  @Test
  void eachOutputHasTheCommonStepsAndThenItsOwn() {
    Recipe recipe =
        recipe(
            """
            penumbra: 1
            steps: [{gaussian: {sigma: 1}}]
            outputs:
              - {name: smooth, format: npy}
              - {name: edges, steps: [sobel-magnitude], format: npy}
            """);
    NdArray pixels = ramp(DType.FLOAT32);

    List<RecipeResult> results = recipe.apply(bare(pixels));

    assertThat(results).extracting(RecipeResult::name).containsExactly("smooth", "edges");
    NdArray smooth = Gaussian.of(1).apply(pixels);
    assertThat(results.getFirst().values().pixels().sameBits(smooth)).isTrue();
    assertThat(
            results.getLast().shown().picture().sameBits(SobelMagnitude.standard().apply(smooth)))
        .isTrue();
  }

  @Test
  void floatValuesBecomeThePictureThatAFileWouldHold() {
    Recipe recipe = recipe("penumbra: 1\noutputs: [{steps: [sobel-magnitude], format: png}]\n");

    RecipeResult result = recipe.apply(bare(ramp(DType.FLOAT64))).getFirst();

    assertThat(result.values().pixels().type()).isEqualTo(DType.FLOAT64);
    NdArray picture = result.shown().picture();
    assertThat(picture.type()).isEqualTo(DType.UINT8);
    assertThat(picture.toDoubles()).contains(0, 255);
    assertThat(result.shown().scaled()).isPresent();
  }

  @Test
  void lowValuesThatAreLightStaySoInPictures() {
    NdArray pixels = ramp(DType.UINT16);
    var low =
        new Radiograph(
            pixels,
            "memory",
            List.of(),
            List.of(),
            Optional.of(GreyPresentation.of(Window.linear(125, 250)).inverted(true)));
    Recipe recipe =
        recipe(
            """
            penumbra: 1
            outputs:
              - {name: seen, type: uint8}
              - {name: turned, steps: [{clahe: {white: 0}}]}
              - {name: values, format: npy}
            """);

    List<RecipeResult> results = recipe.apply(low);

    assertThat(results.get(0).shown().picture().toDoubles()[0]).isEqualTo(255);
    assertThat(results.get(1).shown().remark()).hasValue(PolarityRemark.TURNED);
    assertThat(results.get(2).shown().picture().sameBits(pixels)).isTrue();
  }

  @Test
  void aRecipeThatInvertsDoesSoInMemoryToo() {
    Recipe recipe =
        recipe("penumbra: 1\ninput: {invert: true}\noutputs: [{format: npy, steps: []}]\n");

    NdArray bytes = recipe.apply(bare(ramp(DType.UINT8))).getFirst().values().pixels();
    NdArray floats = recipe.apply(bare(ramp(DType.FLOAT32))).getFirst().values().pixels();

    double[] values = ramp(DType.FLOAT64).toDoubles();
    for (int i = 0; i < values.length; i++) {
      assertThat(bytes.toDoubles()[i]).isEqualTo(255 - values[i]);
      assertThat(floats.toDoubles()[i]).isEqualTo(-values[i]);
    }
    assertThat(floats.type()).isEqualTo(DType.FLOAT32);
  }

  @Test
  void lengthsCountInTheSpacingOfTheImage() {
    Recipe recipe =
        recipe("penumbra: 1\noutputs: [{format: npy, steps: [{gaussian: {sigma: 1mm}}]}]\n");
    NdArray pixels = ramp(DType.FLOAT32);
    var spaced = new Radiograph(pixels, "memory", List.of(), List.of(0.5, 0.5), Optional.empty());

    RecipeResult result = recipe.apply(spaced).getFirst();

    assertThat(result.values().pixels().sameBits(Gaussian.of(2).apply(pixels))).isTrue();
    assertThat(result.values().spacing()).containsExactly(0.5, 0.5);
    assertThatThrownBy(() -> recipe.apply(bare(pixels))).hasMessageContaining("spacing");
  }

  @Test
  void threadsChangeNothingAndTheImageStaysAsItIs() {
    Recipe recipe =
        recipe(
            "penumbra: 1\nsteps: [gaussian]\noutputs: [{steps: [canny]}, {name: b, format: tif}]\n"
                .replace(
                    "{steps: [canny]}",
                    "{name: a, steps: [{canny: {min-val: 50, max-val: 100}}]}"));
    NdArray pixels = ramp(DType.INT16);

    List<RecipeResult> one = recipe.apply(bare(pixels), Execution.ofThreads(1));
    List<RecipeResult> three = recipe.apply(bare(pixels), Execution.ofThreads(3));

    for (int i = 0; i < 2; i++) {
      NdArray picture = one.get(i).shown().picture();
      assertThat(picture.sameBits(three.get(i).shown().picture())).isTrue();
    }
    assertThat(pixels.sameBits(ramp(DType.INT16))).isTrue();
  }

  @Test
  void resultsOfSeveralImagesDoNotOverwriteOneAnother() {
    Recipe recipe = recipe("penumbra: 1\noutputs: [{format: npy, steps: [gaussian]}]\n");
    NdArray first = recipe.apply(bare(ramp(DType.FLOAT32))).getFirst().values().pixels();
    double[] before = first.toDoubles();

    recipe.apply(bare(NdArray.of(DType.FLOAT32, new double[HEIGHT * WIDTH], HEIGHT, WIDTH)));

    assertThat(first.toDoubles()).isEqualTo(before);
  }

  @Test
  void twoOutputsOfOneNameAreRefused() {
    Recipe one = recipe("penumbra: 1\noutputs: [{name: a}, {name: b, format: npy}]\n");
    RecipeOutput twice = one.outputs().getFirst();

    assertThatThrownBy(() ->
            new Recipe(
                "twice",
                "",
                one.input(),
                one.precision(),
                List.of(),
                List.of(twice, twice),
                Optional.empty()))
        .hasMessage(
            "the name of an output must differ from that of every other output, but is 'a';"
                + " rename one of them");
  }
}
