package penumbra.dicom.codec.jpeg;

import penumbra.dicom.DicomException;

/// Goes through the marker segments of a JPEG stream and reads the numbers in each.
///
/// ```
/// SegmentReader segments = SegmentReader.of(coded);
/// while (segments.next()) {
///   if (segments.marker() == JpegMarker.DRI) {
///     interval = segments.u16();
///   }
/// }
/// ```
///
/// It reads no number beyond its segment, and every error names the byte offset.
final class SegmentReader {
  private static final String COPY_AGAIN = "copy the file again, or ask its maker for a sound one";

  private final byte[] data;
  private int marker;
  private int markerAt;
  private int position;
  private int end;
  private boolean ended;

  private SegmentReader(byte[] data) {
    this.data = data;
    this.end = 2;
  }

  /// Before the first segment.
  static SegmentReader of(byte[] data) throws DicomException {
    if (data.length < 2 || (data[0] & 255) != 0xFF || (data[1] & 255) != JpegMarker.SOI) {
      throw damaged("must begin with the JPEG marker SOI", "does not", 0);
    }
    return new SegmentReader(data);
  }

  /// An error about a stream at a byte offset.
  static DicomException damaged(String rule, String found, long at) {
    return new DicomException(rule, found + where(at), COPY_AGAIN);
  }

  private static String where(long at) {
    return " at byte " + at + " of the coded frame";
  }

  /// Moves to the next segment, skipping anything that is not a marker, like libjpeg. Returns false
  /// at the end of the image or of the data.
  boolean next() throws DicomException {
    int at = end;
    while (at + 1 < data.length
        && ((data[at] & 255) != 0xFF
            || (data[at + 1] & 255) == 0xFF
            || JpegMarker.isStray(data[at + 1] & 255))) {
      at++;
    }
    if (at + 1 >= data.length) {
      markerAt = data.length;
      return false;
    }
    if ((data[at + 1] & 255) == JpegMarker.EOI) {
      markerAt = at;
      ended = true;
      return false;
    }
    marker = data[at + 1] & 255;
    markerAt = at;
    position = at + 2;
    end = data.length;
    int length = u16();
    end = at + 2 + length;
    if (length < 2 || end > data.length) {
      throw damaged("must have whole marker segments", "has one of " + length + " bytes");
    }
    return true;
  }

  /// Whether the end marker of the image was found, not just the end of the data.
  boolean ended() {
    return ended;
  }

  /// The marker of the segment, without its FF.
  int marker() {
    return marker;
  }

  /// The first byte after the segment.
  int end() {
    return end;
  }

  /// The number of unread bytes in the segment.
  int remaining() {
    return end - position;
  }

  /// Continues at that byte of the stream, after a scan.
  void seek(int at) {
    end = at;
  }

  int u8() throws DicomException {
    if (position >= end) {
      throw damaged("must have whole marker segments", "has one that is too short");
    }
    return data[position++] & 255;
  }

  int u16() throws DicomException {
    int high = u8();
    return (high << 8) | u8();
  }

  /// An error about this segment.
  DicomException damaged(String rule, String found) {
    return damaged(rule, found, markerAt);
  }

  /// The position of the segment, in words.
  String where() {
    return where(markerAt);
  }
}
