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
  /// The result for one window. The window has the elements at the footprint's places, in C order.
  /// The function may overwrite it; it is filled again for the next window.
  double apply(double[] window);
}
