package penumbra.dicom.codec.jpegls;

import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameErrors;

/// One marker of a JPEG-LS frame, and its content.
///
/// ```
/// JpegLsSegment segment = JpegLsSegment.at(coded, position);
/// if (segment.marker() == 0xDA) {
///   int components = segment.number(1);
/// ```
final class JpegLsSegment {
  static final int START_OF_IMAGE = 0xD8;
  static final int END_OF_IMAGE = 0xD9;
  static final int FIRST_RESTART = 0xD0;

  private final byte[] coded;
  private final int marker;
  private final int begin;
  private int position;
  private final int end;

  private JpegLsSegment(byte[] coded, int marker, int begin, int position, int end) {
    this.coded = coded;
    this.marker = marker;
    this.begin = begin;
    this.position = position;
    this.end = end;
  }

  /// The marker at `begin`, which any number of bytes FF may precede.
  static JpegLsSegment at(byte[] coded, int begin) throws DicomException {
    int at = begin;
    while (at < coded.length && coded[at] == -1) {
      at++;
    }
    if (at == coded.length) {
      throw cut(coded);
    }
    int marker = coded[at] & 0xFF;
    if (at == begin || marker == 0) {
      throw FrameErrors.of(
          "a JPEG-LS frame must have a marker at byte " + begin,
          String.format("there is %02X", marker));
    }
    int position = at + 1;
    if (marker >= FIRST_RESTART && marker <= END_OF_IMAGE) {
      return new JpegLsSegment(coded, marker, begin, position, position);
    }
    if (coded.length - position < 2) {
      throw cut(coded);
    }
    int length = ((coded[position] & 0xFF) << 8) | (coded[position + 1] & 0xFF);
    if (length < 2 || length > coded.length - position) {
      throw FrameErrors.of(
          "marker %02X at byte %d must be within the frame's %d bytes"
              .formatted(marker, begin, coded.length),
          "is said to have " + length);
    }
    return new JpegLsSegment(coded, marker, begin, position + 2, position + length);
  }

  /// The second byte of the marker; the first is FF.
  int marker() {
    return marker;
  }

  /// The position of the marker in the frame.
  int begin() {
    return begin;
  }

  /// The position of its content.
  int end() {
    return end;
  }

  /// The number of unread bytes.
  int left() {
    return end - position;
  }

  /// Reads the next 1 to 4 bytes as a number; of 4 bytes, only the lower 31 bits may be set.
  int number(int bytes) throws DicomException {
    if (left() < bytes) {
      throw bad("ends too early");
    }
    int number = 0;
    for (int i = 0; i < bytes; i++) {
      number = (number << 8) | (coded[position++] & 0xFF);
    }
    if (number < 0) {
      throw bad("holds " + Integer.toUnsignedString(number));
    }
    return number;
  }

  /// Whether the next bytes are the characters of `text`.
  boolean startsWith(String text) {
    if (left() < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (coded[position + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// An error about the content of this segment.
  DicomException bad(String found) {
    return FrameErrors.of(
        "marker %02X at byte %d of a JPEG-LS frame must be well formed".formatted(marker, begin),
        found);
  }

  private static DicomException cut(byte[] coded) {
    return FrameErrors.of("a JPEG-LS frame must be whole", "ends at byte " + coded.length);
  }
}
