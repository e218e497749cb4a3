package penumbra.core.engine;

/// What an author writes of a [NeighbourhoodFilter]: the windows of a line of neighbouring places
/// in, their results out.
///
/// ```
/// NeighbourhoodFunction maximum = (values, places, result, n) -> {
///   System.arraycopy(values, places[0], result, 0, n);
///   for (int k = 1; k < places.length; k++) {
///     for (int x = 0; x < n; x++) {
///       result[x] = Math.max(result[x], values[places[k] + x]);
///     }
///   }
/// };
/// ```
///
/// The loop over `x` is the inner one, so that the compiler makes vector instructions of it. Where
/// that is not needed, [#ofWindows] takes a function of one window.
@FunctionalInterface
public interface NeighbourhoodFunction {
  /// Fills `result[0 .. n - 1]`. Element `k` of the window of place `x` is `values[places[k] + x]`;
  /// there are as many as the footprint has places, in C order. Neither `values` nor `places` may
  /// be changed.
  void apply(double[] values, int[] places, double[] result, int n);

  /// Does one window after the other.
  static NeighbourhoodFunction ofWindows(WindowFunction function) {
    return (values, places, result, n) -> {
      double[] window = new double[places.length];
      for (int x = 0; x < n; x++) {
        for (int k = 0; k < window.length; k++) {
          window[k] = values[places[k] + x];
        }
        result[x] = function.apply(window);
      }
    };
  }
}
