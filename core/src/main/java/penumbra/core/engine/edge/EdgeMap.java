package penumbra.core.engine.edge;

import java.util.Arrays;

/// A bit for each pixel of an image: is it a ridge? The map also holds the edges that hysteresis
/// has to follow from one strip of rows into the next.
///
/// The map has a border of one pixel that is never a ridge, and no two rows share a word, so that
/// threads may work on different rows at once.
final class EdgeMap {
  private final int height;
  private final int width;
  private final int stride;
  private final long[] ridges;
  private int[] open = {};
  private int openCount;

  EdgeMap(int height, int width) {
    this.height = height;
    this.width = width;
    this.stride = Math.toIntExact(stride(width));
    this.ridges = new long[Math.multiplyExact(height + 2, stride) / Long.SIZE + 1];
  }

  /// Whether there is a map of that size.
  static boolean fits(int height, int width) {
    return (height + 2L) * stride(width) <= Integer.MAX_VALUE;
  }

  /// Bits from row to row: whole words.
  private static long stride(int width) {
    return (width + 2L + Long.SIZE - 1) & -Long.SIZE;
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /// The pixel's index in the map.
  int pixel(int y, int x) {
    return (y + 1) * stride + x + 1;
  }

  int y(int pixel) {
    return pixel / stride - 1;
  }

  int x(int pixel) {
    return pixel % stride - 1;
  }

  /// Marks a ridge.
  void mark(int pixel) {
    ridges[pixel / Long.SIZE] |= 1L << pixel;
  }

  /// Removes the ridges among three neighbouring pixels of a row, and returns them, `left` in the
  /// lowest bit.
  int takeThree(int left) {
    int word = left / Long.SIZE;
    long three = 7L << left;
    long found = (ridges[word] & three) >>> left;
    ridges[word] &= ~three;
    int inside = Long.SIZE - left % Long.SIZE;
    if (inside < 3) {
      long others = 7L >>> inside;
      found |= (ridges[word + 1] & others) << inside;
      ridges[word + 1] &= ~others;
    }
    return (int) found;
  }

  /// Records an edge pixel that has neighbours outside the current rows.
  synchronized void addOpen(int pixel) {
    if (openCount == open.length) {
      open = Arrays.copyOf(open, Math.max(256, 2 * openCount));
    }
    open[openCount++] = pixel;
  }

  /// The recorded pixels.
  int[] open() {
    return Arrays.copyOf(open, openCount);
  }
}
