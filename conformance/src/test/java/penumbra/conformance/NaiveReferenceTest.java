package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;
import penumbra.core.display.Window;
import penumbra.core.filter.Canny;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.GaussianLaplace;
import penumbra.core.filter.Laplace;
import penumbra.core.filter.Prewitt;
import penumbra.core.filter.Sobel;
import penumbra.core.filter.intensity.Windowing;

/// Each filter against its naive twin, bit for bit, on inputs drawn at random. The seed is fixed
/// and a failure names its case, whose input follows from its name.
class NaiveReferenceTest {
  private static final int CASES = 500;
  private static final double[] DIFFERENCE = {-1, 0, 1};
  private static final double[] SECOND_DIFFERENCE = {1, -2, 1};

  /// What a test does with one case.
  private interface Twin {
    void compare(RandomCase drawn, SplitMix64 random);
  }

  private static void each(String seed, Twin twin) {
    var random = SplitMix64.of(seed);
    for (int i = 0; i < CASES; i++) {
      twin.compare(RandomCase.draw(random), random);
    }
  }

  private static void assertSame(Object what, Naive expected, DType type, NdArray actual) {
    assertThat(Bits.mismatch(expected.stored(type), actual)).as("%s", what).isEmpty();
  }

  @Test
  @ReferenceFor(Gaussian.class)
  void gaussianCorrelatesEveryAxisInTurn() {
    each(
        "gaussian",
        (drawn, random) -> {
          Double[] sigma = new Double[drawn.rank()];
          Integer[] order = new Integer[drawn.rank()];
          Naive naive = Naive.of(drawn.array());
          for (int axis = 0; axis < drawn.rank(); axis++) {
            sigma[axis] = random.oneOf(0.0, 0.6, 1.0, random.between(0.3, 4));
            order[axis] = random.below(4);
            if (sigma[axis] > 0) {
              double[] weights = weights(sigma[axis], order[axis]);
              naive = naive.correlate(axis, weights, drawn.boundary(), drawn.outputType());
            }
          }
          var filter =
              new Gaussian(
                  PerAxis.of(sigma), PerAxis.of(order), drawn.boundary(), 4, drawn.output());
          assertSame(drawn + " " + filter, naive, drawn.outputType(), filter.apply(drawn.array()));
        });
  }

  /// The weights of a correlation, from the response to an impulse; the golden cases vouch for it.
  static double[] weights(double sigma, int order) {
    int radius = (int) (4 * sigma + 0.5);
    double[] impulse = new double[2 * radius + 1];
    impulse[radius] = 1;
    double[] response =
        Gaussian.of(sigma)
            .withOrder(order)
            .withBoundary(Boundary.zero())
            .apply(NdArray.ofFloat64(impulse, impulse.length))
            .toDoubles();
    for (int i = 0; i < radius; i++) {
      double left = response[i];
      response[i] = response[2 * radius - i];
      response[2 * radius - i] = left;
    }
    return response;
  }

  @Test
  @ReferenceFor(GaussianLaplace.class)
  void gaussianLaplaceSumsSecondDerivatives() {
    each(
        "gaussian-laplace",
        (drawn, random) -> {
          double sigma = random.oneOf(0.7, 1.0, random.between(0.3, 3));
          List<Naive> parts = new ArrayList<>();
          for (int along = 0; along < drawn.rank(); along++) {
            Naive second = Naive.of(drawn.array());
            for (int axis = 0; axis < drawn.rank(); axis++) {
              double[] weights = weights(sigma, axis == along ? 2 : 0);
              second = second.correlate(axis, weights, drawn.boundary(), drawn.outputType());
            }
            parts.add(second);
          }
          var filter = new GaussianLaplace(PerAxis.of(sigma), drawn.boundary(), 4, drawn.output());
          NdArray sum = Naive.sum(parts, drawn.outputType());
          assertThat(Bits.mismatch(sum, filter.apply(drawn.array())))
              .as("%s %s", drawn, filter)
              .isEmpty();
        });
  }

  @Test
  @ReferenceFor(Laplace.class)
  void laplaceSumsSecondDifferences() {
    each(
        "laplace",
        (drawn, random) -> {
          Naive input = Naive.of(drawn.array());
          List<Naive> parts = new ArrayList<>();
          for (int axis = 0; axis < drawn.rank(); axis++) {
            parts.add(
                input.correlate(axis, SECOND_DIFFERENCE, drawn.boundary(), drawn.outputType()));
          }
          var filter = new Laplace(drawn.boundary(), drawn.output());
          NdArray sum = Naive.sum(parts, drawn.outputType());
          assertThat(Bits.mismatch(sum, filter.apply(drawn.array()))).as("%s", drawn).isEmpty();
        });
  }

  @Test
  @ReferenceFor(Sobel.class)
  void sobelSmoothsItsDifferenceWithOneTwoOne() {
    each(
        "sobel",
        (drawn, random) -> {
          int axis = random.below(drawn.rank());
          var filter = new Sobel(axis - drawn.rank(), drawn.boundary(), drawn.output());
          Naive naive = difference(drawn, axis, new double[] {1, 2, 1});
          assertSame(
              drawn + " axis " + axis, naive, drawn.outputType(), filter.apply(drawn.array()));
        });
  }

  @Test
  @ReferenceFor(Prewitt.class)
  void prewittSmoothsItsDifferenceWithOneOneOne() {
    each(
        "prewitt",
        (drawn, random) -> {
          int axis = random.below(drawn.rank());
          var filter = new Prewitt(axis, drawn.boundary(), drawn.output());
          Naive naive = difference(drawn, axis, new double[] {1, 1, 1});
          assertSame(
              drawn + " axis " + axis, naive, drawn.outputType(), filter.apply(drawn.array()));
        });
  }

  private static Naive difference(RandomCase drawn, int along, double[] smoothing) {
    Naive naive =
        Naive.of(drawn.array()).correlate(along, DIFFERENCE, drawn.boundary(), drawn.outputType());
    for (int axis = 0; axis < drawn.rank(); axis++) {
      if (axis != along) {
        naive = naive.correlate(axis, smoothing, drawn.boundary(), drawn.outputType());
      }
    }
    return naive;
  }

  @ParameterizedTest
  @EnumSource
  @ReferenceFor(Windowing.class)
  void windowShowsItsValuesFromBlackToWhite(Window.Function function) {
    each(
        "window " + function,
        (drawn, random) -> {
          double center = random.oneOf(0.0, 128.0, random.between(-50, 300));
          double width = random.oneOf(1.0, 256.0, random.between(1, 400));
          boolean invert = random.below(2) == 1;
          DType type = random.oneOf(DType.UINT8, DType.UINT16, DType.FLOAT32, DType.FLOAT64);
          double white = type == DType.UINT16 ? 65535 : 255;
          double[] values = drawn.array().toDoubles();
          for (int i = 0; i < values.length; i++) {
            double lightness = lightness(values[i], center, width, function);
            double level = type.isInteger() ? Math.rint(lightness * white) : lightness * white;
            values[i] = invert ? white - level : level;
          }
          var filter = new Windowing(center, width, function, invert, OutputType.of(type));
          NdArray expected = NdArray.of(type, values, drawn.array().shape());
          assertThat(Bits.mismatch(expected, filter.apply(drawn.array())))
              .as("%s %s", drawn, filter)
              .isEmpty();
        });
  }

  /// As DICOM PS3.3 writes it, section C.11.2.1.
  private static double lightness(double x, double c, double w, Window.Function function) {
    if (function == Window.Function.SIGMOID) {
      return 1 / (1 + StrictMath.exp(-4 * (x - c) / w));
    }
    boolean exact = function == Window.Function.LINEAR_EXACT;
    double middle = exact ? c : c - 0.5;
    double stretch = exact ? w : w - 1;
    if (x <= middle - stretch / 2) {
      return 0;
    }
    return x > middle + stretch / 2 ? 1 : (x - middle) / stretch + 0.5;
  }

  @ParameterizedTest
  @EnumSource
  @ReferenceFor(Canny.class)
  void cannyKeepsTheRidgesThatReachTheUpperThreshold(Canny.Norm norm) {
    var random = SplitMix64.of("canny " + norm);
    for (int i = 0; i < CASES; i++) {
      int height = 1 + random.below(24);
      int width = 1 + random.below(24);
      DType type = random.oneOf(DType.UINT8, DType.UINT8, DType.INT16, DType.FLOAT32);
      var flavour =
          random.oneOf(
              GeneratedInput.Flavour.IMAGE,
              GeneratedInput.Flavour.FULL,
              GeneratedInput.Flavour.LOW);
      var input = new GeneratedInput(type, java.util.List.of(height, width), flavour);
      Boundary boundary = RandomCase.boundary(random);
      double low = random.between(0, 150);
      double high = low + random.between(0, 250);
      double sigma = random.oneOf(0.0, 0.0, 1.4, 0.8);
      NdArray image = input.array();
      byte[] expected = naiveCanny(image, sigma, boundary, norm).edges(low, high);
      NdArray actual = new Canny(low, high, sigma, norm, boundary).apply(image);
      assertThat(actual.toBytes())
          .as("%s %s sigma %s, %s..%s", input.name(), boundary, sigma, low, high)
          .isEqualTo(expected);
    }
  }

  private static NaiveCanny naiveCanny(
      NdArray image, double sigma, Boundary boundary, Canny.Norm norm) {
    NdArray smooth =
        sigma == 0
            ? image
            : Gaussian.of(sigma)
                .withTruncate(2 / sigma) // 5 x 5
                .withBoundary(boundary)
                .withOutputType(OutputType.of(DType.FLOAT64))
                .apply(image);
    double[] smoothing = {1, 2, 1};
    Naive input = Naive.of(smooth);
    Naive dx =
        input
            .correlate(1, DIFFERENCE, boundary, DType.FLOAT64)
            .correlate(0, smoothing, boundary, DType.FLOAT64);
    Naive dy =
        input
            .correlate(0, DIFFERENCE, boundary, DType.FLOAT64)
            .correlate(1, smoothing, boundary, DType.FLOAT64);
    return new NaiveCanny(
        image.length(0), image.length(1), doubles(dx), doubles(dy), norm == Canny.Norm.L2);
  }

  private static double[] doubles(Naive naive) {
    return naive.values().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
