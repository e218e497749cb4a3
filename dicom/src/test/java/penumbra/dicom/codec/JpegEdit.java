package penumbra.dicom.codec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import penumbra.dicom.codec.jpeg.JpegMarker;

/// Changes to JPEG streams, for tests.
public final class JpegEdit {
  private JpegEdit() {}

  /// Where the first such marker is. In the streams used it does not occur inside a segment.
  public static int find(byte[] coded, int marker) {
    for (int at = 0; at + 1 < coded.length; at++) {
      if ((coded[at] & 255) == 0xFF && (coded[at + 1] & 255) == marker) {
        return at;
      }
    }
    throw new IllegalArgumentException("no marker " + Integer.toHexString(marker));
  }

  /// A segment more, as the first one.
  public static byte[] withSegment(byte[] coded, int marker, int... payload) {
    return inserted(coded, 2, marker, payload);
  }

  /// The frame header without its height, and a DNL segment behind the scan.
  public static byte[] heightBehindScan(byte[] coded, int height) {
    byte[] without = coded.clone();
    int frame = find(coded, JpegMarker.SOF_BASELINE);
    without[frame + 5] = 0;
    without[frame + 6] = 0;
    int end = find(coded, JpegMarker.EOI);
    return inserted(without, end, JpegMarker.DNL, height >> 8, height & 255);
  }

  /// A baseline stream of one scan whose components have other names.
  public static byte[] named(byte[] coded, int... names) {
    byte[] other = coded.clone();
    int frame = find(coded, JpegMarker.SOF_BASELINE);
    int scan = find(coded, JpegMarker.SOS);
    for (int i = 0; i < names.length; i++) {
      other[frame + 10 + 3 * i] = (byte) names[i];
      other[scan + 5 + 2 * i] = (byte) names[i];
    }
    return other;
  }

  private static byte[] inserted(byte[] coded, int at, int marker, int... payload) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(Arrays.copyOf(coded, at));
    for (int part :
        new int[] {0xFF, marker, (payload.length + 2) >> 8, (payload.length + 2) & 255}) {
      out.write(part);
    }
    for (int part : payload) {
      out.write(part);
    }
    out.writeBytes(Arrays.copyOfRange(coded, at, coded.length));
    return out.toByteArray();
  }
}
