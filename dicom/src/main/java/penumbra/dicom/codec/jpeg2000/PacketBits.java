package penumbra.dicom.codec.jpeg2000;

import penumbra.dicom.DicomException;

/// The bits of a packet header: a byte of ones is followed by a stuffed bit.
final class PacketBits {
  private static final int MARKER = 0xFF;
  private static final int MAX_LENGTH_BITS = 31;

  private final Input input;
  private int current;
  private int left;

  PacketBits(Input input) {
    this.input = input;
  }

  int next() throws DicomException {
    if (left == 0) {
      left = current == MARKER ? 7 : 8;
      current = input.u8();
    }
    left--;
    return (current >> left) & 1;
  }

  int next(int n) throws DicomException {
    int value = 0;
    for (int i = 0; i < n; i++) {
      value = (value << 1) | next();
    }
    return value;
  }

  /// A length of `n` bits.
  int length(int n) throws DicomException {
    checkLength(n);
    return next(n);
  }

  /// Refuses lengths of so many bits that no code-block can have.
  void checkLength(int n) throws DicomException {
    if (n > MAX_LENGTH_BITS) {
      throw CodestreamErrors.at(input.position(), "is in a packet header that makes no sense");
    }
  }

  /// Goes on to the next whole byte.
  void align() throws DicomException {
    if (current == MARKER) {
      input.u8();
    }
    current = 0;
    left = 0;
  }
}
