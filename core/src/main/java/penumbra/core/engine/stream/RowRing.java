package penumbra.core.engine.stream;

import org.jspecify.annotations.Nullable;
import penumbra.core.Boundary;

/// A ring of lines that holds the rows that the kernels down the columns need. Each row is loaded,
/// converted and extended once. One per thread; branches of a filter share it if they read the same
/// rows.
///
/// If a block covers only a part of the columns, its rows hold margins too. Then the pass down the
/// columns also computes the margins that the pass along the rows needs.
///
/// @param <A> a line, `double[]` or `float[]`
public final class RowRing<A> {
  private static final int NOTHING_LOADED = Integer.MIN_VALUE;

  private final LineArithmetic<A> lanes;
  private final RowSource<A> source;
  private final Block block;
  private final @Nullable LineKernel alongFirst;
  private final int before;
  private final int after;
  private final int height;
  private final int stride;
  private final int base;
  private final A rows;
  private final A line;
  private final int[][] alongTaps;
  private final int[] rowAt = {0};
  private final A one;
  private final Margins margins;

  private long plane = -1;
  private int loadedUpTo = NOTHING_LOADED;

  /// A ring of `height` rows with margins of `before` and `after` columns; or without margins and
  /// with rows to which the kernel `alongFirst` has been applied.
  public RowRing(
      LineArithmetic<A> lanes,
      RowSource<A> source,
      Block block,
      @Nullable LineKernel alongFirst,
      int before,
      int after,
      int height) {
    this(
        lanes,
        source,
        block,
        alongFirst,
        before,
        after,
        height,
        lanes.line(places(lanes, rowWidth(block, alongFirst, before, after), height)),
        0);
  }

  /// The same, but with its rows in `storage` from `base` on, next to those of other rings. It
  /// takes as many elements as [#places] returns.
  public RowRing(
      LineArithmetic<A> lanes,
      RowSource<A> source,
      Block block,
      @Nullable LineKernel alongFirst,
      int before,
      int after,
      int height,
      A storage,
      int base) {
    this.lanes = lanes;
    this.source = source;
    this.block = block;
    this.alongFirst = alongFirst;
    this.before = alongFirst == null ? before : alongFirst.before();
    this.after = alongFirst == null ? after : alongFirst.after();
    this.height = height;
    this.stride = lanes.stride(width());
    this.base = base;
    this.rows = storage;
    this.line = lanes.line(alongFirst == null ? 0 : width());
    this.one = lanes.line(1);
    this.margins = new Margins(block.along(), this.before, block.columns(), this.after);
    this.alongTaps = alongFirst == null ? new int[0][] : alongFirst.alongTaps(0);
  }

  /// The storage for a ring with that many rows of `width` columns, margins included.
  public static int places(LineArithmetic<?> lanes, int width, int height) {
    return Math.multiplyExact(height, lanes.stride(width));
  }

  private static int rowWidth(Block block, @Nullable LineKernel alongFirst, int before, int after) {
    int margins = alongFirst == null ? before + after : alongFirst.length() - 1;
    return block.columns() + margins;
  }

  /// All rows, one after the other.
  public A rows() {
    return rows;
  }

  /// The beginning of row `y` in [#rows], including the margin before it.
  public int at(int y) {
    return base + Math.floorMod(y, height) * stride;
  }

  /// The columns of the margin before a row.
  public int before() {
    return alongFirst == null ? before : 0;
  }

  private int width() {
    return before + block.columns() + after;
  }

  /// Loads the rows `first .. last` of `plane` if they are missing; they may be outside the plane.
  public void need(long plane, int first, int last) {
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
    Boundary boundary = block.down();
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
    if (block.isWhole()) {
      source.load(plane, row, 0, block.columns(), to, at + before);
      lanes.extend(to, at + before, margins);
      return;
    }
    int left = block.column() - before;
    int from = Math.max(0, left);
    int end = Math.min(block.planeColumns(), left + width());
    source.load(plane, row, from, end - from, to, at + from - left);
    for (int column = left; column < from; column++) {
      extend(row, column, from, end, to, at - left);
    }
    for (int column = end; column < left + width(); column++) {
      extend(row, column, from, end, to, at - left);
    }
  }

  /// Fills one place beyond the plane's edge; the columns `[from, end)` are already loaded.
  private void extend(int row, int column, int from, int end, A to, int shift) {
    Boundary boundary = block.along();
    int index = boundary.index(column, block.planeColumns());
    if (index >= from && index < end) {
      System.arraycopy(to, shift + index, to, shift + column, 1);
    } else if (index == Boundary.OUTSIDE) {
      lanes.fill(to, shift + column, shift + column + 1, boundary.outside());
    } else {
      source.load(plane, row, index, 1, one, 0);
      System.arraycopy(one, 0, to, shift + column, 1);
    }
  }
}
