package penumbra.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;

class MeasureTest {
  @Test
  void leavesNanOutAndCountsIt() {
    NdArray array = NdArray.ofFloat32(new float[] {3, Float.NaN, 1, 2, Float.NaN}, 5);
    Statistics s = Statistics.of(array);
    assertThat(s).isEqualTo(new Statistics(3, 1, 3, 2, 2, Math.sqrt(2 / 3.0), 2, 0));
    assertThat(Extremes.of(array)).isEqualTo(new Extremes(1, 3));
    assertThat(Histogram.of(array, 1, 3, 2).counts()).containsExactly(1, 2);
  }

  @Test
  void leavesInfinityOutAndCountsIt() {
    for (DType type : new DType[] {DType.FLOAT16, DType.FLOAT32, DType.FLOAT64}) {
      double[] values = {3, Double.POSITIVE_INFINITY, 1, Double.NEGATIVE_INFINITY, Double.NaN, 2};
      NdArray array = NdArray.of(type, values, 6);
      assertThat(Statistics.of(array))
          .isEqualTo(new Statistics(3, 1, 3, 2, 2, Math.sqrt(2 / 3.0), 1, 2));
      assertThat(Extremes.of(array)).isEqualTo(new Extremes(1, 3));
      assertThat(Percentiles.of(array, 0, 50, 100)).containsExactly(1, 2, 3);
      assertThat(Histogram.of(array, 1, 3, 2).counts()).containsExactly(1, 2);
      assertThat(Entropy.of(array)).isCloseTo(Math.log(3) / Math.log(2), within(1e-12));
    }
  }

  @Test
  void theDeviationOfSixteenBitsIsThatOfExactSums() {
    short[] levels = new short[100_003];
    Arrays.fill(levels, (short) 65535);
    levels[7] = (short) 65534;
    // The variance of n - 1 equal levels and one that is 1 lower.
    double n = levels.length;
    double expected = Math.sqrt((n - 1) / (n * n));
    assertThat(Statistics.of(NdArray.ofUint16(levels, levels.length)).standardDeviation())
        .isCloseTo(expected, within(Math.ulp(expected)));
  }

  @Test
  void hasNoFiguresOfNothing() {
    Statistics s = Statistics.of(NdArray.ofFloat64(new double[] {Double.NaN}, 1));
    assertThat(s.count()).isZero();
    assertThat(s.nanCount()).isEqualTo(1);
    assertThat(s.mean()).isNaN();
    assertThat(Percentiles.of(NdArray.ofUint8(new byte[0], 0), 50)).containsExactly(Double.NaN);
  }

  @Test
  void keepsTheSmallTermsOfALargeSum() {
    double[] values = new double[1001];
    Arrays.fill(values, 1e-16);
    values[0] = 1;
    assertThat(Statistics.of(NdArray.ofFloat64(values, 1001)).mean() * 1001)
        .isCloseTo(1 + 1e-13, within(1e-15));
  }

  @ParameterizedTest
  @EnumSource
  void countsAndSortsToTheSameOrder(DType type) {
    Random random = new Random(5);
    double[] values = random.doubles(501, -100, 200).map(Math::rint).toArray();
    NdArray array = NdArray.of(type, values, 501);
    double[] sorted = array.toDoubles();
    Arrays.sort(sorted);
    Order order = Order.of(array, Execution.ofThreads(2));
    for (int i = 0; i < sorted.length; i++) {
      assertThat(order.at(i)).isEqualTo(sorted[i]);
    }
    assertThat(Statistics.of(array).median()).isEqualTo(sorted[250]);
  }

  @Test
  void closesTheLastBin() {
    Histogram histogram =
        Histogram.of(NdArray.ofUint8(new byte[] {0, 1, (byte) 255}, 3), 0, 255, 256);
    assertThat(histogram.counts()[0]).isEqualTo(1);
    assertThat(histogram.counts()[1]).isEqualTo(1);
    assertThat(histogram.counts()[255]).isEqualTo(1);
    assertThat(histogram.edges()).hasSize(257).startsWith(0, 0.99609375).endsWith(255);
  }

  @Test
  void saysWhatIsWrongWithARangeOrAPercentile() {
    NdArray array = NdArray.ofUint8(new byte[1], 1);
    assertThatThrownBy(() -> Histogram.of(array, 5, 5, 10))
        .hasMessage(
            "the range of a histogram must run from a number to a larger one, but is 5.0..5.0; give"
                + " min below max");
    assertThatThrownBy(() -> Histogram.of(array, 0, 1, 0))
        .hasMessage("bins must be at least 1, but is 0; give 256 for instance");
    assertThatThrownBy(() -> Percentiles.of(array, 101))
        .hasMessage(
            "a percentile must lie in 0..100, but is 101.0; give percent, 50 for the median");
  }
}
