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
/// The result at place `i` is `sum over k of weights[k] * x[i - before() + k]`. They are the
/// weights of a correlation, so they are not reversed: `-1 0 1` is positive where values rise.
///
/// **Bits.** Products are summed in SciPy's order. If the number of weights is odd and they are
/// symmetric (or antisymmetric) within the machine epsilon, each weight is applied to the sum (or
/// difference) of its pair of elements, from the outermost pair to the innermost.
public final class Weights {
  private final LineKernel kernel;

  private Weights(LineKernel kernel) {
    this.kernel = kernel;
  }

  /// These weights. The middle one (the right one of the two, if their number is even) is at the
  /// output's place.
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
  /// @param truncate the radius in standard deviations, rounded to whole elements
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

  /// The same weights with SciPy's `origin`: with a positive origin the window starts further in
  /// front, so that the result moves backwards. The window must still cover the output's place.
  public Weights withOrigin(int origin) {
    Span.of(length(), origin);
    return new Weights(kernel.withOrigin(origin));
  }

  /// The number of weights.
  public int length() {
    return kernel.length();
  }

  /// The number of places in front of the output's place.
  public int before() {
    return kernel.before();
  }

  /// The number of places behind the output's place.
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
