package penumbra.dicom.codec.htj2k;

import java.util.Arrays;
import penumbra.dicom.DicomException;

/// The HT cleanup pass, T.814 clause 7.3: quads of two by two samples, row by row, in pairs. A code
/// word tells which samples of a quad are significant; residual and predictor tell how many bits
/// each of them has.
final class CleanupPass {
  /// Two quads behind the widest row, which are never significant.
  private static final int WIDEST = 512 + 3;

  private static final int MAX_SUFFIX = 4079;
  private static final int ONES = 0xFF;

  private final MelDecoder events = new MelDecoder();
  private final BackwardBits quads = new BackwardBits();
  private final ForwardBits magnitudes = new ForwardBits(ONES);
  private final Residuals residuals = new Residuals(quads);

  /// The significance of the row of quads above, and of this row as far as it is known.
  private final byte[] rho = new byte[WIDEST];

  /// The lower samples of the row above, for the predictor: in each column of quads the bits of its
  /// lower left sample and of the lower right one to its left.
  private final int[] below = new int[WIDEST];

  private int[] values = new int[0];
  private int width;
  private int height;
  private int plane;
  private int mostBits;
  private int lowerRight;

  /// Decodes the pass into doubled coefficients.
  ///
  /// @param target all zero, row by row
  /// @param bytes whose first `length` are the pass
  /// @param plane the bit-plane of the lowest bit coded
  /// @param mostBits how many bits with sign a sample may have
  void decode(
      int[] target, int width, int height, byte[] bytes, int length, int plane, int mostBits)
      throws DicomException {
    int suffix = ((bytes[length - 1] & 0xFF) << 4) | (bytes[length - 2] & 15);
    if (suffix < 2 || suffix > length || suffix > MAX_SUFFIX) {
      throw BlockErrors.of(
          "has a code-block of " + length + " bytes with a suffix of " + suffix + " bytes");
    }
    int split = length - suffix;
    magnitudes.start(bytes, 0, split);
    events.start(bytes, split, length - 2);
    quads.startQuads(bytes, split, length);
    this.values = target;
    this.width = width;
    this.height = height;
    this.plane = plane;
    this.mostBits = mostBits;
    int across = (width + 1) / 2;
    Arrays.fill(rho, 0, across + 3, (byte) 0);
    Arrays.fill(below, 0, across + 3, 0);
    firstRow(across);
    for (int y = 2; y < height; y += 2) {
      otherRow(y, across);
    }
  }

  private void firstRow(int across) throws DicomException {
    int context = 0;
    lowerRight = 0;
    for (int q = 0; q < across; q += 2) {
      int left = entry(QuadCode.FIRST_ROW, context);
      context = contextBehind(left);
      int right = 0;
      if (q + 1 < across) {
        right = entry(QuadCode.FIRST_ROW, context);
        context = contextBehind(right);
      }
      int offLeft = QuadCode.uOff(left);
      int offRight = QuadCode.uOff(right);
      if ((offLeft & offRight) == 1) {
        residuals.readPair(events.next());
      } else {
        residuals.read(offLeft, offRight);
      }
      quad(left, q, 0, 1 + residuals.left);
      quad(right, q + 1, 0, 1 + residuals.right);
    }
    endRow(across);
  }

  /// T.814 equation 1.
  private static int contextBehind(int entry) {
    int west = QuadCode.rho(entry);
    return west >> 1 | west & 1;
  }

  private void otherRow(int y, int across) throws DicomException {
    int west = 0;
    int northWest = 0;
    lowerRight = 0;
    for (int q = 0; q < across; q += 2) {
      int north = rho[q];
      int left = entry(QuadCode.OTHER_ROWS, context(west, northWest, north, rho[q + 1]));
      west = QuadCode.rho(left);
      northWest = north;
      int right = 0;
      if (q + 1 < across) {
        north = rho[q + 1];
        right = entry(QuadCode.OTHER_ROWS, context(west, northWest, north, rho[q + 2]));
        west = QuadCode.rho(right);
        northWest = north;
      }
      residuals.read(QuadCode.uOff(left), QuadCode.uOff(right));
      int predictedLeft = predictor(left, q);
      int predictedRight = predictor(right, q + 1);
      quad(left, q, y, predictedLeft + residuals.left);
      quad(right, q + 1, y, predictedRight + residuals.right);
    }
    endRow(across);
  }

  private void endRow(int across) {
    if ((across & 1) == 0) {
      below[across] = lowerRight;
    }
  }

  /// T.814 equation 2, of the significance of the quads around.
  private static int context(int west, int northWest, int north, int northEast) {
    int above = (north >> 1 | northWest >> 3) & 1;
    int beside = (west >> 2 | west >> 3) & 1;
    int aboveRight = (north >> 3 | northEast >> 1) & 1;
    return above | beside << 1 | aboveRight << 2;
  }

  /// What is coded of a quad; nothing where neither its context nor an event makes it significant.
  private int entry(int[] table, int context) {
    if (context == 0 && !events.next()) {
      return 0;
    }
    int entry = table[context << 7 | (int) quads.ahead() & 0x7F];
    quads.skip(QuadCode.length(entry));
    return entry;
  }

  /// The predictor kappa, T.814 clause 7.3.7: the greatest exponent above less one, where more than
  /// one sample is significant.
  private int predictor(int entry, int q) {
    int significant = QuadCode.rho(entry);
    if ((significant & significant - 1) == 0) {
      return 1;
    }
    return 31 - Integer.numberOfLeadingZeros(below[q] | below[q + 1] | 2);
  }

  /// Reads the samples of a quad, T.814 clause 7.3.8.
  ///
  /// @param bound the exponent bound U
  private void quad(int entry, int q, int y, int bound) throws DicomException {
    int significant = QuadCode.rho(entry);
    rho[q] = (byte) significant;
    if (significant == 0) {
      below[q] = lowerRight;
      lowerRight = 0;
      return;
    }
    if (bound > mostBits) {
      throw BlockErrors.of(
          "has a code-block with samples of " + bound + " bits where " + mostBits + " fit");
    }
    int at = y * width + 2 * q;
    int lowerLeft = 0;
    int right = 0;
    if ((significant & 1) != 0) {
      place(at, y, 2 * q, sample(entry, 0, bound));
    }
    if ((significant & 2) != 0) {
      lowerLeft = sample(entry, 1, bound);
      place(at + width, y + 1, 2 * q, lowerLeft);
    }
    if ((significant & 4) != 0) {
      place(at + 1, y, 2 * q + 1, sample(entry, 2, bound));
    }
    if ((significant & 8) != 0) {
      right = sample(entry, 3, bound);
      place(at + width + 1, y + 1, 2 * q + 1, right);
    }
    below[q] = lowerRight | lowerLeft;
    lowerRight = right;
  }

  /// The number v of a significant sample: its sign, and above it its magnitude less one.
  private int sample(int entry, int index, int bound) {
    int bits = bound - (QuadCode.known(entry) >> index & 1);
    int coded = (int) (magnitudes.ahead() & (1L << bits) - 1);
    magnitudes.skip(bits);
    return coded | (QuadCode.known1(entry) >> index & 1) << bits;
  }

  /// Stores the doubled coefficient; a damaged quad may have samples outside of the block.
  private void place(int at, int y, int x, int v) {
    if (x < width && y < height) {
      int magnitude = (v | 1) + 2 << plane;
      values[at] = (v & 1) == 0 ? magnitude : -magnitude;
    }
  }
}
