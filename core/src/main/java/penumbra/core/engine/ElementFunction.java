package penumbra.core.engine;

/// The fast way to write a [NeighbourhoodFilter] whose result is accumulated element by element,
/// like a sum or a maximum.
///
/// ```
/// ElementFunction sum = (k, elements, result, n) -> {
///   for (int x = 0; x < n; x++) {
///     result[x] = k == 0 ? elements[x] : result[x] + elements[x];
///   }
/// };
/// ```
@FunctionalInterface
public interface ElementFunction {
  /// Accumulates element `k` of the windows of `n` neighbouring places: `elements[x]` belongs to
  /// the window of place `x`. It is called for each element of the footprint, in C order; after the
  /// last call, `result[0 .. n - 1]` is the result. Before the first call, the content of `result`
  /// is undefined.
  void apply(int k, double[] elements, double[] result, int n);
}
