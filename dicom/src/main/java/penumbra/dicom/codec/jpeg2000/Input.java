package penumbra.dicom.codec.jpeg2000;

import penumbra.dicom.DicomException;

/// Reads big-endian numbers from a range of bytes.
final class Input {
  private final byte[] bytes;
  private final int end;
  private int at;

  Input(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  int position() {
    return at;
  }

  int remaining() {
    return end - at;
  }

  void skip(int n) throws DicomException {
    need(n);
    at += n;
  }

  int u8() throws DicomException {
    need(1);
    return bytes[at++] & 0xFF;
  }

  int u16() throws DicomException {
    return (u8() << 8) | u8();
  }

  long u32() throws DicomException {
    return ((long) u16() << 16) | u16();
  }

  /// Returns the next `n` bytes as a separate input, and skips them here.
  Input part(int n) throws DicomException {
    need(n);
    at += n;
    return new Input(bytes, at - n, at);
  }

  /// The next two bytes, or -1 if there are fewer.
  int peek16() {
    return remaining() < 2 ? -1 : ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }

  void copyTo(byte[] target, int to) {
    System.arraycopy(bytes, at, target, to, remaining());
  }

  private void need(int n) throws DicomException {
    if (n < 0 || n > end - at) {
      throw CodestreamErrors.at(
          at, "is followed by " + (end - at) + " bytes where " + n + " are needed");
    }
  }
}
