package penumbra.core.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.filter.intensity.Windowing;

class WindowTest {
  private static double lightness(Voi voi, double value) {
    double[] line = {value};
    voi.lighten(line, 1);
    return line[0];
  }

  /// The examples of PS3.3, C.11.2.1.2.1: of an output from 0 to 255.
  @ParameterizedTest
  @CsvSource({
    "2048, 4096, 0, 0",
    "2048, 4096, 1, 0.0622710622710623",
    "2048, 4096, 4095, 255",
    "2048, 1, 2047, 0",
    "2048, 1, 2048, 255",
    "0, 100, -50, 0",
    "0, 100, -49, 2.575757575757576",
    "0, 100, 49, 255",
    "0, 100, 50, 255",
    "0, 1, -1, 0",
    "0, 1, 0, 255",
  })
  void linearGivesTheExamplesOfTheStandard(
      double center, double width, double value, double level) {
    assertThat(255 * lightness(Window.linear(center, width), value))
        .isCloseTo(level, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "LINEAR_EXACT, 2048, 4096, 0, 0",
    "LINEAR_EXACT, 2048, 4096, 2048, 127.5",
    "LINEAR_EXACT, 2048, 4096, 4096, 255",
    "LINEAR_EXACT, 0, 0.5, 0.125, 191.25",
    "LINEAR_EXACT, 0, 0.5, 0.3, 255",
    "SIGMOID, 10, 4, 10, 127.5",
    "SIGMOID, 10, 4, 11, 186.41993755065124",
    "SIGMOID, 10, 4, -1e308, 0",
    "SIGMOID, 10, 4, 1e308, 255",
  })
  void theOtherCurvesFollowTheirFormulas(
      Window.Function function, double center, double width, double value, double level) {
    Window window = new Window(center, width, function);
    assertThat(255 * lightness(window, value)).isCloseTo(level, within(1e-9));
  }

  @Test
  void aWindowOfWidthTwoHundredFiftySixLeavesBytesAsTheyAre() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    NdArray ramp = NdArray.ofUint8(bytes, 256);
    Windowing filter = Windowing.of(Window.linear(128, 256));
    assertThat(filter.toPicture(DType.UINT8).apply(ramp).sameBits(ramp)).isTrue();
    double[] reversed = filter.inverted(true).toPicture(DType.UINT8).apply(ramp).toDoubles();
    assertThat(reversed).startsWith(255, 254).endsWith(1, 0);
  }

  @Test
  void notANumberStaysOneAndIsBlackInAPicture() {
    NdArray values = NdArray.ofFloat32(new float[] {Float.NaN, 500}, 2);
    Windowing filter = Windowing.of(Window.linear(40, 400));
    assertThat(filter.apply(values).toDoubles()).containsExactly(Double.NaN, 255);
    NdArray picture = filter.inverted(true).toPicture(DType.UINT16).apply(values);
    assertThat(picture.toDoubles()).containsExactly(0, 0);
    for (Voi voi : new Voi[] {new GreyRange(0, 1), Window.linear(0, 1)}) {
      assertThat(lightness(voi, Double.NaN)).isNaN();
    }
  }

  @Test
  void levelsAreRoundedToTheNearestOneTiesToEven() {
    NdArray values = NdArray.ofFloat64(new double[] {0.5, 1.5, 2.5, 2.51}, 4);
    GreyPresentation plain = GreyPresentation.of(new GreyRange(0, 255));
    assertThat(plain.show(values, DType.UINT8).toDoubles()).containsExactly(0, 2, 2, 3);
    assertThat(plain.inverted(true).show(values, DType.UINT8).toDoubles())
        .containsExactly(255, 253, 253, 252);
  }

  @Test
  void theBackgroundIsBlackInArraysOfItsShapeAlone() {
    NdArray mask = NdArray.ofUint8(new byte[] {1, 0}, 2);
    GreyPresentation shown =
        GreyPresentation.of(new GreyRange(0, 1)).inverted(true).withBackground(mask);
    NdArray zeros = NdArray.ofUint8(new byte[2], 2);
    assertThat(shown.show(zeros, DType.UINT8).toDoubles()).containsExactly(0, 255);
    assertThat(shown.show(zeros.reshape(1, 2), DType.UINT8).toDoubles()).containsExactly(255, 255);
  }

  @Test
  void aTableClampsWhatLiesOutsideOfIt() {
    for (DType type : new DType[] {DType.UINT8, DType.UINT16}) {
      VoiTable table = new VoiTable(NdArray.of(type, new double[] {10, 0, 20, 40}, 4), -2, 20);
      assertThat(lightness(table, -9)).isEqualTo(0.5);
      assertThat(lightness(table, -1)).isZero();
      assertThat(lightness(table, -0.4)).isEqualTo(1);
      assertThat(lightness(table, 9)).isEqualTo(1);
      assertThat(lightness(table, Double.NaN)).isNaN();
    }
  }

  @Test
  void saysWhatItDoes() {
    GreyPresentation shown = GreyPresentation.of(Window.linear(40.5, 400));
    assertThat(shown.describe())
        .isEqualTo(
            "Shown through the window with center 40.5 and width 400 (LINEAR), high values light.");
    NdArray mask = NdArray.ofUint8(new byte[1], 1);
    assertThat(
            GreyPresentation.of(new GreyRange(-1, 2))
                .inverted(true)
                .withBackground(mask)
                .describe())
        .isEqualTo("Shown through the range from -1 to 2, low values light, the background black.");
    assertThat(new VoiTable(mask, 3, 255).describe())
        .isEqualTo("a table of 1 entries for the values from 3 to 3");
  }
}
