package penumbra.core.engine;

/// What an author writes of a [LineFilter]: one line in, one line out.
///
/// ```
/// LineFunction difference = (line, result, n) -> {
///   for (int x = 0; x < n; x++) {
///     result[x] = line[x + 1] - line[x];
///   }
/// };
/// ```
@FunctionalInterface
public interface LineFunction {
  /// Fills `result[0 .. n - 1]`. The window of place `x` is `line[x .. x + size - 1]`, where `size`
  /// is that of the [Span]: the line's own elements begin at `line[before]`, what the boundary
  /// makes of the places beyond stands around them.
  ///
  /// The line may be overwritten. What else the two arrays hold, behind these places, has no
  /// meaning.
  void apply(double[] line, double[] result, int n);
}
