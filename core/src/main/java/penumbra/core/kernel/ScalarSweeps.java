package penumbra.core.kernel;

/// The scalar loops of one term each. Each is a separate method, because the compiler does not
/// vectorise all loops of a method that has several.
final class ScalarSweeps {
  private ScalarSweeps() {}

  static void sum(
      double[] taps,
      int a,
      int b,
      double w,
      double[] start,
      int from,
      double weight,
      double[] out,
      int at,
      int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = start[from + x] * weight + (taps[a + x] + taps[b + x]) * w;
    }
  }

  static void difference(
      double[] taps,
      int a,
      int b,
      double w,
      double[] start,
      int from,
      double weight,
      double[] out,
      int at,
      int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = start[from + x] * weight + (taps[a + x] - taps[b + x]) * w;
    }
  }

  static void tap(
      double[] taps,
      int a,
      double w,
      double[] start,
      int from,
      double weight,
      double[] out,
      int at,
      int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = start[from + x] * weight + taps[a + x] * w;
    }
  }

  static void sum(
      float[] taps,
      int a,
      int b,
      float w,
      float[] start,
      int from,
      float weight,
      float[] out,
      int at,
      int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = Math.fma(taps[a + x] + taps[b + x], w, start[from + x] * weight);
    }
  }

  static void difference(
      float[] taps,
      int a,
      int b,
      float w,
      float[] start,
      int from,
      float weight,
      float[] out,
      int at,
      int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = Math.fma(taps[a + x] - taps[b + x], w, start[from + x] * weight);
    }
  }

  static void tap(
      float[] taps,
      int a,
      float w,
      float[] start,
      int from,
      float weight,
      float[] out,
      int at,
      int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = Math.fma(taps[a + x], w, start[from + x] * weight);
    }
  }
}
