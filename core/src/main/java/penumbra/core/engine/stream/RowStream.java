package penumbra.core.engine.stream;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import penumbra.core.Boundary;

/// Filters the rows of a block of columns, one after the other, by a kernel down the columns and
/// one along the rows, in either order, or by only one of them. One per thread and branch.
///
/// A long kernel down the columns is applied to several rows at once, which share their reads from
/// the first-level cache. Between the passes a row is rounded to the output type, as if it had been
/// stored.
///
/// @param <A> a line, `double[]` or `float[]`
public final class RowStream<A> {
  private static final int[][] NO_TAPS = {};

  private final LineArithmetic<A> lanes;
  private final RowRing<A> ring;
  private final Block block;
  private final @Nullable LineKernel down;
  private final @Nullable LineKernel along;
  private final int width;
  private final int stride;
  private final A band;
  private final int[][] downTaps;
  private final int[][][] alongTaps;
  private final int[] bandAt;
  private final int[] downAt;
  private final int[] rowAt = {0};
  private final Margins margins;

  private @Nullable RowStream<A> twin;
  private long plane = -1;
  private int bandFrom;
  private int bandEnd;

  /// A stream that runs `passes` on the rows of `ring`, at most `bandRows` at once. If the pass
  /// along the rows comes first, the ring has already done it.
  public RowStream(
      LineArithmetic<A> lanes, RowRing<A> ring, Block block, PlanePasses passes, int bandRows) {
    this.lanes = lanes;
    this.ring = ring;
    this.block = block;
    this.down = passes.down();
    this.along = passes.alongFirst() && down != null ? null : passes.along();
    this.width = block.columns() + (along == null ? 0 : along.length() - 1);
    this.stride = lanes.stride(width);
    this.band = lanes.line(stride * bandRows);
    this.margins =
        along == null
            ? new Margins(block.along(), 0, block.columns(), 0)
            : new Margins(block.along(), along.before(), block.columns(), along.after());
    this.downTaps = new int[bandRows][down == null ? 0 : down.length()];
    this.alongTaps = new int[bandRows][][];
    this.bandAt = new int[bandRows];
    this.downAt = new int[bandRows];
    for (int r = 0; r < bandRows; r++) {
      bandAt[r] = r * stride;
      downAt[r] = bandAt[r] + (along != null && block.isWhole() ? along.before() : 0);
      alongTaps[r] = along == null ? NO_TAPS : along.alongTaps(bandAt[r]);
    }
  }

  /// Lets this stream also compute the pass down the columns for `other`, if both use the same
  /// taps. This stream must then compute each row first.
  void lead(RowStream<A> other) {
    boolean isTwin =
        down != null
            && other.down != null
            && down.isTwin(other.down)
            && ring == other.ring
            && Arrays.equals(downAt, other.downAt)
            && width == other.width
            && (along == null) == (other.along == null);
    twin = isTwin ? other : null;
  }

  /// Writes row `y` of `plane` to `out[at ..]` after the last pass; it is rounded later, when it is
  /// combined or stored. The rows up to `limit` come next.
  public void row(long plane, int y, int limit, A out, int at) {
    if (plane != this.plane || y < bandFrom || y >= bandEnd) {
      this.plane = plane;
      bandFrom = y;
      bandEnd = Math.min(limit, y + bandAt.length);
      fillBand();
    }
    int r = y - bandFrom;
    if (along == null) {
      System.arraycopy(band, bandAt[r], out, at, block.columns());
      return;
    }
    rowAt[0] = at;
    lanes.correlate(along, band, alongTaps[r], out, rowAt, block.columns());
  }

  private void fillBand() {
    int rows = bandEnd - bandFrom;
    int columns = block.isWhole() ? block.columns() : width;
    if (down == null) {
      for (int r = 0; r < rows; r++) {
        ring.need(plane, bandFrom + r, bandFrom + r);
        System.arraycopy(ring.rows(), ringAt(bandFrom + r), band, downAt[r], columns);
      }
    } else {
      correlateDown(down, rows, columns);
    }
    addMargins(rows);
  }

  private void addMargins(int rows) {
    for (int r = 0; r < rows; r++) {
      if (along != null && block.isWhole()) {
        lanes.extend(band, downAt[r], margins);
      } else if (along != null && down != null) {
        restoreConstants(along, bandAt[r]);
      }
    }
  }

  private void correlateDown(LineKernel kernel, int rows, int columns) {
    ring.need(plane, bandFrom - kernel.before(), bandEnd - 1 + kernel.after());
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < kernel.length(); k++) {
        downTaps[r][k] = ringAt(bandFrom + r - kernel.before() + k);
      }
    }
    boolean full = rows == bandAt.length;
    int[][] taps = full ? downTaps : Arrays.copyOf(downTaps, rows);
    int[] at = full ? downAt : Arrays.copyOf(downAt, rows);
    if (twin == null) {
      lanes.correlate(kernel, ring.rows(), taps, band, at, columns);
    } else {
      LineKernel other = Objects.requireNonNull(twin.down);
      lanes.correlateTwins(kernel, other, ring.rows(), taps, band, twin.band, at, columns);
      twin.plane = plane;
      twin.bandFrom = bandFrom;
      twin.bandEnd = bandEnd;
      twin.round(at, columns);
      twin.addMargins(rows);
    }
    round(at, columns);
  }

  /// Rounds a row between the passes, as if it had been stored.
  private void round(int[] at, int columns) {
    for (int r = 0; r < at.length && along != null; r++) {
      lanes.round(band, at[r], columns);
    }
  }

  /// The position of the first computed column in the ring.
  private int ringAt(int y) {
    int margin = along == null || block.isWhole() ? 0 : along.before();
    return ring.at(y) + ring.before() - margin;
  }

  /// If the block covers only a part of the columns, margins come from the ring. But a constant
  /// beyond the edges keeps its value, whatever the kernel down the columns computed from it.
  private void restoreConstants(LineKernel along, int at) {
    if (!(block.along() instanceof Boundary.Constant(double value))) {
      return;
    }
    int left = block.column() - along.before();
    lanes.fill(band, at, at + Math.max(0, -left), value);
    int end = block.planeColumns() - left;
    if (end < width) {
      lanes.fill(band, at + end, at + width, value);
    }
  }
}
