package penumbra.report.article;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.filter.Canny;
import penumbra.core.filter.FourierGaussianMultiplier;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.GaussianGradientMagnitude;
import penumbra.core.filter.GaussianLaplace;
import penumbra.core.filter.Hypot;
import penumbra.core.filter.Prewitt;
import penumbra.core.filter.Sobel;
import penumbra.core.filter.SobelMagnitude;
import penumbra.core.filter.intensity.Normalize;
import penumbra.core.measure.Percentiles;

/// The article's four filters, each as its Python code computes it and as it was intended.
///
/// The published results keep the input's type in each step, which is SciPy's default. A pixel
/// overflowed if the same steps, stored in 64-bit integers, give another value.
final class Studies {
  static final String LAPLACIAN = "laplacian-of-gaussian";
  static final String GRADIENT = "gaussian-gradient-magnitude";
  static final String SOBEL = "sobel";
  static final String CANNY = "canny";

  /// The four, in the article's order.
  static final List<BiFunction<NdArray, Execution, FilterComparison>> ALL =
      List.of(
          Studies::laplacianOfGaussian, Studies::gradientMagnitude, Studies::sobel, Studies::canny);

  private static final OutputType WIDE = OutputType.of(DType.INT64);
  private static final OutputType EXACT = OutputType.of(DType.FLOAT64);
  private static final double WHITE = 255;
  private static final int LINE = 8192;

  // Of the gradient's magnitude: values above the higher percentile are certainly edges, values
  // below the lower one are certainly none.
  private static final double LOW_PERCENTILE = 86;
  private static final double HIGH_PERCENTILE = 95;

  private Studies() {}

  /// `scipy.ndimage.gaussian_laplace(image, sigma=1)`
  static FilterComparison laplacianOfGaussian(NdArray image, Execution execution) {
    return ofOneFilter(LAPLACIAN, GaussianLaplace.of(1)::withOutputType, image, execution);
  }

  /// `scipy.ndimage.gaussian_gradient_magnitude(image, sigma=2)`
  static FilterComparison gradientMagnitude(NdArray image, Execution execution) {
    return ofOneFilter(GRADIENT, GaussianGradientMagnitude.of(2)::withOutputType, image, execution);
  }

  private static FilterComparison ofOneFilter(
      String name, Function<OutputType, Filter> filter, NdArray image, Execution execution) {
    NdArray published = filter.apply(OutputType.SAME).apply(image, execution);
    NdArray wide = filter.apply(WIDE).apply(image, execution);
    NdArray corrected = filter.apply(EXACT).apply(image, execution);
    return new FilterComparison(name, published, corrected, differing(published, wide), "");
  }

  /// `hypot(sobel(image, axis=0), sobel(image, axis=1))`, times 255 over its maximum.
  static FilterComparison sobel(NdArray image, Execution execution) {
    NdArray[] published = new NdArray[2];
    NdArray[] wide = new NdArray[2];
    for (int axis = 0; axis < 2; axis++) {
      published[axis] = Sobel.along(axis).withOutputType(OutputType.SAME).apply(image, execution);
      wide[axis] = Sobel.along(axis).withOutputType(WIDE).apply(image, execution);
    }
    NdArray length = Hypot.of(published[0], published[1], execution);
    Filter magnitude = SobelMagnitude.standard().withOutputType(EXACT);
    return new FilterComparison(
        SOBEL,
        Normalize.toMaximum(WHITE).apply(length, execution).as(DType.FLOAT32),
        magnitude.then(Normalize.toMaximum(WHITE)).apply(image, execution),
        differingInEither(published, wide),
        "");
  }

  /// Prewitt's magnitude of `fourier_gaussian(image, sigma=0.05)`, which the article calls Canny;
  /// corrected, Canny's edges.
  static FilterComparison canny(NdArray image, Execution execution) {
    NdArray shaded = FourierGaussianMultiplier.of(0.05).apply(image, execution);
    NdArray length =
        Hypot.of(
            Prewitt.along(0).apply(shaded, execution),
            Prewitt.along(1).apply(shaded, execution),
            execution);
    double[] thresholds =
        Percentiles.of(
            smoothedGradient(image, execution), execution, LOW_PERCENTILE, HIGH_PERCENTILE);
    double minVal = Math.rint(thresholds[0]);
    double maxVal = Math.max(minVal, Math.rint(thresholds[1]));
    return new FilterComparison(
        CANNY,
        Normalize.toMaximum(WHITE).apply(length, execution),
        Canny.of(minVal, maxVal).apply(image, execution),
        0,
        String.format(Locale.ROOT, "minVal %.0f, maxVal %.0f", minVal, maxVal));
  }

  /// The gradient whose ridges Canny's method follows.
  private static NdArray smoothedGradient(NdArray image, Execution execution) {
    NdArray smooth = Gaussian.of(1.4).withTruncate(2 / 1.4).apply(image, execution);
    return SobelMagnitude.standard().apply(smooth, execution);
  }

  private static long differing(NdArray a, NdArray b) {
    return differingInEither(new NdArray[] {a}, new NdArray[] {b});
  }

  /// The number of places where an array of `a` differs from its counterpart in `b`.
  private static long differingInEither(NdArray[] a, NdArray[] b) {
    double[] x = new double[LINE];
    double[] y = new double[LINE];
    long count = 0;
    for (long from = 0; from < a[0].size(); from += LINE) {
      int n = (int) Math.min(LINE, a[0].size() - from);
      boolean[] differs = new boolean[n];
      for (int k = 0; k < a.length; k++) {
        a[k].load(from, x, 0, n);
        b[k].load(from, y, 0, n);
        for (int i = 0; i < n; i++) {
          differs[i] |= x[i] != y[i];
        }
      }
      for (boolean d : differs) {
        count += d ? 1 : 0;
      }
    }
    return count;
  }
}
