package penumbra.dicom.codec.jpeg2000;

import penumbra.dicom.DicomException;

/// How many precincts and code-blocks a codestream may have, and how much may be done for all its
/// tiles without reading a byte: enough for any sensible one, and so little that a small file can
/// neither fill the memory nor keep a reader busy.
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

  /// Counts what many changes of the order of packets could make long.
  void step(long count) throws DicomException {
    steps += count + 1;
    if (steps > MOST_STEPS) {
      throw CodestreamErrors.unsupported(
          "has more changes of the order of packets than any encoder makes");
    }
  }
}
