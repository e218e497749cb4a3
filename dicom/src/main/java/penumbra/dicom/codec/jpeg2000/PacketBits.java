package penumbra.dicom.codec.jpeg2000;

import penumbra.dicom.DicomException;

/// The bits of a packet header: a byte of ones is followed by a stuffed bit.
final class PacketBits {
  private static final int MARKER = 0xFF;

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

  /// Moves to the next whole byte.
  void align() throws DicomException {
    if (current == MARKER) {
      input.u8();
    }
    current = 0;
    left = 0;
  }
}
