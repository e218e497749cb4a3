package penumbra.dicom.codec.jpeg2000;

/// A rectangle; its right and lower edges are exclusive.
record TileArea(int x0, int y0, int x1, int y1) {
  int width() {
    return Math.max(0, x1 - x0);
  }

  int height() {
    return Math.max(0, y1 - y0);
  }

  boolean isEmpty() {
    return x1 <= x0 || y1 <= y0;
  }

  /// The area of every `2^levels`-th column and row.
  TileArea reduced(int levels) {
    return band(levels, 0, 0);
  }

  /// The same, but starting `2^(levels - 1)` columns or rows later if `right` or `down` is 1: the
  /// sub-bands of T.800, equation B-15.
  TileArea band(int levels, int right, int down) {
    return new TileArea(
        reduce(x0, levels, right),
        reduce(y0, levels, down),
        reduce(x1, levels, right),
        reduce(y1, levels, down));
  }

  private static int reduce(int at, int levels, int offset) {
    if (levels == 0) {
      return at;
    }
    long shifted = at - ((long) offset << (levels - 1));
    return (int) ((shifted + (1L << levels) - 1) >> levels);
  }

  TileArea intersect(long left, long top, long right, long bottom) {
    return new TileArea(
        (int) Math.max(x0, left),
        (int) Math.max(y0, top),
        (int) Math.min(x1, right),
        (int) Math.min(y1, bottom));
  }
}
