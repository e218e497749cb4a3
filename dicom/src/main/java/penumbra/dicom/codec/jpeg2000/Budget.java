package penumbra.dicom.codec.jpeg2000;

import penumbra.dicom.DicomException;

/// How many precincts and code-blocks a codestream may have: enough for any sensible one, and so
/// few that a small file cannot fill the memory with them.
final class Budget {
  private static final long LEAST = 1 << 16;
  private static final int SAMPLES_EACH = 8;

  private long left;

  Budget(Size size) {
    left = LEAST + (long) size.width() * size.height() * size.components() / SAMPLES_EACH;
  }

  void spend(long count) throws DicomException {
    left -= count;
    if (left < 0) {
      throw Damage.unsupported("has ones in smaller pieces than any encoder makes");
    }
  }
}
