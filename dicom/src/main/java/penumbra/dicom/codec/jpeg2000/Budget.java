package penumbra.dicom.codec.jpeg2000;

import penumbra.dicom.DicomException;

/// Limits the number of precincts and code-blocks in a codestream, and the work for all its tiles
/// that reads no byte. The limits allow every sensible codestream, but a small file can neither
/// fill the memory nor keep a reader busy.
final class Budget {
  private static final long LEAST = 1 << 16;
  private static final int SAMPLES_EACH = 8;
  private static final long MOST_STEPS = 1L << 28;

  private long left;
  private long steps;

  Budget(Size size) {
    left = LEAST + (long) size.width() * size.height() * size.components() / SAMPLES_EACH;
  }

  void spend(long count) throws DicomException {
    left -= count;
    if (left < 0) {
      throw CodestreamErrors.unsupported("has ones in smaller pieces than any encoder makes");
    }
  }

  /// Counts work that many progression order changes could multiply.
  void step(long count) throws DicomException {
    steps += count + 1;
    if (steps > MOST_STEPS) {
      throw CodestreamErrors.unsupported(
          "has more changes of the order of packets than any encoder makes");
    }
  }
}
