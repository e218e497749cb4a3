package penumbra.core.engine.stream;

import penumbra.core.NdArray;

/// The source of a ring's rows.
///
/// @param <A> a line, `double[]` or `float[]`
@FunctionalInterface
public interface RowSource<A> {
  /// Loads `n` columns, from `column` on, of a plane's row into `to[at ..]`; up to a vector's
  /// length after them may be overwritten.
  void load(long plane, int row, int column, int n, A to, int at);

  /// The rows of `array`, seen as planes of `rows` x `columns`.
  static <A> RowSource<A> of(LineArithmetic<A> lanes, NdArray array, int rows, int columns) {
    return (plane, row, column, n, to, at) ->
        lanes.load(array, (plane * rows + row) * columns + column, to, at, n);
  }

  /// The results of `stream`, which filters whole rows of planes with `rows` rows; only whole rows
  /// may be requested.
  static <A> RowSource<A> of(RowStream<A> stream, int rows) {
    return (plane, row, _, _, to, at) -> stream.row(plane, row, rows, to, at);
  }
}
