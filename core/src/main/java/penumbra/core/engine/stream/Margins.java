package penumbra.core.engine.stream;

import java.util.Arrays;
import penumbra.core.Boundary;

/// The places before and after a whole row: the row's own place that each one repeats, computed
/// once for all rows. They are numbered from the first one before the row to the last one after it.
public final class Margins {
  private final int before;
  private final int columns;
  private final int[] sources;
  private final double outside;

  /// The margins of rows of `columns` places, with that many places before and after.
  Margins(Boundary boundary, int before, int columns, int after) {
    this.before = before;
    this.columns = columns;
    this.outside = boundary.outside();
    this.sources = new int[before + after];
    Arrays.setAll(sources, i -> boundary.index(place(i), columns));
  }

  /// The number of margin places.
  int count() {
    return sources.length;
  }

  /// The offset of margin `i` from the row's first place.
  int place(int i) {
    return i < before ? i - before : columns + i - before;
  }

  /// The place of the row that it repeats; [Boundary#OUTSIDE] for the constant.
  int source(int i) {
    return sources[i];
  }

  /// The constant.
  double outside() {
    return outside;
  }
}
