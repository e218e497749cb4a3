package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.filter.Canny;
import penumbra.core.filter.FourierGaussian;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.GaussianGradientMagnitude;
import penumbra.core.filter.GaussianLaplace;
import penumbra.core.filter.Laplace;
import penumbra.core.filter.Prewitt;
import penumbra.core.filter.PrewittMagnitude;
import penumbra.core.filter.Sobel;
import penumbra.core.filter.SobelMagnitude;

/// Mathematical properties of the filters, independent of SciPy.
class PropertiesTest {
  private static final Boundary WRAP = new Boundary.Wrap();

  /// The filters that take no differences and keep a constant image as it is.
  static Stream<Filter> smoothings() {
    return Stream.of(Gaussian.of(0.5), Gaussian.of(3, 1), FourierGaussian.of(2));
  }

  /// The filters that depend only on differences.
  static Stream<Filter> derivatives() {
    return Stream.of(
        Gaussian.of(1).withOrder(1, 0),
        Gaussian.of(2).withOrder(0, 3),
        GaussianGradientMagnitude.of(1),
        Laplace.standard(),
        Sobel.along(0),
        Prewitt.along(1),
        SobelMagnitude.standard(),
        PrewittMagnitude.standard(),
        Canny.of(0, 0));
  }

  /// The linear filters, as they treat an image that repeats for ever.
  static Stream<Filter> linear() {
    return Stream.of(
        Gaussian.of(1.3).withBoundary(WRAP),
        Gaussian.of(2).withOrder(1, 2).withBoundary(WRAP),
        GaussianLaplace.of(1).withBoundary(WRAP),
        Laplace.standard().withBoundary(WRAP),
        Sobel.along(0).withBoundary(WRAP),
        Prewitt.along(1).withBoundary(WRAP));
  }

  private static NdArray image(DType type, String shape) {
    String flavour = type == DType.FLOAT64 ? "/full" : "/image";
    return GeneratedInput.named(type.label() + "/" + shape + flavour).array();
  }

  @ParameterizedTest
  @MethodSource("smoothings")
  void smoothingAConstantImageKeepsIt(Filter filter) {
    double[] values = new double[19 * 23];
    Arrays.fill(values, 137.25);
    NdArray result = filter.apply(NdArray.of(DType.FLOAT64, values, 19, 23));
    assertThat(result.toDoubles()).containsExactly(values, within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("derivatives")
  void aConstantImageHasNoDerivatives(Filter filter) {
    double[] values = new double[19 * 23];
    Arrays.fill(values, 137.25);
    NdArray result = filter.apply(NdArray.of(DType.FLOAT64, values, 19, 23));
    assertThat(result.toDoubles()).containsOnly(new double[] {0}, within(1e-12));
  }

  @Test
  void aRampHasItsSlopeAwayFromTheEdges() {
    double slope = 2.5;
    NdArray ramp =
        NdArray.ofFloat64(DoubleStream.iterate(0, x -> x + slope).limit(60).toArray(), 60);
    assertThat(inside(Gaussian.of(1).withOrder(1).apply(ramp)))
        .containsOnly(new double[] {slope}, within(2e-3));
    assertThat(inside(GaussianGradientMagnitude.of(2).apply(ramp)))
        .containsOnly(new double[] {slope}, within(5e-3));
    assertThat(inside(Sobel.along(0).apply(ramp)))
        .containsOnly(new double[] {2 * slope}, within(1e-12));
    assertThat(inside(Laplace.standard().apply(ramp)))
        .containsOnly(new double[] {0}, within(1e-12));
  }

  @Test
  void aRampOfTwoAxesGivesSobelEightAndPrewittSixTimesItsSlope() {
    double[] values = new double[9 * 9];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 9 * 3;
    }
    NdArray ramp = NdArray.ofFloat64(values, 9, 9);
    assertThat(Sobel.along(1).apply(ramp).get(4, 4)).isEqualTo(24);
    assertThat(Prewitt.along(1).apply(ramp).get(4, 4)).isEqualTo(18);
    assertThat(Sobel.along(0).apply(ramp).get(4, 4)).isEqualTo(0);
    assertThat(SobelMagnitude.standard().apply(ramp).get(4, 4)).isEqualTo(24);
  }

  private static double[] inside(NdArray line) {
    return Arrays.copyOfRange(line.toDoubles(), 20, 40);
  }

  @Test
  void theResponseToAnImpulseIsAGaussianOfThatSigma() {
    for (double sigma : new double[] {0.8, 1, 2.5, 4}) {
      double[] impulse = new double[81];
      impulse[40] = 1;
      double[] response =
          Gaussian.of(sigma).withTruncate(8).apply(NdArray.ofFloat64(impulse, 81)).toDoubles();
      double variance = 0;
      for (int i = 0; i < 81; i++) {
        variance += response[i] * (i - 40) * (i - 40);
        double ideal =
            Math.exp(-(i - 40) * (i - 40) / (2 * sigma * sigma)) / (sigma * Math.sqrt(2 * Math.PI));
        assertThat(response[i]).isCloseTo(ideal, within(1e-5));
      }
      assertThat(Arrays.stream(response).sum()).isCloseTo(1, within(1e-15));
      assertThat(Math.sqrt(variance)).isCloseTo(sigma, within(1e-4));
    }
  }

  @ParameterizedTest
  @MethodSource("linear")
  void shiftingAnEndlessImageShiftsTheResult(Filter filter) {
    NdArray input = image(DType.FLOAT64, "13x17");
    NdArray expected = shifted(filter.apply(input), 5, 3);
    assertThat(Bits.mismatch(expected, filter.apply(shifted(input, 5, 3)))).isEmpty();
  }

  @Test
  void shiftingAnEndlessImageShiftsItsFourierSmoothing() {
    NdArray input = image(DType.FLOAT64, "13x17");
    double[] expected = shifted(FourierGaussian.of(1.5).apply(input), 5, 3).toDoubles();
    double[] actual = FourierGaussian.of(1.5).apply(shifted(input, 5, 3)).toDoubles();
    assertThat(actual).containsExactly(expected, within(1e-12 * 100));
  }

  private static NdArray shifted(NdArray image, int down, int right) {
    int height = image.length(0);
    int width = image.length(1);
    double[] values = new double[height * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        values[(y + down) % height * width + (x + right) % width] = image.get(y, x);
      }
    }
    return NdArray.of(image.type(), values, height, width);
  }

  @ParameterizedTest
  @MethodSource("linear")
  void theResultOfASumIsTheSumOfTheResults(Filter filter) {
    double[] a = image(DType.FLOAT64, "13x17").toDoubles();
    double[] b = GeneratedInput.named("float64/13x17/image").array().toDoubles();
    double[] sum = new double[a.length];
    Arrays.setAll(sum, i -> 2.5 * a[i] - 0.75 * b[i]);
    double[] ofA = filter.apply(NdArray.ofFloat64(a, 13, 17)).toDoubles();
    double[] ofB = filter.apply(NdArray.ofFloat64(b, 13, 17)).toDoubles();
    double[] expected = new double[a.length];
    Arrays.setAll(expected, i -> 2.5 * ofA[i] - 0.75 * ofB[i]);
    assertThat(filter.apply(NdArray.ofFloat64(sum, 13, 17)).toDoubles())
        .containsExactly(expected, within(1e-11));
  }

  @Test
  void smoothingTheAxesOneByOneIsSmoothingThemAll() {
    NdArray input = image(DType.FLOAT64, "7x16");
    NdArray rowsFirst = Gaussian.of(0, 2).apply(Gaussian.of(1.5, 0).apply(input));
    assertThat(Bits.mismatch(rowsFirst, Gaussian.of(1.5, 2).apply(input))).isEmpty();
  }

  @Test
  void anExplicitOutputTypeWrapsAsSciPyDoes() {
    NdArray step = NdArray.ofUint8(new byte[] {0, 0, (byte) 200, (byte) 200}, 4);
    var same = Sobel.along(0).withOutputType(OutputType.SAME).apply(step);
    assertThat(same.toDoubles()).containsExactly(0, 200, 200, 0);
    NdArray fall = NdArray.ofUint8(new byte[] {(byte) 200, (byte) 200, 0, 0}, 4);
    assertThat(Sobel.along(0).withOutputType(OutputType.SAME).apply(fall).toDoubles())
        .containsExactly(0, 56, 56, 0);
    assertThat(Sobel.along(0).apply(fall).toDoubles()).containsExactly(0, -200, -200, 0);
  }
}
