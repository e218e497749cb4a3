package penumbra.dicom.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

class StoredPixelsTest {
  private static NdArray array(DType type, double... values) {
    return NdArray.of(type, values, 1, values.length);
  }

  private static double[] readBack(StoredPixels pixels) {
    double[] stored = pixels.values().toDoubles();
    for (int i = 0; i < stored.length; i++) {
      stored[i] =
          stored[i] * Double.parseDouble(pixels.slope()) + Double.parseDouble(pixels.intercept());
    }
    return stored;
  }

  @ParameterizedTest
  @CsvSource({"UINT8, UINT8, 8", "UINT16, UINT16, 8", "INT8, INT16, 16", "INT16, INT16, 16"})
  void wholeNumbersOfUpTo16BitsAreStoredAsTheyAre(DType type, DType stored, int bits) {
    StoredPixels pixels = StoredPixels.of(array(type, 3, 0, 100), 8, true);
    assertThat(pixels.values().type()).isEqualTo(stored);
    assertThat(pixels.values().toDoubles()).containsExactly(3, 0, 100);
    assertThat(pixels.isPlain()).isTrue();
    assertThat(pixels.bitsStored()).isEqualTo(bits);
    assertThat(pixels.smallest()).isZero();
    assertThat(pixels.largest()).isEqualTo(100);
  }

  @Test
  void aKindThatMustHaveMoreBitsGetsThem() {
    StoredPixels pixels = StoredPixels.of(array(DType.UINT8, 3, 255), 12, true);
    assertThat(pixels.bitsAllocated()).isEqualTo(16);
    assertThat(pixels.bitsStored()).isEqualTo(12);
  }

  @Test
  void aKindWithoutSignsGetsAnIntercept() {
    StoredPixels pixels = StoredPixels.of(array(DType.INT16, -32768, 32767), 8, false);
    assertThat(pixels.values().toDoubles()).containsExactly(0, 65535);
    assertThat(pixels.intercept()).isEqualTo("-32768");
    assertThat(readBack(pixels)).containsExactly(-32768, 32767);
  }

  @Test
  void wholeFloatsThatSpan65535AreExact() {
    StoredPixels pixels = StoredPixels.of(array(DType.FLOAT32, 100000, 165535), 8, true);
    assertThat(pixels.slope()).isEqualTo("1");
    assertThat(readBack(pixels)).containsExactly(100000, 165535);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-30, 1e-3, 1, 255.7, 1e6, 1e30})
  void othersAreReadBackWithinHalfASlope(double size) {
    double[] values = {-0.3 * size, 0, 0.1 * size, 0.7311 * size, size};
    StoredPixels pixels = StoredPixels.of(array(DType.FLOAT64, values), 8, true);
    double slope = Double.parseDouble(pixels.slope());
    assertThat(slope).isCloseTo(1.3 * size / 65535, within(1e-8 * size));
    double[] back = readBack(pixels);
    for (int i = 0; i < values.length; i++) {
      assertThat(back[i]).isCloseTo(values[i], within(slope * 0.5000001));
    }
    assertThat(pixels.slope().length()).isLessThanOrEqualTo(16);
    assertThat(pixels.intercept().length()).isLessThanOrEqualTo(16);
  }

  @Test
  void aConstantFractionIsItsIntercept() {
    StoredPixels pixels = StoredPixels.of(array(DType.FLOAT32, 0.5, 0.5), 8, true);
    assertThat(readBack(pixels)).containsExactly(0.5, 0.5);
  }

  @Test
  void roundedValuesAreWithinHalfALevel() {
    NdArray values = array(DType.FLOAT32, 0.4, 1.5, 4095.2);
    assertThat(StoredPixels.roundable(values)).isTrue();
    StoredPixels pixels = StoredPixels.rounded(values, 8);
    assertThat(pixels.values().toDoubles()).containsExactly(0, 2, 4095);
    assertThat(pixels.bitsStored()).isEqualTo(12);
    assertThat(StoredPixels.roundable(array(DType.FLOAT32, -0.6, 1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNoFiniteNumberIsRefused(double value) {
    assertThatThrownBy(() -> StoredPixels.of(array(DType.FLOAT32, 1, value), 8, true))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(
            "values for DICOM must be finite numbers, since pixel data holds no others, but is ")
        .hasMessageEndingWith("; write .npy, which keeps them");
  }
}
