package penumbra.dicom.codec.htj2k;

import java.util.Arrays;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.ebcot.BlockErrors;

/// Reads the magnitudes and signs of the samples of quads (MagSgn), T.814 clause 7.3.8, and
/// predicts their exponents from the row above, clause 7.3.7.
final class QuadSamples {
  /// The quads of the widest row, and some behind it that are never significant.
  static final int WIDEST = 512 + 3;

  private final ForwardBits magnitudes = new ForwardBits(0xFF);

  /// The lower samples of the row above, for the predictor: in each column of quads the bits of its
  /// lower left sample and of the lower right one to its left.
  private final int[] below = new int[WIDEST];

  private int[] values = new int[0];
  private int width;
  private int height;
  private int plane;
  private int mostBits;
  private int lowerRight;

  /// Starts with the first `length` bytes.
  ///
  /// @param target takes the doubled coefficients, row by row
  /// @param plane the bit-plane of the lowest bit coded
  /// @param mostBits how many bits with sign a sample may have
  void start(
      int[] target, int width, int height, byte[] bytes, int length, int plane, int mostBits) {
    magnitudes.start(bytes, 0, length);
    values = target;
    this.width = width;
    this.height = height;
    this.plane = plane;
    this.mostBits = mostBits;
    lowerRight = 0;
    Arrays.fill(below, 0, (width + 1) / 2 + 2, 0);
  }

  /// The predictor kappa of the quad in column `q`: the greatest exponent above less one, if more
  /// than one of its samples is significant.
  int predictor(int entry, int q) {
    int significant = QuadCode.rho(entry);
    if ((significant & (significant - 1)) == 0) {
      return 1;
    }
    return 31 - Integer.numberOfLeadingZeros(below[q] | below[q + 1] | 2);
  }

  /// Reads the samples of the quad in column `q` whose upper row is `y`.
  ///
  /// @param bound the exponent bound U
  void read(int entry, int q, int y, int bound) throws DicomException {
    int significant = QuadCode.rho(entry);
    if (significant == 0) {
      below[q] = lowerRight;
      lowerRight = 0;
      return;
    }
    if (bound > mostBits) {
      throw BlockErrors.of(
          "has a code-block with samples of " + bound + " bits where " + mostBits + " fit");
    }
    int x = 2 * q;
    int lowerLeft = 0;
    int right = 0;
    if ((significant & 1) != 0) {
      place(x, y, sample(entry, 0, bound));
    }
    if ((significant & 2) != 0) {
      lowerLeft = sample(entry, 1, bound);
      place(x, y + 1, lowerLeft);
    }
    if ((significant & 4) != 0) {
      place(x + 1, y, sample(entry, 2, bound));
    }
    if ((significant & 8) != 0) {
      right = sample(entry, 3, bound);
      place(x + 1, y + 1, right);
    }
    below[q] = lowerRight | lowerLeft;
    lowerRight = right;
  }

  /// Ends a row of `across` quads.
  void endRow(int across) {
    if ((across & 1) == 0) {
      below[across] = lowerRight;
    }
    lowerRight = 0;
  }

  /// The number v of a significant sample: its sign, and above it its magnitude less one.
  private int sample(int entry, int index, int bound) {
    int bits = bound - ((QuadCode.known(entry) >> index) & 1);
    int coded = (int) (magnitudes.ahead() & ((1L << bits) - 1));
    magnitudes.skip(bits);
    return coded | (((QuadCode.known1(entry) >> index) & 1) << bits);
  }

  /// Stores the doubled coefficient; a damaged quad may have samples outside of the block.
  private void place(int x, int y, int v) {
    if (x < width && y < height) {
      int magnitude = ((v | 1) + 2) << plane;
      values[y * width + x] = (v & 1) == 0 ? magnitude : -magnitude;
    }
  }
}
