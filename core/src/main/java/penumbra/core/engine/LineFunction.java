package penumbra.core.engine;

/// The function of a [LineFilter]: one line in, one line out.
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
  /// is that of the [Span]. The line's own elements begin at `line[before]`; the values of the
  /// boundary are around them.
  ///
  /// The function may overwrite the line. Elements of the two arrays behind these places are
  /// undefined.
  void apply(double[] line, double[] result, int n);
}
