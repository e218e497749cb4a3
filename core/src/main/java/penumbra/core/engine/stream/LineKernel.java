package penumbra.core.engine.stream;

import java.util.Arrays;
import penumbra.core.InvalidInputException;
import penumbra.core.kernel.LineKernels;
import penumbra.core.kernel.LineKernels.Term;

/// The weights of a 1-D correlation, and the order in which their products are summed.
///
/// An odd number of weights whose pairs are equal within the machine epsilon counts as symmetric
/// (or antisymmetric, if they are equal with opposite signs). Then only the left weights are used,
/// each on the sum (or difference) of its pair. Results equal SciPy's because the order of
/// summation is the same.
public final class LineKernel {
  private static final double EPSILON = Math.ulp(1.0);
  static final int LONGEST = 10_000_001;

  private final double[] weights;
  private final int origin;
  private final float[] floatWeights;
  private final Term term;

  private LineKernel(double[] weights, int origin, Term term) {
    this.weights = weights;
    this.origin = origin;
    this.floatWeights = new float[weights.length];
    for (int k = 0; k < weights.length; k++) {
      floatWeights[k] = (float) weights[k];
    }
    this.term = term;
  }

  /// The kernel of these weights. The middle one (the right of the two, if their number is even) is
  /// at the output's place.
  public static LineKernel of(double... weights) {
    InvalidInputException.require(
        weights.length >= 1 && weights.length <= LONGEST,
        "the length of a kernel",
        "must lie in 1.." + LONGEST,
        weights.length,
        "choose a smaller sigma or truncate");
    return new LineKernel(weights.clone(), 0, term(weights));
  }

  /// The same weights with the window moved by `newOrigin` places towards the line's start.
  public LineKernel withOrigin(int newOrigin) {
    return new LineKernel(weights, newOrigin, term);
  }

  /// The number of places before the output's place.
  public int before() {
    return weights.length / 2 + origin;
  }

  /// The number of places after the output's place.
  public int after() {
    return weights.length - weights.length / 2 - 1 - origin;
  }

  /// The number of weights.
  public int length() {
    return weights.length;
  }

  /// By how many places the window is moved towards the line's start.
  public int origin() {
    return origin;
  }

  /// The weights; callers must not modify them.
  public double[] weights() {
    return weights;
  }

  /// The weights rounded to `float`; callers must not modify them.
  float[] floatWeights() {
    return floatWeights;
  }

  /// Whether the weights are equal to these, and the window is not moved.
  boolean hasWeights(double... others) {
    return origin == 0 && Arrays.equals(weights, others);
  }

  /// One weight.
  double weight(int k) {
    return weights[k];
  }

  /// The sum of the weights' magnitudes: how much larger a result can be than its input.
  double gain() {
    return Arrays.stream(weights).map(Math::abs).sum();
  }

  /// Whether all weights are integers.
  boolean isWhole() {
    return Arrays.stream(weights).allMatch(w -> w == Math.rint(w));
  }

  /// The tap that the sum starts with.
  int first() {
    return term == Term.TAP ? weights.length - 1 : weights.length / 2;
  }

  /// The number of terms after the first tap.
  int terms() {
    return term == Term.TAP ? weights.length - 1 : weights.length / 2;
  }

  /// The kind of each term.
  Term term() {
    return term;
  }

  /// Whether this kernel and the other one add the same pairs, enough of them to be swept together.
  boolean isTwin(LineKernel other) {
    return term == Term.SUM
        && other.term == Term.SUM
        && length() == other.length()
        && origin == other.origin
        && terms() >= LineKernels.TWIN_TERMS;
  }

  /// The positions of the taps in a line that begins at `at`.
  int[][] alongTaps(int at) {
    int[] offsets = new int[weights.length];
    Arrays.setAll(offsets, k -> at + k);
    return new int[][] {offsets};
  }

  private static Term term(double[] weights) {
    if (weights.length % 2 == 0) {
      return Term.TAP;
    }
    boolean symmetric = true;
    boolean antisymmetric = true;
    for (int left = 0, right = weights.length - 1; left < right; left++, right--) {
      symmetric &= Math.abs(weights[left] - weights[right]) <= EPSILON;
      antisymmetric &= Math.abs(weights[left] + weights[right]) <= EPSILON;
    }
    if (symmetric) {
      return Term.SUM;
    }
    return antisymmetric ? Term.DIFFERENCE : Term.TAP;
  }
}
