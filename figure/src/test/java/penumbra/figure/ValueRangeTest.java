package penumbra.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

class ValueRangeTest {
  @Test
  void reachesFromTheLeastToTheGreatestFiniteValue() {
    double[] values = {2, Double.NaN, -3.5, Double.POSITIVE_INFINITY, 9, Double.NEGATIVE_INFINITY};
    assertThat(ValueRange.of(NdArray.ofFloat64(values, 2, 3))).isEqualTo(new ValueRange(-3.5, 9));
  }

  @Test
  void findsExtremesInEveryBlockOfALargeArray() {
    float[] values = new float[20_001];
    values[20_000] = 5;
    values[9_000] = -2;
    assertThat(ValueRange.of(NdArray.ofFloat32(values, 20_001))).isEqualTo(new ValueRange(-2, 5));
  }

  @Test
  void isZeroToZeroWhereNothingIsFinite() {
    NdArray nothing = NdArray.ofFloat64(new double[] {Double.NaN}, 1);
    assertThat(ValueRange.of(nothing)).isEqualTo(new ValueRange(0, 0));
    assertThat(ValueRange.of(NdArray.ofUint8(new byte[0], 0))).isEqualTo(new ValueRange(0, 0));
  }

  @Test
  void isSymmetricAroundZeroWhenAsked() {
    NdArray difference = NdArray.ofFloat64(new double[] {-3, 1, 2}, 3);
    assertThat(ValueRange.symmetric(difference)).isEqualTo(new ValueRange(-3, 3));
  }

  @Test
  void mustNotEndBelowItsStart() {
    assertThatThrownBy(() -> new ValueRange(2, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "a value range must not end below its start, but is 2.0 to 1.0; swap the two, or reverse"
                + " the colormap to show high values dark");
  }

  @Test
  void mustHaveFiniteEnds() {
    assertThatThrownBy(() -> new ValueRange(Double.NaN, 1))
        .hasMessage("a value range must have finite ends, but is NaN to 1.0; give two numbers");
  }
}
