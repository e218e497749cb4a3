package penumbra.core.engine;

/// The function of a [NeighbourhoodFilter]: it takes the windows of a line of neighbouring places
/// and returns their results. There are three ways to write it:
///
/// - [#ofWindows]: one window in, one value out. The easiest.
/// - [#ofElements]: one element of all windows at a time. The fastest, for results that are
///   accumulated element by element, such as sums and maxima.
/// - [#apply] itself, for everything else: it can access every element.
@FunctionalInterface
public interface NeighbourhoodFunction {
  /// Fills `result[0 .. n - 1]`. Element `k` of the window of place `x` is `values[places[k] + x]`;
  /// there are as many as the footprint has places, in C order. Neither `values` nor `places` may
  /// be changed.
  void apply(double[] values, int[] places, double[] result, int n);

  /// A function that handles one window after the other.
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

  /// A function that handles one element of all windows after the other. The elements are copied to
  /// the start of a separate array, since the compiler vectorises the loop only then.
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
