package penumbra.core.engine.stream;

import penumbra.core.InvalidInputException;
import penumbra.core.engine.math.CMath;
import penumbra.core.engine.math.PairwiseSum;

/// The weights of a sampled Gaussian and of its derivatives.
///
/// `w(x) = exp(-x^2 / (2 sigma^2))` for `x = -radius .. radius`, divided by their sum; the
/// derivative of order `k` is `q(x) w(x)`, where `q = 1` and then, `k` times, `q <- q' - x q /
/// sigma^2`.
public final class GaussianWeights {
  private GaussianWeights() {}

  /// The kernel's radius: `truncate` standard deviations, rounded.
  public static int radius(double sigma, double truncate) {
    return (int) Math.min(truncate * sigma + 0.5, LineKernel.LONGEST);
  }

  /// The kernel whose correlation gives the derivative of order `order`.
  public static LineKernel kernel(double sigma, int order, int radius) {
    return LineKernel.of(weights(sigma, order, radius));
  }

  /// Its weights.
  public static double[] weights(double sigma, int order, int radius) {
    int length = 2 * radius + 1;
    InvalidInputException.require(
        length <= LineKernel.LONGEST,
        "the length of a Gaussian kernel",
        "must be at most " + LineKernel.LONGEST,
        length,
        "choose a smaller sigma or truncate");
    double[] weights = gaussian(sigma, radius);
    if (order > 0) {
      double[] polynomial = polynomial(sigma, order);
      for (int i = 0; i < length; i++) {
        // Correlation runs in the opposite direction to convolution, so the weights are reversed.
        weights[i] *= valueAt(polynomial, radius - i);
      }
    }
    return weights;
  }

  private static double[] gaussian(double sigma, int radius) {
    double[] weights = new double[2 * radius + 1];
    double factor = -0.5 / (sigma * sigma);
    for (int x = 0; x <= radius; x++) {
      double weight = CMath.exp(factor * ((double) x * x));
      weights[radius - x] = weight;
      weights[radius + x] = weight;
    }
    double sum = PairwiseSum.of(weights);
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  private static double[] polynomial(double sigma, int order) {
    double slope = 1 / -(sigma * sigma);
    double[] q = new double[order + 1];
    q[0] = 1;
    for (int k = 0; k < order; k++) {
      double[] next = new double[order + 1];
      for (int power = 0; power <= order; power++) {
        double fromBelow = power > 0 ? slope * q[power - 1] : 0;
        double fromAbove = power < order ? (power + 1) * q[power + 1] : 0;
        next[power] = fromBelow + fromAbove;
      }
      q = next;
    }
    return q;
  }

  /// Four terms at a time without fused multiply-add, the others with it. NumPy's matrix-vector
  /// product does the same on every x86-64 processor since 2013.
  private static double valueAt(double[] polynomial, int x) {
    int fours = polynomial.length - polynomial.length % 4;
    double value = 0;
    double power = 1;
    for (int k = 0; k < fours; k++) {
      value += power * polynomial[k];
      power *= x;
    }
    if (polynomial.length == fours + 1) {
      return Math.fma(power, polynomial[fours], value);
    }
    double rest = 0;
    for (int k = fours; k < polynomial.length; k++) {
      rest = Math.fma(power, polynomial[k], rest);
      power *= x;
    }
    return value + rest;
  }
}
