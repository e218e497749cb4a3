package penumbra.io;

/// Predicts each byte of a PNG row from its neighbours, by whichever of the standard's five filters
/// leaves the smallest sum of absolute differences for that row; the earlier one wins a tie.
final class PngFilter {
  private static final int QUICK = 3;
  private static final int ALL = 5;

  private final int pixelBytes;
  private final byte[][] candidates;

  /// @param quick whether to choose between the three cheap ones only: none, left, above
  PngFilter(int rowBytes, int pixelBytes, boolean quick) {
    this.pixelBytes = pixelBytes;
    this.candidates = new byte[quick ? QUICK : ALL][rowBytes + 1];
    for (byte filter = 0; filter < candidates.length; filter++) {
      candidates[filter][0] = filter;
    }
  }

  /// The filter's number and the filtered bytes. The array is used again for the next row.
  byte[] best(byte[] row, byte[] above) {
    fill(row, above);
    byte[] best = candidates[0];
    int least = cost(best);
    for (int filter = 1; filter < candidates.length; filter++) {
      int cost = cost(candidates[filter]);
      if (cost < least) {
        least = cost;
        best = candidates[filter];
      }
    }
    return best;
  }

  /// One loop for each filter: the first three become vector instructions.
  private void fill(byte[] row, byte[] above) {
    int n = row.length;
    System.arraycopy(row, 0, candidates[0], 1, n);
    byte[] sub = candidates[1];
    byte[] up = candidates[2];
    int first = Math.min(pixelBytes, n);
    System.arraycopy(row, 0, sub, 1, first);
    for (int i = pixelBytes; i < n; i++) {
      sub[i + 1] = (byte) (row[i] - row[i - pixelBytes]);
    }
    for (int i = 0; i < n; i++) {
      up[i + 1] = (byte) (row[i] - above[i]);
    }
    if (candidates.length > QUICK) {
      fillSlow(row, above);
    }
  }

  private void fillSlow(byte[] row, byte[] above) {
    for (int i = 0; i < row.length; i++) {
      int value = row[i];
      int up = above[i] & 0xFF;
      int left = i < pixelBytes ? 0 : row[i - pixelBytes] & 0xFF;
      int upLeft = i < pixelBytes ? 0 : above[i - pixelBytes] & 0xFF;
      candidates[3][i + 1] = (byte) (value - (left + up) / 2);
      candidates[4][i + 1] = (byte) (value - paeth(left, up, upLeft));
    }
  }

  /// Whichever of the three neighbours is nearest to left + up - up left.
  static int paeth(int left, int up, int upLeft) {
    int toLeft = Math.abs(up - upLeft);
    int toUp = Math.abs(left - upLeft);
    int toUpLeft = Math.abs(left + up - 2 * upLeft);
    int other = toUp <= toUpLeft ? up : upLeft;
    return toLeft <= Math.min(toUp, toUpLeft) ? left : other;
  }

  private static int cost(byte[] filtered) {
    int sum = 0;
    for (int i = 1; i < filtered.length; i++) {
      sum += Math.abs(filtered[i]);
    }
    return sum;
  }
}
