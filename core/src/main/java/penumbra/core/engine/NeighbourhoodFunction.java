package penumbra.core.engine;

/// What an author writes of a [NeighbourhoodFilter]: the windows of a line of neighbouring places
/// in, their results out. There are three ways to write it:
///
/// - [#ofWindows]: one window in, one value out. The easiest.
/// - [#ofElements]: one element of all windows at a time. The fastest, for what grows element by
///   element: sums, maxima.
/// - [#apply] itself, for all else: it finds every element in its place.
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

  /// Does one element of all windows after the other. The elements are copied to the front of an
  /// array of their own, for only then does the compiler make vector instructions of the loop.
  static NeighbourhoodFunction ofElements(ElementFunction function) {
    return (values, places, result, n) -> {
      double[] elements = new double[n];
      for (int k = 0; k < places.length; k++) {
        System.arraycopy(values, places[k], elements, 0, n);
        function.apply(k, elements, result, n);
      }
    };
  }
}
