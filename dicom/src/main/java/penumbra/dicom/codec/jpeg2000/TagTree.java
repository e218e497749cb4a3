package penumbra.dicom.codec.jpeg2000;

import penumbra.dicom.DicomException;

/// A pyramid of minima that codes a number for each code-block in packet headers, T.800 annex
/// B.10.2.
final class TagTree {
  private final int[] widths;
  private final int[] starts;
  private final int[] values;
  private final boolean[] known;

  TagTree(int width, int height) {
    int levels = 1;
    for (int w = width, h = height; w > 1 || h > 1; w = (w + 1) / 2, h = (h + 1) / 2) {
      levels++;
    }
    widths = new int[levels];
    starts = new int[levels];
    int nodes = 0;
    int w = width;
    int h = height;
    for (int i = 0; i < levels; i++) {
      widths[i] = w;
      starts[i] = nodes;
      nodes += w * h;
      w = (w + 1) / 2;
      h = (h + 1) / 2;
    }
    values = new int[nodes];
    known = new boolean[nodes];
  }

  /// Reads until the number at (x, y) is known or known to be at least `limit`; returns whether it
  /// is below.
  boolean isBelow(int limit, int x, int y, PacketBits bits) throws DicomException {
    int least = 0;
    for (int level = widths.length - 1; level >= 0; level--) {
      int node = starts[level] + (y >> level) * widths[level] + (x >> level);
      values[node] = Math.max(values[node], least);
      while (!known[node] && values[node] < limit) {
        if (bits.next() == 1) {
          known[node] = true;
        } else {
          values[node]++;
        }
      }
      least = values[node];
      if (least >= limit) {
        return false;
      }
    }
    return true;
  }

  /// The number at (x, y), which must be known from [#isBelow].
  int value(int x, int y) {
    return values[y * widths[0] + x];
  }
}
