package penumbra.core.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import penumbra.core.DType;

/// Filters the rows of one plane, one after the other: a ring holds the converted rows that the
/// kernel down the columns needs, each loaded once. One per thread and branch.
///
/// The two passes may come in either order; between them the row takes the output type's values, as
/// if it had been stored.
final class RowStream {
  private static final int NOTHING_LOADED = Integer.MIN_VALUE;

  private final RowSource source;
  private final DType type;
  private final @Nullable LineKernel down;
  private final @Nullable RowPass along;
  private final boolean alongFirst;
  private final double[][] ring;
  private final double[][] taps;
  private final int[] offsets;
  private final int column;
  private final int columns;

  private long plane = -1;
  private int loadedUpTo = NOTHING_LOADED;

  /// A stream over the columns `[column, column + columns)`; a pass along the rows needs them all.
  RowStream(RowSource source, PlanePasses passes, DType type, int column, int columns) {
    this.source = source;
    this.type = type;
    this.down = passes.down();
    LineKernel alongKernel = passes.along();
    this.along = alongKernel == null ? null : new RowPass(alongKernel, source.boundary(), columns);
    this.alongFirst = passes.alongFirst();
    int height = down == null ? 1 : down.length();
    this.ring = new double[height][columns];
    this.taps = new double[height][];
    this.offsets = new int[height];
    this.column = column;
    this.columns = columns;
  }

  /// Writes the filtered row `y` of `plane` to `out`, with the values that the output type can
  /// hold.
  void row(long plane, int y, double[] out) {
    if (plane != this.plane || y < loadedUpTo - ring.length) {
      this.plane = plane;
      loadedUpTo = NOTHING_LOADED;
    }
    if (down == null) {
      source.load(plane, y, column, out, 0, columns);
      if (along != null) {
        along.apply(out, out, columns);
      }
      type.round(out, 0, columns);
      return;
    }
    fillRing(y - down.before(), y + down.after());
    for (int k = 0; k < ring.length; k++) {
      taps[k] = ring[slot(y - down.before() + k)];
    }
    down.apply(taps, offsets, out, columns);
    type.round(out, 0, columns);
    if (along != null && !alongFirst) {
      along.apply(out, out, columns);
      type.round(out, 0, columns);
    }
  }

  private void fillRing(int first, int last) {
    int from = loadedUpTo == NOTHING_LOADED ? first : Math.max(first, loadedUpTo + 1);
    for (int y = from; y <= last; y++) {
      double[] row = ring[slot(y)];
      boolean inside = source.load(plane, y, column, row, 0, columns);
      if (inside && alongFirst) {
        Objects.requireNonNull(along).apply(row, row, columns);
        type.round(row, 0, columns);
      }
    }
    loadedUpTo = last;
  }

  private int slot(int y) {
    return Math.floorMod(y, ring.length);
  }
}
