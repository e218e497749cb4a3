package penumbra.core.kernel;

/// The inner loops of filters: branch-free, over neighbouring outputs, on lines of `double` or
/// `float`. All implementations give the same bits, because each output is computed in the order of
/// the formula: `double` without fused multiply-add, `float` with it where the formula says fma.
///
/// **Ranges.** Every loop works on places `x` of `[0, n)`, a whole number of [#STEP]s. Lines are
/// long enough for that; elements after the last used place are undefined.
///
/// **Correlations.** Tap `k` of output `x` is `taps[offsets[k] + shift + x]`. Down the columns, the
/// taps are rows of a ring; along a row, they are one line with increasing offsets. A sweep starts
/// from `start[from + x] * weight` and adds one or four terms, or two sums, from the weight `k` on;
/// the offsets of pairs are those at `k` and at the same distance from the end. Further sweeps
/// start from their own output with weight 1, which changes nothing.
public interface LineKernels {
  /// All ranges are multiples of this: a whole vector of floats on any machine.
  int STEP = 16;

  /// What a sweep adds for each weight `w` with the taps `a` and, for pairs, `b`.
  enum Term {
    /// `(a + b) * w`
    SUM,
    /// `(a - b) * w`
    DIFFERENCE,
    /// `a * w`
    TAP
  }

  /// The number of terms that a sweep of two kernels adds to each.
  int TWIN_TERMS = 4;

  /// The largest number of terms of so many that one sweep may add.
  static int terms(Term term, int of) {
    return of >= 4 ? 4 : of >= 2 && term == Term.SUM ? 2 : 1;
  }

  /// For example `simd, 256 bits`.
  String label();

  /// Whether these kernels run at full speed on this machine and virtual machine.
  default boolean isUsable() {
    return true;
  }

  /// `n` rounded up to a multiple of [#STEP].
  static int padded(int n) {
    return Math.addExact(n, STEP - 1) & -STEP;
  }

  /// One sweep: `out[at + x] = start[from + x] * weight + term(k) [+ ... + term(k + terms - 1)]`;
  /// [#terms] gives the allowed numbers of terms.
  void sweep(
      Term term,
      int terms,
      double[] taps,
      int[] offsets,
      int shift,
      double[] weights,
      int k,
      double[] start,
      int from,
      double weight,
      double[] out,
      int at,
      int n);

  /// The same for `float`; each term is added by fma.
  void sweep(
      Term term,
      int terms,
      float[] taps,
      int[] offsets,
      int shift,
      float[] weights,
      int k,
      float[] start,
      int from,
      float weight,
      float[] out,
      int at,
      int n);

  /// Two kernels on the same taps: the same as [#sweep] with four sums, from weight 0 on, with the
  /// weights `first` to `out[at ..]` and with `second` to `other[otherAt ..]`. Both start from the
  /// middle tap times its weight.
  void twinSweep(
      double[] taps,
      int[] offsets,
      int shift,
      double[] first,
      double[] second,
      double[] out,
      int at,
      double[] other,
      int otherAt,
      int n);

  /// The same for `float`.
  void twinSweep(
      float[] taps,
      int[] offsets,
      int shift,
      float[] first,
      float[] second,
      float[] out,
      int at,
      float[] other,
      int otherAt,
      int n);

  /// `out[at + x] = in[from + x] * weight`
  void scale(double[] in, int from, double weight, double[] out, int at, int n);

  /// `out[at + x] = in[from + x] * weight`
  void scale(float[] in, int from, float weight, float[] out, int at, int n);

  /// Unsigned bytes: `out[at + x] = in[x]` for `x` of `[0, n)`.
  void widen(byte[] in, float[] out, int at, int n);

  /// Unsigned bytes: `out[at + x] = in[x]` for `x` of `[0, n)`.
  void widen(byte[] in, double[] out, int at, int n);

  /// Unsigned shorts: `out[at + x] = in[x]` for `x` of `[0, n)`.
  void widen(short[] in, float[] out, int at, int n);

  /// Unsigned shorts: `out[at + x] = in[x]` for `x` of `[0, n)`.
  void widen(short[] in, double[] out, int at, int n);

  /// Truncates fractions and keeps the low eight bits: `line[at + x] = (int) line[at + x] & 0xFF`
  /// for `x` of `[0, n)`. The values must be within the range of int.
  void truncate(double[] line, int at, int n);

  /// The derivatives of a 3 x 3 gradient operator: Sobel with `centre` 2, Prewitt with 1. The three
  /// lines `a`, `b`, `c` begin at `above`, `here` and `below`, with one place before each:
  ///
  /// `dx[x] = fma(centre, b[x+1] - b[x-1], (a[x+1] - a[x-1]) + (c[x+1] - c[x-1]))` and `dy[x] =
  /// fma(centre, c[x] - a[x], (c[x-1] - a[x-1]) + (c[x+1] - a[x+1]))` for `x` of `[0, n)`.
  void gradient(
      float[] lines, int above, int here, int below, float centre, float[] dx, float[] dy, int n);

  /// [#gradient] and then [#magnitudes] of its result, in one loop.
  void gradientAndMagnitudes(
      float[] lines,
      int above,
      int here,
      int below,
      float centre,
      boolean squared,
      float[] dx,
      float[] dy,
      float[] out,
      int at,
      int n);

  /// The magnitudes of gradients: `out[at + x] = |dx[x]| + |dy[x]|`, or if `squared`, `dx[x] *
  /// dx[x] + dy[x] * dy[x]`, for `x` of `[0, n)`.
  void magnitudes(boolean squared, float[] dx, float[] dy, float[] out, int at, int n);

  /// `a[x] = sqrt(a[x] * a[x] + b[x] * b[x])` for `x` of `[0, n)`.
  void hypotenuse(float[] a, float[] b, int n);

  /// tan 22.5 degrees in 15 fractional bits, rounded as in OpenCV, so that equal input gives equal
  /// edges.
  float TAN_22 = 13573 / 32768f;

  /// Canny's non-maximum suppression: writes to `found` the places `x` of `[0, n)` with a magnitude
  /// `m = magnitude[here + x] > low` that is a ridge, in order, and returns their number.
  ///
  /// With `t = |dx| * TAN_22`, a gradient is horizontal if `|dy| < t`, and vertical if `|dy|`
  /// exceeds `2 |dx| + t`; then `m` must exceed the neighbour before it and be at least as large as
  /// the one after it. Otherwise it must exceed the two neighbours on the diagonal given by the
  /// signs of `dx` and `dy`. The rows of magnitudes begin at `above`, `here` and `below`, with one
  /// place before each.
  int ridges(
      float[] magnitude,
      int above,
      int here,
      int below,
      float[] dx,
      float[] dy,
      float low,
      int[] found,
      int n);

  /// The same in double precision, where a gradient is vertical if `|dy| > |dx| * (2 + TAN_22)`:
  /// this rounds differently, but for integers neither form rounds.
  int ridges(
      double[] magnitude,
      int above,
      int here,
      int below,
      double[] dx,
      double[] dy,
      double low,
      int[] found,
      int n);

  /// Unsigned bytes, rounded to nearest and clamped; NaN becomes 0: `out[x] = in[at + x]`.
  void narrow(float[] in, int at, byte[] out, int n);

  /// Thresholds integers of 8 or 16 `bits`, packed in words with the first in the lowest bits:
  /// those above `bound`, one of their type's values, stay if `keeps`, else all their bits are set;
  /// the others become 0. Processes the first `n` words.
  void above(long[] words, int n, int bits, boolean isSigned, int bound, boolean keeps);
}
