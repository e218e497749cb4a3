package penumbra.core.engine;

/// The fast way to write a [NeighbourhoodFilter] whose result grows element by element, as a sum or
/// a maximum does.
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
  /// Takes element `k` of the windows of `n` neighbouring places into account: `elements[x]`
  /// belongs to the window of place `x`. It is called for each element of the footprint, in C
  /// order; after the last, `result[0 .. n - 1]` is the result. What stands in `result` before the
  /// first has no meaning.
  void apply(int k, double[] elements, double[] result, int n);
}
