package penumbra.figure.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

class ValueRangeTest {
  @Test
  void percentilesAreLimitsThatAFewExtremeValuesDoNotMove() {
    double[] values = new double[101];
    for (int i = 0; i < 101; i++) {
      values[i] = i;
    }
    values[100] = 1e6;
    NdArray array = NdArray.ofFloat64(values, 101);
    assertThat(ValueRange.between(array, 1, 99)).isEqualTo(new ValueRange(1, 99));
    double[] edges = new double[101];
    edges[50] = 255;
    assertThat(ValueRange.between(NdArray.ofFloat64(edges, 101), 2, 98))
        .isEqualTo(new ValueRange(0, 255));
    values[0] = Double.NEGATIVE_INFINITY;
    values[1] = Double.NaN;
    NdArray odd = NdArray.ofFloat64(values, 101);
    assertThat(ValueRange.between(odd, 0, 50)).isEqualTo(new ValueRange(2, 51));
    assertThat(ValueRange.between(NdArray.ofFloat64(new double[] {Double.NaN}, 1), 0, 50))
        .isEqualTo(new ValueRange(0, 0));
  }

  @Test
  void differencesReachEquallyFarToBothSidesOfZero() {
    double[] values = new double[201];
    values[7] = -50;
    NdArray rare = NdArray.ofFloat64(values, 201);
    assertThat(ValueRange.symmetric(rare, 99)).isEqualTo(new ValueRange(-50, 50));
    for (int i = 0; i < 201; i++) {
      values[i] = i - 180.0;
    }
    NdArray array = NdArray.ofFloat64(values, 201);
    assertThat(ValueRange.symmetric(array, 100)).isEqualTo(new ValueRange(-180, 180));
    assertThat(ValueRange.symmetric(array, 50).max()).isBetween(75.0, 85.0);
    assertThat(ValueRange.symmetric(array, 50).min()).isBetween(-85.0, -75.0);
  }

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
