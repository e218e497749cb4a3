package penumbra.dicom.codec.jpeg;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import penumbra.dicom.DicomException;

/// What the markers of a JPEG frame say about its colours, by the rules of libjpeg: JFIF means luma
/// and chroma, then the Adobe marker says, then the names of the components. Beyond that, chroma is
/// what is sampled more coarsely; and JFIF alone says nothing of a lossless frame, since some
/// coders write it there before any colours. If a frame says nothing, the photometric
/// interpretation counts.
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
        boolean lossless = marker == JpegMarker.SOF_LOSSLESS;
        return of(jfif && !lossless, transform, Component.all(segments));
      } else if (marker == JpegMarker.SOS) {
        break;
      }
    }
    throw segments.damaged("must have a frame header (SOF) before its scans", "has none");
  }

  private static JpegColour of(boolean jfif, int transform, List<Component> components) {
    if (components.size() == 1) {
      return GREY;
    }
    if (jfif || transform == 1) {
      return YCBCR;
    }
    boolean named =
        components.stream()
            .map(Component::id)
            .toList()
            .equals(List.of((int) 'R', (int) 'G', (int) 'B'));
    if (transform == 0 || named) {
      return RGB;
    }
    boolean sampled = components.stream().map(Component::factors).distinct().count() > 1;
    return sampled ? YCBCR : UNSAID;
  }

  /// A component's name and its sampling factors.
  private record Component(int id, int factors) {
    /// Those of a frame header, behind precision, height and width.
    static List<Component> all(SegmentReader segment) throws DicomException {
      text(segment, 5);
      int count = segment.u8();
      List<Component> components = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        components.add(new Component(segment.u8(), segment.u8()));
        segment.u8();
      }
      return components;
    }
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

  private static String text(SegmentReader segment, int length) throws DicomException {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int next = segment.u8();
      bytes[i] = (byte) next;
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
