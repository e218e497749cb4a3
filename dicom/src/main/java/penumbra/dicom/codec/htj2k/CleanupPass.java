package penumbra.dicom.codec.htj2k;

import java.util.Arrays;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.ebcot.BlockErrors;

/// The HT cleanup pass, T.814 clause 7.3: quads of two by two samples, row by row, in pairs. A code
/// word tells which samples of a quad are significant; residual and predictor tell how many bits
/// each of them has.
final class CleanupPass {
  private static final int MAX_SUFFIX = 4079;

  private final MelDecoder events = new MelDecoder();
  private final BackwardBits words = new BackwardBits();
  private final Residuals residuals = new Residuals(words);
  private final QuadSamples samples = new QuadSamples();

  /// The significance of the row of quads above, and of this row as far as it is known.
  private final byte[] rho = new byte[QuadSamples.WIDEST];

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
    samples.start(target, width, height, bytes, split, plane, mostBits);
    events.start(bytes, split, length - 2);
    words.startQuads(bytes, split, length);
    int across = (width + 1) / 2;
    Arrays.fill(rho, 0, across + 3, (byte) 0);
    firstRow(across);
    for (int y = 2; y < height; y += 2) {
      otherRow(y, across);
    }
  }

  private void firstRow(int across) throws DicomException {
    int context = 0;
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
      place(left, q, 0, 1 + residuals.left);
      place(right, q + 1, 0, 1 + residuals.right);
    }
    samples.endRow(across);
  }

  /// T.814 equation 1.
  private static int contextBehind(int entry) {
    int west = QuadCode.rho(entry);
    return (west >> 1) | (west & 1);
  }

  private void otherRow(int y, int across) throws DicomException {
    int west = 0;
    int northWest = 0;
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
      int predictedLeft = samples.predictor(left, q);
      int predictedRight = samples.predictor(right, q + 1);
      place(left, q, y, predictedLeft + residuals.left);
      place(right, q + 1, y, predictedRight + residuals.right);
    }
    samples.endRow(across);
  }

  /// T.814 equation 2, of the significance of the quads around.
  private static int context(int west, int northWest, int north, int northEast) {
    int above = ((north >> 1) | (northWest >> 3)) & 1;
    int beside = ((west >> 2) | (west >> 3)) & 1;
    int aboveRight = ((north >> 3) | (northEast >> 1)) & 1;
    return above | (beside << 1) | (aboveRight << 2);
  }

  /// What is coded of a quad; nothing where neither its context nor an event makes it significant.
  private int entry(int[] table, int context) {
    if (context == 0 && !events.next()) {
      return 0;
    }
    int entry = table[(context << 7) | ((int) words.ahead() & 0x7F)];
    words.skip(QuadCode.length(entry));
    return entry;
  }

  private void place(int entry, int q, int y, int bound) throws DicomException {
    rho[q] = (byte) QuadCode.rho(entry);
    samples.read(entry, q, y, bound);
  }
}
