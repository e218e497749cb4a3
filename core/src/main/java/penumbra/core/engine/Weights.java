package penumbra.core.engine;

import static penumbra.core.InvalidInputException.require;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import penumbra.core.engine.stream.GaussianWeights;
import penumbra.core.engine.stream.LineKernel;

/// The weights of a correlation along one axis.
///
/// ```
/// Weights difference = Weights.of(-1, 0, 1);
/// Weights smoothing = Weights.gaussian(2);
/// ```
///
/// The result at place `i` is `sum over k of weights[k] * x[i - before() + k]`. The weights are
/// those of a correlation, so they are not reversed: `-1 0 1` is positive where values rise.
///
/// **Bits.** Products are summed in SciPy's order. Weights of odd number whose pairs agree within
/// the machine epsilon, or agree with opposite sign, are applied to the sum, or difference, of
/// their pair, from the outermost pair to the innermost.
public final class Weights {
  private final LineKernel kernel;

  private Weights(LineKernel kernel) {
    this.kernel = kernel;
  }

  /// These weights; the middle one (the right one of the two, if even) meets the output's place.
  public static Weights of(double... weights) {
    return new Weights(LineKernel.of(weights));
  }

  /// A sampled Gaussian whose weights sum to 1, out to 4 standard deviations.
  public static Weights gaussian(double sigma) {
    return gaussian(sigma, 0, 4);
  }

  /// The sampled Gaussian, or its derivative, with the bits that SciPy computes.
  ///
  /// @param sigma standard deviation in elements, above 0
  /// @param order order of the derivative; 0 smooths
  /// @param truncate the reach in standard deviations, rounded to whole elements
  public static Weights gaussian(double sigma, int order, double truncate) {
    require(
        sigma > 0 && Double.isFinite(sigma),
        "sigma",
        "must be a finite number above 0",
        sigma,
        "leave an axis out to leave it unsmoothed");
    require(order >= 0, "order", "must be at least 0", order, "give 0 to smooth");
    require(
        truncate >= 0 && Double.isFinite(truncate),
        "truncate",
        "must be a finite number of at least 0",
        truncate,
        "give the reach in standard deviations, 4 for instance");
    int radius = GaussianWeights.radius(sigma, truncate);
    return new Weights(GaussianWeights.kernel(sigma, order, radius));
  }

  /// All weights times `factor`.
  public Weights times(double factor) {
    double[] scaled = Arrays.stream(kernel.weights()).map(w -> w * factor).toArray();
    return new Weights(LineKernel.of(scaled).withOrigin(kernel.origin()));
  }

  /// The same weights with SciPy's `origin`: a positive one lets the window begin further in front,
  /// so that the result moves to the back. The window must still cover the output's place.
  public Weights withOrigin(int origin) {
    Span.of(length(), origin);
    return new Weights(kernel.withOrigin(origin));
  }

  /// The number of weights.
  public int length() {
    return kernel.length();
  }

  /// Places that the window reaches in front of the output's.
  public int before() {
    return kernel.before();
  }

  /// Places that the window reaches behind the output's.
  public int after() {
    return kernel.after();
  }

  /// A copy of the weights.
  public double[] toArray() {
    return kernel.weights().clone();
  }

  LineKernel kernel() {
    return kernel;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Weights that
        && kernel.origin() == that.kernel.origin()
        && Arrays.equals(kernel.weights(), that.kernel.weights());
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(kernel.weights()) + kernel.origin();
  }

  /// For example `[-1.0, 0.0, 1.0]`.
  @Override
  public String toString() {
    String moved = kernel.origin() == 0 ? "" : " origin " + kernel.origin();
    return Arrays.toString(kernel.weights()) + moved;
  }
}
