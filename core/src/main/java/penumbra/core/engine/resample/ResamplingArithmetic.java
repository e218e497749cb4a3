package penumbra.core.engine.resample;

import penumbra.core.DType;

/// How weighted sums are computed and stored in a type, as in Pillow.
///
/// - UINT8 from UINT8: fixed-point weights with 22 fractional bits, integer sums, rounded half up.
/// - Other integers: double precision, rounded half away from zero.
/// - Both clip to the type's range.
/// - Floating point: double precision, stored in the type.
///
/// Every pass stores its result in the type.
///
/// @param type of the results
/// @param fixedPoint whether sums are whole numbers
record ResamplingArithmetic(DType type, boolean fixedPoint) {
  /// 32 bits less 8 for the values and 2 for sums of weights beyond 1.
  private static final int POINT = 1 << 22;

  static ResamplingArithmetic of(DType from, DType to) {
    return new ResamplingArithmetic(to, from == DType.UINT8 && to == DType.UINT8);
  }

  /// The weights as they count.
  double[] weights(double[] exact) {
    if (!fixedPoint) {
      return exact;
    }
    double[] whole = new double[exact.length];
    for (int i = 0; i < whole.length; i++) {
      double scaled = exact[i] * POINT;
      whole[i] = (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    }
    return whole;
  }

  /// Turns sums into values of the type.
  void finish(double[] sums, int n) {
    if (!type.isInteger()) {
      return;
    }
    double min = type.min();
    double max = type.max();
    for (int i = 0; i < n; i++) {
      double sum = sums[i];
      double rounded;
      if (fixedPoint) {
        rounded = Math.floor((sum + POINT / 2.0) / POINT);
      } else {
        rounded = sum >= 0 ? Math.floor(sum + 0.5) : -Math.floor(0.5 - sum);
      }
      sums[i] = Math.clamp(rounded, min, max);
    }
  }
}
