package penumbra.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import penumbra.core.DType;
import penumbra.core.NdArray;

class EntropyTest {
  @Test
  void equalElementsHaveNone() {
    assertThat(Entropy.of(NdArray.ofUint8(new byte[] {7, 7, 7}, 3))).isZero();
  }

  @Test
  void asManyValuesAsBitsCanTellHaveThatManyBits() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertThat(Entropy.of(NdArray.ofUint8(all, 16, 16))).isCloseTo(8, within(1e-12));
  }

  @Test
  void everyTypeGivesTheSame() {
    double[] values = {1, 1, 2, 3, 3, 3, 9, 1};
    double expected = Entropy.of(NdArray.of(DType.UINT8, values, 8));
    for (DType type : DType.values()) {
      NdArray array = NdArray.of(type, values, 2, 4);
      assertThat(Entropy.of(array)).as(type.label()).isEqualTo(expected);
      assertThat(Measures.of(array).entropy()).as(type.label()).isEqualTo(expected);
    }
  }

  @Test
  void nanIsLeftOutAndBothZerosAreOneValue() {
    double[] values = {0.0, -0.0, Double.NaN, 5, 5};
    assertThat(Entropy.of(NdArray.ofFloat64(values, 5))).isCloseTo(1, within(1e-15));
    assertThat(Entropy.of(NdArray.ofFloat64(new double[] {Double.NaN}, 1))).isNaN();
  }
}
