package penumbra.io.png;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Predicts each byte of a PNG row from its neighbours. For each row it uses the one of the
/// standard's five filters with the smallest sum of absolute differences; in a tie, the first one.
///
/// Rows begin after one byte for the filter's number, as in the file; it is 0 in the input rows.
/// All arrays of a loop then have the same index, which the compiler needs to vectorise it.
final class PngFilter {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOWEST_BITS = 0x0101010101010101L;
  private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;
  private static final long EVEN_SHORTS = 0x0000FFFF0000FFFFL;
  private static final int MOST_LONGS = 128;

  private static final int QUICK = 3;
  private static final int ALL = 5;

  private final int pixelBytes;
  private final byte[] left;
  private final byte[][] candidates;

  /// @param quick whether to choose only between the three cheap filters: none, left, above
  PngFilter(int rowBytes, int pixelBytes, boolean quick) {
    this.pixelBytes = pixelBytes;
    this.left = new byte[rowBytes + 1];
    this.candidates = new byte[quick ? QUICK : ALL][];
    for (byte filter = 1; filter < candidates.length; filter++) {
      candidates[filter] = new byte[rowBytes + 1];
    }
  }

  /// The filter's number and the filtered bytes: `row` itself, or an array that is reused for the
  /// next row.
  byte[] best(byte[] row, byte[] above) {
    fill(row, above);
    byte[] best = row;
    int least = cost(row);
    for (byte filter = 1; filter < candidates.length; filter++) {
      int cost = cost(candidates[filter]);
      if (cost < least) {
        least = cost;
        best = candidates[filter];
        best[0] = filter;
      }
    }
    return best;
  }

  private void fill(byte[] row, byte[] above) {
    int first = Math.min(1 + pixelBytes, row.length);
    System.arraycopy(row, 1, left, first, row.length - first);
    subtract(row, left, candidates[1]);
    subtract(row, above, candidates[2]);
    if (candidates.length > QUICK) {
      fillSlow(row, above);
    }
  }

  private static void subtract(byte[] row, byte[] predicted, byte[] differences) {
    for (int i = 0; i < row.length; i++) {
      differences[i] = (byte) (row[i] - predicted[i]);
    }
  }

  private void fillSlow(byte[] row, byte[] above) {
    for (int i = 1; i < row.length; i++) {
      int value = row[i];
      int up = above[i] & 0xFF;
      int before = left[i] & 0xFF;
      int upLeft = i <= pixelBytes ? 0 : above[i - pixelBytes] & 0xFF;
      candidates[3][i] = (byte) (value - (before + up) / 2);
      candidates[4][i] = (byte) (value - paeth(before, up, upLeft));
    }
  }

  /// The one of the three neighbours that is nearest to left + up - up left.
  static int paeth(int left, int up, int upLeft) {
    int toLeft = Math.abs(up - upLeft);
    int toUp = Math.abs(left - upLeft);
    int toUpLeft = Math.abs(left + up - 2 * upLeft);
    int other = toUp <= toUpLeft ? up : upLeft;
    return toLeft <= Math.min(toUp, toUpLeft) ? left : other;
  }

  /// The sum of the absolute values of the signed bytes after the first, eight at a time.
  private static int cost(byte[] filtered) {
    int sum = 0;
    int at = 1;
    while (at + Long.BYTES <= filtered.length) {
      int end = Math.min(filtered.length - Long.BYTES + 1, at + MOST_LONGS * Long.BYTES);
      long shorts = 0;
      for (; at < end; at += Long.BYTES) {
        long bytes = (long) LONGS.get(filtered, at);
        long negative = (bytes >>> 7) & LOWEST_BITS;
        // -x is ~x + 1; no byte carries into the next, because -128 becomes 128.
        long magnitudes = (bytes ^ ((negative << 8) - negative)) + negative;
        shorts += (magnitudes & EVEN_BYTES) + ((magnitudes >>> 8) & EVEN_BYTES);
      }
      long ints = (shorts & EVEN_SHORTS) + ((shorts >>> 16) & EVEN_SHORTS);
      sum += (int) ints + (int) (ints >>> 32);
    }
    for (; at < filtered.length; at++) {
      sum += Math.abs(filtered[at]);
    }
    return sum;
  }
}
