package penumbra.core.engine.stream;

import java.util.Arrays;
import penumbra.core.Boundary;

/// The places in front of and behind a whole row: which of the row's own places each one repeats,
/// computed once for all rows. They are numbered from the first in front to the last behind.
public final class Margins {
  private final int before;
  private final int columns;
  private final int[] sources;
  private final double outside;

  /// The margins of rows of `columns` places, with that many places in front and behind.
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
