package penumbra.core.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.RandomArrays;

/// Every measurement of every type against its definition, and on any number of threads.
class NaiveMeasureTest {
  private static final int[] LENGTHS = {0, 1, 2, 7, 1023, 1024, 1025, 4099, 140_001};
  private static final double[] PERCENT = {0, 1, 12.5, 50, 99, 100};

  @ParameterizedTest
  @EnumSource
  void measuresByTheDefinition(DType type) {
    for (int n : LENGTHS) {
      assertMeasures(RandomArrays.of(type, n, n));
      assertMeasures(NdArray.of(type, RandomArrays.values(n, n, false), n));
    }
  }

  private static void assertMeasures(NdArray array) {
    double[] all = array.toDoubles();
    double[] sorted = Arrays.stream(all).filter(Double::isFinite).sorted().toArray();
    int n = sorted.length;
    Statistics statistics = Statistics.of(array);
    assertThat(statistics.count()).isEqualTo(n);
    assertThat(statistics.nanCount()).isEqualTo(count(all, Double::isNaN));
    assertThat(statistics.infiniteCount()).isEqualTo(count(all, Double::isInfinite));
    double min = n == 0 ? Double.NaN : sorted[0];
    double max = n == 0 ? Double.NaN : sorted[n - 1];
    assertThat(Extremes.of(array)).isEqualTo(new Extremes(min, max));
    assertThat(new Extremes(statistics.min(), statistics.max())).isEqualTo(Extremes.of(array));
    if (n > 0) {
      double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
      assertThat(statistics.median()).as("%s", array).isEqualTo(median);
      double largest = Math.max(Math.abs(min), Math.abs(max));
      if (largest < 1e150) {
        double mean = mean(sorted);
        assertThat(statistics.mean()).isCloseTo(mean, within(4e-15 * largest));
        assertThat(statistics.standardDeviation())
            .isCloseTo(deviation(sorted, mean), within(1e-13 * largest));
      }
    }
    assertHistogram(array, all);
  }

  private static long count(double[] values, DoublePredicate which) {
    return Arrays.stream(values).filter(which).count();
  }

  /// The JDK's sums are compensated.
  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double deviation(double[] values, double mean) {
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / values.length);
  }

  private static void assertHistogram(NdArray array, double[] all) {
    for (double[] range : new double[][] {{0, 255, 256}, {-0.25, 0.75, 3}, {-40000, 1e9, 17}}) {
      int bins = (int) range[2];
      Histogram histogram = Histogram.of(array, range[0], range[1], bins);
      double[] edges = histogram.edges();
      long[] expected = new long[bins];
      for (double value : all) {
        if (value >= range[0] && value <= range[1]) {
          int place = Arrays.binarySearch(edges, value + 0.0);
          expected[Math.min(place >= 0 ? place : -place - 2, bins - 1)]++;
        }
      }
      assertThat(histogram.counts()).as("%s %s", array, range).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotDependOnTheNumberOfThreads(DType type) {
    NdArray array = RandomArrays.of(type, 1, 600_001);
    NdArray finite = NdArray.of(type, RandomArrays.values(2, 600_001, false), 600_001);
    for (NdArray input : new NdArray[] {array, finite}) {
      Measures one = Measures.of(input, Execution.ofThreads(1));
      for (int threads : new int[] {1, 2, 7}) {
        Execution execution = Execution.ofThreads(threads);
        assertThat(Statistics.of(input, execution)).isEqualTo(one.statistics());
        assertThat(Extremes.of(input, execution)).isEqualTo(one.extremes());
        assertThat(Percentiles.of(input, execution, PERCENT)).isEqualTo(one.percentiles(PERCENT));
        assertThat(Histogram.of(input, -3, 250, 99, execution))
            .isEqualTo(one.histogram(-3, 250, 99));
      }
    }
  }
}
