package penumbra.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final int PIXELS = Cell.SIDE * Cell.SIDE;

  @Test
  void theLargestDifferenceIsFound() {
    double[] values = new double[PIXELS];
    values[5] = 1e-4;

    assertThat(difference(Row.SOBEL_U8, Contender.OPENCV, values)).hasToString("1e-04");
    assertThat(difference(Row.SOBEL_U8, Contender.FAST, new double[PIXELS])).hasToString("equal");
  }

  @Test
  void oneValueOutsideTheToleranceStopsTheMeasure() {
    double[] values = new double[PIXELS];
    values[5] = 1;

    assertThatThrownBy(() -> difference(Row.SOBEL_U8, Contender.OPENCV, values))
        .hasMessage(
            "sobel-u8: OpenCV must be within 0.001 of Penumbra's EXACT, but is further off at 1 of"
                + " 1048576 values; compare the parameters");
    values[5] = Double.NaN;
    assertThatThrownBy(() -> difference(Row.SOBEL_U8, Contender.OPENCV, values))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theBorderOfOtherPeersDoesNotCount() {
    double[] values = new double[PIXELS];
    values[5] = 9;

    assertThat(difference(Row.GAUSSIAN_1_F32, Contender.IMAGEJ, values)).hasToString("equal");
    values[PIXELS / 2 + Cell.SIDE / 2] = 9;
    assertThatThrownBy(() -> difference(Row.GAUSSIAN_1_F32, Contender.IMAGEJ, values))
        .hasMessageContaining("ImageJ must be within 1.0");
  }

  @Test
  void aRowMayExemptAShareOfItsPixels() {
    double[] values = new double[PIXELS];
    java.util.Arrays.fill(values, 0, PIXELS / 100, 255);

    assertThat(difference(Row.BLUR_CANNY_U8, Contender.OPENCV, values))
        .hasToString("1.0 % of pixels");
  }

  @Test
  void anotherNumberOfValuesStopsTheMeasure() {
    assertThatThrownBy(() ->
            Agreement.difference(
                Row.HISTOGRAM_U8, Contender.OPENCV, new double[256], new double[255]))
        .hasMessage(
            "histogram-u8: OpenCV must give 256 values, but gives 255; compare the parameters");
  }

  private static Agreement.Difference difference(Row row, Contender contender, double[] values) {
    return Agreement.difference(row, contender, new double[PIXELS], values);
  }
}
