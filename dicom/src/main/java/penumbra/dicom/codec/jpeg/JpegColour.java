package penumbra.dicom.codec.jpeg;

import java.nio.charset.StandardCharsets;
import penumbra.dicom.DicomException;

/// What the markers of a JPEG frame say about its colours, by the rules of libjpeg. In DICOM the
/// photometric interpretation decides; if the two disagree, the file is usually labelled wrongly.
public enum JpegColour {
  /// One component.
  GREY,
  /// Luminance and two colour differences, as in JFIF.
  YCBCR,
  /// Red, green and blue without a transform.
  RGB,
  /// Three components without information about the colours.
  UNSAID;

  static JpegColour of(byte[] coded) throws DicomException {
    SegmentReader segments = SegmentReader.of(coded);
    boolean jfif = false;
    int transform = -1;
    while (segments.next()) {
      int marker = segments.marker();
      if (marker == JpegMarker.APP0 && begins(segments, "JFIF\0")) {
        jfif = true;
      } else if (marker == JpegMarker.APP14 && begins(segments, "Adobe")) {
        transform = adobeTransform(segments);
      } else if (JpegMarker.isStartOfFrame(marker)) {
        return of(jfif, transform, componentIds(segments));
      } else if (marker == JpegMarker.SOS) {
        break;
      }
    }
    throw segments.damaged("must have a frame header (SOF) before its scans", "has none");
  }

  private static JpegColour of(boolean jfif, int transform, String ids) {
    if (ids.length() == 1) {
      return GREY;
    }
    if (jfif || transform == 1) {
      return YCBCR;
    }
    return transform == 0 || ids.equals("RGB") ? RGB : UNSAID;
  }

  private static boolean begins(SegmentReader segment, String text) throws DicomException {
    return segment.remaining() >= text.length() && text(segment, text.length()).equals(text);
  }

  /// After the name: the version, two words of flags, and the transform.
  private static int adobeTransform(SegmentReader segment) throws DicomException {
    if (segment.remaining() < 7) {
      return -1;
    }
    text(segment, 6);
    return segment.u8();
  }

  /// After the precision, height and width.
  private static String componentIds(SegmentReader segment) throws DicomException {
    text(segment, 5);
    int count = segment.u8();
    StringBuilder ids = new StringBuilder();
    for (int i = 0; i < count; i++) {
      ids.append(text(segment, 3).charAt(0));
    }
    return ids.toString();
  }

  private static String text(SegmentReader segment, int length) throws DicomException {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int next = segment.u8();
      bytes[i] = (byte) next;
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
