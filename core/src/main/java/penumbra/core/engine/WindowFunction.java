package penumbra.core.engine;

/// The easy way to write a [NeighbourhoodFilter]: one window in, one value out.
///
/// ```
/// WindowFunction median = window -> {
///   Arrays.sort(window);
///   return window[window.length / 2];
/// };
/// ```
@FunctionalInterface
public interface WindowFunction {
  /// The result for one window: the elements in the footprint's places, in C order. The array may
  /// be overwritten; it is filled anew for the next window.
  double apply(double[] window);
}
