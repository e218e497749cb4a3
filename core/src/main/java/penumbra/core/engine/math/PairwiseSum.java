package penumbra.core.engine.math;

/// NumPy's sum of doubles: in order for fewer than 8 terms, in eight running sums up to 128, and by
/// halves above. The order of summation is part of the result.
public final class PairwiseSum {
  private static final int STRAIGHT = 8;
  private static final int BLOCK = 128;

  private PairwiseSum() {}

  /// The sum of all `values`.
  public static double of(double[] values) {
    return of(values, 0, values.length);
  }

  private static double of(double[] a, int from, int n) {
    if (n < STRAIGHT) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += a[from + i];
      }
      return sum;
    }
    if (n <= BLOCK) {
      double[] r = java.util.Arrays.copyOfRange(a, from, from + STRAIGHT);
      int i = STRAIGHT;
      for (; i < n - n % STRAIGHT; i += STRAIGHT) {
        for (int k = 0; k < STRAIGHT; k++) {
          r[k] += a[from + i + k];
        }
      }
      double sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
      for (; i < n; i++) {
        sum += a[from + i];
      }
      return sum;
    }
    int half = n / 2;
    half -= half % STRAIGHT;
    return of(a, from, half) + of(a, from + half, n - half);
  }
}
