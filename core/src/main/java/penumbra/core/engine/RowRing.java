package penumbra.core.engine;

import org.jspecify.annotations.Nullable;
import penumbra.core.Boundary;
import penumbra.core.NdArray;

/// The rows that the kernels down the columns need, each loaded, converted and extended once, in a
/// ring of lines. One per thread; the branches of a filter share it where they read the same rows.
///
/// A row holds the columns of one block with their margins, so that correlating down the columns
/// yields the margins that the pass along the rows then needs.
///
/// @param <A> a line, `double[]` or `float[]`
final class RowRing<A> {
  private static final int NOTHING_LOADED = Integer.MIN_VALUE;

  private final Lanes<A> lanes;
  private final NdArray array;
  private final Block block;
  private final @Nullable LineKernel alongFirst;
  private final int before;
  private final int after;
  private final int height;
  private final int stride;
  private final A rows;
  private final A line;
  private final int[][] alongTaps;
  private final int[] rowAt = {0};
  private final double[] one = new double[1];

  private long plane = -1;
  private int loadedUpTo = NOTHING_LOADED;

  /// A ring of `height` rows with margins of `before` and `after` columns; or without margins and
  /// with rows that have passed the kernel `alongFirst`.
  RowRing(
      Lanes<A> lanes,
      NdArray array,
      Block block,
      @Nullable LineKernel alongFirst,
      int before,
      int after,
      int height) {
    this.lanes = lanes;
    this.array = array;
    this.block = block;
    this.alongFirst = alongFirst;
    this.before = alongFirst == null ? before : alongFirst.before();
    this.after = alongFirst == null ? after : alongFirst.after();
    this.height = height;
    this.stride = lanes.stride(width());
    this.rows = lanes.line(Math.multiplyExact(height, stride));
    this.line = lanes.line(alongFirst == null ? 0 : width());
    this.alongTaps = alongFirst == null ? new int[0][] : alongFirst.alongTaps(0);
  }

  /// All rows, one after the other.
  A rows() {
    return rows;
  }

  /// Where row `y` begins in [#rows], its margin in front included.
  int at(int y) {
    return Math.floorMod(y, height) * stride;
  }

  /// Columns of the margin in front of a row.
  int before() {
    return alongFirst == null ? before : 0;
  }

  private int width() {
    return before + block.columns() + after;
  }

  /// Sees to it that the rows `first .. last` of `plane` are there, which may lie outside it.
  void need(long plane, int first, int last) {
    if (plane != this.plane || first <= loadedUpTo - height) {
      this.plane = plane;
      loadedUpTo = NOTHING_LOADED;
    }
    for (int y = Math.max(first, loadedUpTo + 1); y <= last; y++) {
      load(y);
    }
    loadedUpTo = Math.max(loadedUpTo, last);
  }

  private void load(int y) {
    Boundary boundary = block.boundary();
    int row = boundary.index(y, block.planeRows());
    if (row == Boundary.OUTSIDE) {
      lanes.fill(rows, at(y), at(y) + width(), boundary.outside());
    } else if (alongFirst == null) {
      load(row, rows, at(y));
    } else {
      load(row, line, 0);
      rowAt[0] = at(y);
      lanes.correlate(alongFirst, line, alongTaps, rows, rowAt, block.columns());
      lanes.round(rows, at(y), block.columns());
    }
  }

  /// Loads a row of the plane with its margins into `to[at ..]`.
  private void load(int row, A to, int at) {
    long start = (plane * block.planeRows() + row) * block.planeColumns();
    int left = block.column() - before;
    int from = Math.max(0, left);
    int end = Math.min(block.planeColumns(), left + width());
    lanes.load(array, start + from, to, at + from - left, end - from);
    for (int column = left; column < from; column++) {
      extend(start, column, from, end, to, at - left);
    }
    for (int column = end; column < left + width(); column++) {
      extend(start, column, from, end, to, at - left);
    }
  }

  /// Fills one place beyond the plane's edge; the columns `[from, end)` are there already.
  private void extend(long start, int column, int from, int end, A to, int shift) {
    Boundary boundary = block.boundary();
    int source = boundary.index(column, block.planeColumns());
    if (source >= from && source < end) {
      lanes.move(to, shift + source, shift + column);
      return;
    }
    if (source == Boundary.OUTSIDE) {
      one[0] = boundary.outside();
    } else {
      array.load(start + source, one, 0, 1);
    }
    lanes.fill(to, shift + column, shift + column + 1, one[0]);
  }
}
