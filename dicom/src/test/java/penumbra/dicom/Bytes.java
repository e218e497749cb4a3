package penumbra.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Files put together by hand, so that what the reader is shown does not come from the writer.
public final class Bytes {
  public static final String EXPLICIT = "1.2.840.10008.1.2.1";
  public static final String IMPLICIT = "1.2.840.10008.1.2";
  public static final String BIG = "1.2.840.10008.1.2.2";
  public static final int UNDEFINED = -1;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final boolean big;

  private Bytes(boolean big) {
    this.big = big;
  }

  public static Bytes little() {
    return new Bytes(false);
  }

  public static Bytes big() {
    return new Bytes(true);
  }

  /// A preamble and a meta header that names a transfer syntax.
  public static Bytes file(String syntax) {
    String uid = syntax + (syntax.length() % 2 == 0 ? "" : "\0");
    Bytes file = new Bytes(false);
    file.out.writeBytes(new byte[128]);
    return file.raw("DICM")
        .explicit(0x00020000, "UL", new byte[] {(byte) (8 + uid.length()), 0, 0, 0})
        .explicit(0x00020010, "UI", uid);
  }

  /// The bytes of a file with that syntax and data set.
  public static byte[] file(String syntax, Bytes data) {
    return file(syntax).raw(data.bytes()).bytes();
  }

  /// An element with a length of two bytes.
  public Bytes explicit(int tag, String vr, byte[] value) {
    return tag(tag).raw(vr).number(value.length, 2).raw(value);
  }

  public Bytes explicit(int tag, String vr, String value) {
    return explicit(tag, vr, value.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// The head of an element with a length of four bytes.
  public Bytes longHead(int tag, String vr, int length) {
    return tag(tag).raw(vr).number(0, 2).number(length, 4);
  }

  /// An element without a representation; also items and delimiters.
  public Bytes implicit(int tag, byte[] value) {
    return tagAndLength(tag, value.length).raw(value);
  }

  public Bytes implicit(int tag, String value) {
    return implicit(tag, value.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// The head of an element without a representation.
  public Bytes tagAndLength(int tag, int length) {
    return tag(tag).number(length, 4);
  }

  public Bytes item(int length) {
    return tagAndLength(0xFFFEE000, length);
  }

  public Bytes itemEnd() {
    return tagAndLength(0xFFFEE00D, 0);
  }

  public Bytes sequenceEnd() {
    return tagAndLength(0xFFFEE0DD, 0);
  }

  Bytes tag(int tag) {
    return number(tag >>> 16, 2).number(tag & 0xFFFF, 2);
  }

  public Bytes number(int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write(value >>> (8 * (big ? bytes - 1 - i : i)));
    }
    return this;
  }

  public Bytes raw(String text) {
    return raw(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public Bytes raw(byte... bytes) {
    out.writeBytes(bytes);
    return this;
  }

  public byte[] bytes() {
    return out.toByteArray();
  }

  static byte[] without(byte[] bytes, int last) {
    return Arrays.copyOf(bytes, bytes.length - last);
  }
}
