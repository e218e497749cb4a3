package penumbra.core.engine;

import penumbra.core.Boundary;
import penumbra.core.NdArray;

/// The rows of one plane of an array, extended beyond its first and last row.
///
/// @param array where the rows come from, seen as (planes, rows, columns)
/// @param boundary what stands beyond the plane's edges
/// @param rows rows of a plane
/// @param columns elements of a row
record RowSource(NdArray array, Boundary boundary, int rows, int columns) {
  /// Loads `n` columns, from `column` on, of row `y` of the plane into `line[at ..]`. The row may
  /// lie outside the plane. Returns false if it holds nothing but the boundary's constant.
  boolean load(long plane, int y, int column, double[] line, int at, int n) {
    int row = boundary.index(y, rows);
    if (row == Boundary.OUTSIDE) {
      java.util.Arrays.fill(line, at, at + n, boundary.outside());
      return false;
    }
    array.load((plane * rows + row) * columns + column, line, at, n);
    return true;
  }
}
