package penumbra.core.engine;

/// The inner loops: branch-free, over neighbouring outputs, double precision, no fused
/// multiply-add.
final class Lines {
  private Lines() {}

  /// `out = a * weight`
  static void scale(double[] a, int from, double weight, double[] out, int n) {
    for (int x = 0; x < n; x++) {
      out[x] = a[from + x] * weight;
    }
  }

  /// `out += a * weight`
  static void addScaled(double[] a, int from, double weight, double[] out, int n) {
    for (int x = 0; x < n; x++) {
      out[x] += a[from + x] * weight;
    }
  }

  /// `out += (a + b) * weight`
  static void addScaledSum(
      double[] a, int fromA, double[] b, int fromB, double weight, double[] out, int n) {
    for (int x = 0; x < n; x++) {
      out[x] += (a[fromA + x] + b[fromB + x]) * weight;
    }
  }

  /// `out += (a - b) * weight`
  static void addScaledDifference(
      double[] a, int fromA, double[] b, int fromB, double weight, double[] out, int n) {
    for (int x = 0; x < n; x++) {
      out[x] += (a[fromA + x] - b[fromB + x]) * weight;
    }
  }
}
