package penumbra.io;

/// Predicts each byte of a PNG row from its neighbours, by whichever of the standard's five filters
/// leaves the smallest sum of absolute differences for that row; the earlier one wins a tie.
final class PngFilter {
  private static final int FILTERS = 5;

  private final int pixelBytes;
  private final byte[][] candidates;

  PngFilter(int rowBytes, int pixelBytes) {
    this.pixelBytes = pixelBytes;
    this.candidates = new byte[FILTERS][rowBytes + 1];
    for (byte filter = 0; filter < FILTERS; filter++) {
      candidates[filter][0] = filter;
    }
  }

  /// The filter's number and the filtered bytes. The array is used again for the next row.
  byte[] best(byte[] row, byte[] above) {
    fill(row, above);
    byte[] best = candidates[0];
    long least = cost(best);
    for (int filter = 1; filter < FILTERS; filter++) {
      long cost = cost(candidates[filter]);
      if (cost < least) {
        least = cost;
        best = candidates[filter];
      }
    }
    return best;
  }

  private void fill(byte[] row, byte[] above) {
    for (int i = 0; i < row.length; i++) {
      int value = row[i];
      int up = above[i] & 0xFF;
      int left = i < pixelBytes ? 0 : row[i - pixelBytes] & 0xFF;
      int upLeft = i < pixelBytes ? 0 : above[i - pixelBytes] & 0xFF;
      candidates[0][i + 1] = (byte) value;
      candidates[1][i + 1] = (byte) (value - left);
      candidates[2][i + 1] = (byte) (value - up);
      candidates[3][i + 1] = (byte) (value - (left + up) / 2);
      candidates[4][i + 1] = (byte) (value - paeth(left, up, upLeft));
    }
  }

  private static int paeth(int left, int up, int upLeft) {
    int estimate = left + up - upLeft;
    int toLeft = Math.abs(estimate - left);
    int toUp = Math.abs(estimate - up);
    int toUpLeft = Math.abs(estimate - upLeft);
    if (toLeft <= toUp && toLeft <= toUpLeft) {
      return left;
    }
    return toUp <= toUpLeft ? up : upLeft;
  }

  private static long cost(byte[] filtered) {
    long sum = 0;
    for (int i = 1; i < filtered.length; i++) {
      sum += Math.abs(filtered[i]);
    }
    return sum;
  }
}
