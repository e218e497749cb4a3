package penumbra.core.engine;

import penumbra.core.InvalidInputException;

/// The weights of a 1-D correlation, and the order in which their products are summed.
///
/// An odd number of weights whose pairs agree within the machine epsilon counts as symmetric (or
/// antisymmetric, where they agree with opposite sign); then only the left weights are used, each
/// on the sum (or difference) of its pair. Results equal SciPy's because the order of summation
/// does.
public final class LineKernel {
  private static final double EPSILON = Math.ulp(1.0);
  static final int LONGEST = 10_000_001;

  /// How the two halves of the weights are related.
  public enum Symmetry {
    SYMMETRIC,
    ANTISYMMETRIC,
    NONE
  }

  private final double[] weights;
  private final Symmetry symmetry;

  private LineKernel(double[] weights, Symmetry symmetry) {
    this.weights = weights;
    this.symmetry = symmetry;
  }

  /// The kernel of these weights; the middle one (the right of the two, if even) meets the output's
  /// place.
  public static LineKernel of(double... weights) {
    InvalidInputException.require(
        weights.length >= 1 && weights.length <= LONGEST,
        "the length of a kernel",
        "must lie in 1.." + LONGEST,
        weights.length,
        "choose a smaller sigma or truncate");
    return new LineKernel(weights.clone(), symmetry(weights));
  }

  /// Places that the window reaches in front of the output's.
  public int before() {
    return weights.length / 2;
  }

  /// Places that the window reaches behind the output's.
  public int after() {
    return weights.length - weights.length / 2 - 1;
  }

  /// The number of weights.
  public int length() {
    return weights.length;
  }

  /// Correlates `n` places: tap `k` of output `x` is `taps[k][offsets[k] + x]`, and the results go
  /// to `out[0 .. n - 1]`. Down the columns the taps are rows; along a row they are one line with
  /// growing offsets.
  void apply(double[][] taps, int[] offsets, double[] out, int n) {
    int middle = before();
    switch (symmetry) {
      case SYMMETRIC -> {
        Lines.scale(taps[middle], offsets[middle], weights[middle], out, n);
        for (int left = 0, right = weights.length - 1; left < middle; left++, right--) {
          Lines.addScaledSum(
              taps[left], offsets[left], taps[right], offsets[right], weights[left], out, n);
        }
      }
      case ANTISYMMETRIC -> {
        Lines.scale(taps[middle], offsets[middle], weights[middle], out, n);
        for (int left = 0, right = weights.length - 1; left < middle; left++, right--) {
          Lines.addScaledDifference(
              taps[left], offsets[left], taps[right], offsets[right], weights[left], out, n);
        }
      }
      case NONE -> {
        int last = weights.length - 1;
        Lines.scale(taps[last], offsets[last], weights[last], out, n);
        for (int k = 0; k < last; k++) {
          Lines.addScaled(taps[k], offsets[k], weights[k], out, n);
        }
      }
    }
  }

  private static Symmetry symmetry(double[] weights) {
    if (weights.length % 2 == 0) {
      return Symmetry.NONE;
    }
    boolean symmetric = true;
    boolean antisymmetric = true;
    for (int left = 0, right = weights.length - 1; left < right; left++, right--) {
      symmetric &= Math.abs(weights[left] - weights[right]) <= EPSILON;
      antisymmetric &= Math.abs(weights[left] + weights[right]) <= EPSILON;
    }
    if (symmetric) {
      return Symmetry.SYMMETRIC;
    }
    return antisymmetric ? Symmetry.ANTISYMMETRIC : Symmetry.NONE;
  }
}
