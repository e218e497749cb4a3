package penumbra.io.png;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PngFilterTest {
  /// The standard's words, a byte at a time (PNG, third edition, section 9).
  private static byte[] filtered(int filter, byte[] row, byte[] above, int pixelBytes) {
    byte[] made = new byte[row.length];
    made[0] = (byte) filter;
    for (int i = 1; i < row.length; i++) {
      int left = i > pixelBytes ? row[i - pixelBytes] & 0xFF : 0;
      int up = above[i] & 0xFF;
      int upLeft = i > pixelBytes ? above[i - pixelBytes] & 0xFF : 0;
      int predicted =
          switch (filter) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            default -> PngFilter.paeth(left, up, upLeft);
          };
      made[i] = (byte) (row[i] - predicted);
    }
    return made;
  }

  private static byte[] best(int filters, byte[] row, byte[] above, int pixelBytes) {
    byte[] best = row;
    long least = Long.MAX_VALUE;
    for (int filter = 0; filter < filters; filter++) {
      byte[] made = filtered(filter, row, above, pixelBytes);
      long cost = 0;
      for (int i = 1; i < made.length; i++) {
        cost += Math.abs((int) made[i]);
      }
      if (cost < least) {
        least = cost;
        best = made;
      }
    }
    return best;
  }

  /// Noise of a few levels and of all, rising and falling, so that each filter wins somewhere.
  private static byte[] drawn(Random random, int n, int noise, int slope, byte[] like) {
    byte[] row = new byte[n + 1];
    for (int i = 1; i <= n; i++) {
      row[i] = (byte) (like[i] + slope * i + random.nextInt(noise));
    }
    return row;
  }

  @Test
  void theCheapestFilterIsTaken() {
    Random random = new Random(11);
    for (int n = 1; n <= 1500; n += n < 80 ? 1 : 131) {
      for (int pixelBytes : new int[] {1, 2, 3, 4, 6, 8}) {
        var quick = new PngFilter(n, pixelBytes, true);
        var slow = new PngFilter(n, pixelBytes, false);
        byte[] above = new byte[n + 1];
        for (int noise : new int[] {1, 2, 8, 256}) {
          byte[] row =
              drawn(random, n, noise, random.nextInt(5), noise == 8 ? new byte[n + 1] : above);
          assertThat(quick.best(row, above)).isEqualTo(best(3, row, above, pixelBytes));
          assertThat(slow.best(row, above)).isEqualTo(best(5, row, above, pixelBytes));
          above = row;
        }
      }
    }
  }

  /// Sums that would leave the sixteen bits in which parts of them are held.
  @Test
  void theFarthestDifferencesAreCounted() {
    byte[] row = new byte[5001];
    byte[] above = new byte[5001];
    for (int i = 1; i < row.length; i++) {
      row[i] = (byte) (i % 2 == 0 ? 128 : 0);
      above[i] = (byte) (i % 2 == 0 ? 255 : 129);
    }
    var filter = new PngFilter(5000, 1, true);
    assertThat(filter.best(row, above)).isEqualTo(best(3, row, above, 1));
  }
}
