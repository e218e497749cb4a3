package penumbra.core.filter.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import penumbra.core.Boundary;
import penumbra.core.Chain;
import penumbra.core.DType;
import penumbra.core.Filter;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PictureFrame;
import penumbra.core.filter.intensity.Clahe;
import penumbra.core.filter.intensity.ImageNet;
import penumbra.core.filter.intensity.MapRange;
import penumbra.core.filter.intensity.Standardize;

/// Sizes, places and texts of the filters that bring pictures to a size.
class PictureAxesTest {
  private static NdArray ramp(int... shape) {
    int size = java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    double[] values = new double[size];
    java.util.Arrays.setAll(values, i -> i);
    return NdArray.of(DType.FLOAT64, values, shape);
  }

  @ParameterizedTest
  @CsvSource({
    "STRETCH, 100, 200, 224, 224",
    "INSIDE, 100, 200, 112, 224",
    "INSIDE, 1000, 10, 224, 2",
    "INSIDE, 100000, 10, 224, 1",
    "INSIDE, 7, 3, 224, 96",
    "OUTSIDE, 100, 200, 224, 448",
    "OUTSIDE, 930, 1568, 224, 377",
    "OUTSIDE, 1568, 930, 377, 224",
    "OUTSIDE, 5, 5, 224, 224"
  })
  void theFitTellsTheSize(Resize.Fit fit, int rows, int columns, int height, int width) {
    assertThat(Resize.to(224, 224).withFit(fit).sizeFor(rows, columns))
        .containsExactly(height, width);
  }

  @ParameterizedTest
  @EnumSource(value = Resize.Kernel.class, mode = Mode.EXCLUDE, names = "SKIMAGE_CONSTANT")
  void aConstantStaysAConstant(Resize.Kernel kernel) {
    NdArray input = NdArray.of(DType.UINT8, new double[] {7, 7, 7, 7, 7, 7}, 2, 3);
    for (OutputType type : List.of(OutputType.SAME, OutputType.DEFAULT)) {
      NdArray result = Resize.to(5, 2).withKernel(kernel).withOutputType(type).apply(input);
      assertThat(result.toDoubles()).containsOnly(7);
    }
  }

  @Test
  void whatShrinksByWholeNumbersIsTheMeanOfBlocks() {
    NdArray means = NdArray.of(DType.FLOAT64, new double[] {2.5, 4.5, 10.5, 12.5}, 2, 2);
    for (Resize.Kernel kernel : List.of(Resize.Kernel.BOX, Resize.Kernel.AREA)) {
      assertThat(Resize.to(2, 2).withKernel(kernel).apply(ramp(4, 4)).sameBits(means)).isTrue();
    }
  }

  @Test
  void integersAreClippedWhereLanczosOvershoots() {
    double[] step = {0, 0, 0, 0, 65535, 65535, 65535, 65535};
    NdArray input = NdArray.of(DType.UINT16, step, 1, 8);
    double[] result =
        Resize.to(1, 32)
            .withKernel(Resize.Kernel.LANCZOS)
            .withOutputType(OutputType.SAME)
            .apply(input)
            .toDoubles();
    assertThat(result[0]).isEqualTo(0);
    assertThat(result[31]).isEqualTo(65535);
    // A value that had wrapped would stand between those of the other side.
    for (int i = 1; i < 10; i++) {
      assertThat(result[i]).as("place %s", i).isLessThan(8000);
      assertThat(result[31 - i]).as("place %s", 31 - i).isGreaterThan(57000);
    }
  }

  @Test
  void eachPictureOfAStackIsDoneOnItsOwn() {
    NdArray stack = ramp(3, 6, 4);
    for (var filter :
        List.of(
            Resize.to(2, 3),
            Letterbox.into(5, 5),
            CentreCrop.square(),
            new Crop(1, 1, 2, 2),
            Pad.by(2, new Boundary.Mirror()))) {
      NdArray result = filter.apply(stack);
      for (int i = 0; i < 3; i++) {
        assertThat(result.part(i).sameBits(filter.apply(stack.part(i)))).as("%s", filter).isTrue();
      }
    }
  }

  @Test
  void theLetterboxTellsWhereThePictureStands() {
    Letterbox box = Letterbox.into(10, 20).withKernel(Resize.Kernel.NEAREST).withFill(-1);
    NdArray input = ramp(4, 3);
    assertThat(box.placeOf(4, 3)).isEqualTo(new PictureFrame(0, 6, 10, 8, 10, 20));
    NdArray result = box.apply(input);
    assertThat(result.shape()).containsExactly(10, 20);
    assertThat(result.get(0, 5)).isEqualTo(-1);
    assertThat(result.get(0, 6)).isEqualTo(0);
    assertThat(result.get(9, 13)).isEqualTo(11);
    assertThat(result.get(9, 14)).isEqualTo(-1);
  }

  /// A picture whose values are its columns and rows tells where they went.
  @Test
  void placesAreThoseOfThePixels() {
    int rows = 60;
    int columns = 84;
    List<Filter> filters =
        List.of(
            Resize.to(120, 42),
            Resize.to(40, 40).withFit(Resize.Fit.INSIDE),
            Letterbox.into(100, 70),
            CentreCrop.square(),
            new Crop(7, 11, 31, 50),
            new Pad(3, 5, 9, 2, new Boundary.Nearest()),
            Chain.of(CentreCrop.square(), Resize.to(30, 90), new Crop(4, 6, 20, 70)),
            Chain.of(Letterbox.into(70, 70), new Pad(1, 2, 3, 4, new Boundary.Nearest())));
    for (Filter filter : filters) {
      PictureFrame place = PictureFrame.whole(rows, columns).after(filter);
      NdArray down = filter.apply(coordinates(rows, columns, true));
      NdArray along = filter.apply(coordinates(rows, columns, false));
      assertThat(down.shape()).as("%s", filter).containsExactly(place.rows(), place.columns());
      // The middle of the result, which every filter here takes from the picture.
      int y = place.rows() / 2;
      int x = place.columns() / 2;
      double fromTop = (y + 0.5 - place.top()) * rows / place.height() - 0.5;
      double fromLeft = (x + 0.5 - place.left()) * columns / place.width() - 0.5;
      assertThat(down.get(y, x)).as("%s", filter).isCloseTo(fromTop, within(0.3));
      assertThat(along.get(y, x)).as("%s", filter).isCloseTo(fromLeft, within(0.3));
    }
  }

  private static NdArray coordinates(int rows, int columns, boolean down) {
    double[] values = new double[rows * columns];
    java.util.Arrays.setAll(values, i -> down ? i / columns : i % columns);
    return NdArray.of(DType.FLOAT64, values, rows, columns);
  }

  @Test
  void whatCannotBeIsSaid() {
    NdArray small = ramp(4, 3);
    assertThatThrownBy(() -> Resize.to(0, 5))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("height must be 1 to 1048576, but is 0; give the number of pixels");
    assertThatThrownBy(() -> Resize.to(5, 5).apply(ramp(4)))
        .hasMessage(
            "what to resize must have the two axes of a picture, but is (4,) float64; give an array"
                + " of shape (height, width), or several of them");
    assertThatThrownBy(() -> CentreCrop.of(5, 3).apply(small))
        .hasMessage(
            "the size of the middle must be within that of the picture, (4, 3), but is (5, 3); pad"
                + " the picture first, or resize it with fit outside");
    assertThatThrownBy(() -> new Crop(3, 0, 2, 3).apply(small))
        .hasMessage(
            "the box must lie within the picture, (4, 3), but is rows 3..5, columns 0..3; give a"
                + " smaller one, or pad the picture first");
    assertThatThrownBy(() -> Pad.by(-1, Boundary.zero()))
        .hasMessage("top must be 0 to 1048576, but is -1; give the number of pixels");
    assertThatThrownBy(() -> Clahe.of(2).apply(small))
        .hasMessage(
            "the type for CLAHE must be uint8 or uint16, but is float64; make a picture of it"
                + " first, by window or normalize");
    assertThatThrownBy(() -> MapRange.of(5, 5, 0, 1))
        .hasMessage(
            "fromUpper must be a finite number above fromLower, 5.0, but is 5.0; give the range"
                + " from its lower to its upper end");
    assertThatThrownBy(() -> ImageNet.of(255).apply(ramp(2, 2, 2)))
        .hasMessage(
            "what becomes three planes must have the two axes of a picture, but is (2, 2, 2)"
                + " float64; give pictures one by one, or leave the planes out");
  }

  @Test
  void theImagesOwnFiguresStandardizeIt() {
    NdArray input = NdArray.ofUint8(new byte[] {1, 3, 5, 7}, 2, 2);
    double deviation = Math.sqrt(5);
    assertThat(
            Standardize.byImage()
                .withOutputType(OutputType.of(DType.FLOAT64))
                .apply(input)
                .toDoubles())
        .containsExactly(-3 / deviation, -1 / deviation, 1 / deviation, 3 / deviation);
    assertThat(Standardize.byImage().apply(NdArray.ofUint8(new byte[] {9, 9}, 1, 2)).toDoubles())
        .containsOnly(0);
  }
}
