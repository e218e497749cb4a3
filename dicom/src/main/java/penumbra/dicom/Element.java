package penumbra.dicom;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Value.Items;

/// A data element.
///
/// ```
/// Element rows = Element.ofUnsignedShorts(Tags.ROWS, 1024);
/// ```
///
/// @param tag its number
/// @param vr its value representation
/// @param value the value
public record Element(Tag tag, Vr vr, Value value) {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// An element of ASCII text, padded to an even length; several values are separated by `\`.
  public static Element ofText(Tag tag, Vr vr, String text) {
    return ofText(tag, vr, text, StandardCharsets.US_ASCII);
  }

  /// An element of text in a character set, padded to an even length.
  public static Element ofText(Tag tag, Vr vr, String text, Charset charset) {
    byte[] bytes = text.getBytes(charset);
    byte[] even = java.util.Arrays.copyOf(bytes, bytes.length + (bytes.length & 1));
    if (even.length > bytes.length) {
      even[bytes.length] = (byte) (vr == Vr.UI ? 0 : ' ');
    }
    return ofBytes(tag, vr, even);
  }

  /// An element of `US` values.
  public static Element ofUnsignedShorts(Tag tag, int... values) {
    MemorySegment segment = MemorySegment.ofArray(new byte[2 * values.length]);
    for (int i = 0; i < values.length; i++) {
      segment.set(SHORT, 2L * i, (short) values[i]);
    }
    return new Element(tag, Vr.US, new Bytes(segment));
  }

  /// An element of bytes, numbers in little-endian order.
  public static Element ofBytes(Tag tag, Vr vr, byte[] bytes) {
    return new Element(tag, vr, new Bytes(MemorySegment.ofArray(bytes)));
  }

  /// A sequence.
  public static Element ofItems(Tag tag, List<DataSet> items) {
    return new Element(tag, Vr.SQ, new Items(items));
  }
}
