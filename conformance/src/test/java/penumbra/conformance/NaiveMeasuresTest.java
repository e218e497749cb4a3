package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.filter.FourierGaussian;
import penumbra.core.filter.Hypot;
import penumbra.core.measure.Histogram;
import penumbra.core.measure.Percentiles;
import penumbra.core.measure.Statistics;

/// Measurements, hypotenuse and Fourier smoothing against their definitions.
class NaiveMeasuresTest {
  private static final int CASES = 500;

  @Test
  void histogramCountsWhatLiesBetweenTwoEdges() {
    var random = SplitMix64.of("histogram");
    for (int i = 0; i < CASES; i++) {
      RandomCase drawn = RandomCase.draw(random);
      double min = random.oneOf(0.0, -10.0, random.between(-50, 50));
      double max = min + random.oneOf(255.0, 1.0, random.between(0.1, 300));
      int bins = 1 + random.below(300);
      Histogram histogram = Histogram.of(drawn.array(), min, max, bins);
      double[] edges = histogram.edges();
      long[] expected = new long[bins];
      for (double value : drawn.array().toDoubles()) {
        for (int bin = 0; bin < bins; bin++) {
          boolean last = bin == bins - 1;
          boolean below = last ? value <= edges[bin + 1] : value < edges[bin + 1];
          expected[bin] += value >= edges[bin] && below ? 1 : 0;
        }
      }
      assertThat(histogram.counts()).as("%s, %s..%s", drawn, min, max).isEqualTo(expected);
    }
  }

  @Test
  void statisticsAreThoseOfTheSortedValues() {
    var random = SplitMix64.of("statistics");
    for (int i = 0; i < CASES; i++) {
      RandomCase drawn = RandomCase.draw(random);
      double[] all = drawn.array().toDoubles();
      double[] sorted = Arrays.stream(all).filter(Double::isFinite).sorted().toArray();
      Statistics actual = Statistics.of(drawn.array());
      int n = sorted.length;
      assertThat(actual.count()).isEqualTo(n);
      assertThat(actual.nanCount()).isEqualTo(Arrays.stream(all).filter(Double::isNaN).count());
      assertThat(actual.infiniteCount()).isEqualTo(all.length - n - actual.nanCount());
      if (n > 0) {
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        assertThat(actual.median()).as("%s", drawn).isEqualTo(median);
        assertThat(actual.min()).isEqualTo(sorted[0]);
        assertThat(actual.max()).isEqualTo(sorted[n - 1]);
        assertThat(Percentiles.of(drawn.array(), 0, 100))
            .as("%s", drawn)
            .containsExactly(sorted[0], sorted[n - 1]);
        assertMean(drawn, sorted, actual.mean());
      }
    }
  }

  private static void assertMean(RandomCase drawn, double[] values, double actual) {
    if (Arrays.stream(values).allMatch(x -> Math.abs(x) < 1e300)) {
      BigDecimal sum = BigDecimal.ZERO;
      for (double value : values) {
        sum = sum.add(new BigDecimal(value));
      }
      double expected =
          sum.divide(BigDecimal.valueOf(values.length), MathContext.DECIMAL128).doubleValue();
      double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
      assertThat(actual).as("%s", drawn).isCloseTo(expected, within(1e-15 * largest));
    }
  }

  @Test
  void hypotenuseIsWithinOneUnitInTheLastPlace() {
    var random = SplitMix64.of("hypot");
    for (int i = 0; i < CASES; i++) {
      double x = random.between(-1000, 1000);
      double y = random.oneOf(random.between(-1000, 1000), x, x * 1e-9, 0.0);
      double exact =
          new BigDecimal(x)
              .pow(2)
              .add(new BigDecimal(y).pow(2))
              .sqrt(MathContext.DECIMAL128)
              .doubleValue();
      double actual =
          Hypot.of(NdArray.ofFloat64(new double[] {x}, 1), NdArray.ofFloat64(new double[] {y}, 1))
              .get(0);
      assertThat(Math.abs(actual - exact) <= Math.ulp(exact))
          .as("hypot(%s, %s) is %s, expected %s", x, y, actual, exact)
          .isTrue();
    }
  }

  /// The transform by its definition, along one axis after the other.
  @Test
  @ReferenceFor(FourierGaussian.class)
  void fourierSmoothingMultipliesEveryFrequency() {
    var random = SplitMix64.of("fourier");
    for (int i = 0; i < 60; i++) {
      int height = 1 + random.below(13);
      int width = 1 + random.below(20);
      double[] sigma = {random.between(0, 3), random.between(0, 3)};
      var input = GeneratedInput.named("float64/" + height + "x" + width + "/image").array();
      double[] expected = input.toDoubles();
      smooth(expected, height, width, width, 1, sigma[0]);
      smooth(expected, width, height, 1, width, sigma[1]);
      NdArray actual = FourierGaussian.of(sigma).apply(input);
      assertThat(actual.type()).isEqualTo(DType.FLOAT64);
      assertThat(actual.toDoubles())
          .as("%s x %s, sigma %s", height, width, Arrays.toString(sigma))
          .containsExactly(expected, within(1e-12 * 255));
    }
  }

  /// Smooths the lines of `n` elements that lie `stride` apart, of which there are `lines`, `step`
  /// apart: a circular convolution with the inverse transform of the factors.
  private static void smooth(
      double[] values, int n, int lines, int stride, int step, double sigma) {
    double[] response = new double[n];
    for (int place = 0; place < n; place++) {
      for (int k = 0; k < n; k++) {
        int signed = k <= (n - 1) / 2 ? k : k - n;
        double frequency = signed / (double) n;
        double factor = Math.exp(-2 * Math.PI * Math.PI * sigma * sigma * frequency * frequency);
        response[place] += factor * Math.cos(2 * Math.PI * k * place / n) / n;
      }
    }
    for (int line = 0; line < lines; line++) {
      double[] old = new double[n];
      for (int i = 0; i < n; i++) {
        old[i] = values[line * step + i * stride];
      }
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
          sum += old[j] * response[Math.floorMod(i - j, n)];
        }
        values[line * step + i * stride] = sum;
      }
    }
  }
}
