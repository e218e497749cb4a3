package penumbra.io.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/// The names of the members of a ZIP archive as text.
///
/// A name is UTF-8 if its member says so, else in whatever code page the program had that wrote it.
/// Many programs write UTF-8 without saying so: if all names are UTF-8, they are read as that.
/// Otherwise they are code page 437, as `unzip` and Python read them. The Unicode name that
/// Info-ZIP writes beside another one counts before it.
///
/// @param charset of names that do not say what they are
record ZipNames(Charset charset) {
  /// The bit of a member's flags that says that its name is UTF-8.
  static final int UTF_8_FLAG = 1 << 11;

  private static final int UNICODE_NAME = 0x7075;

  /// A name as it is stored.
  static final class Raw {
    private final byte[] bytes;
    private final boolean utf8;
    private final byte[] extra;

    /// @param bytes of the name
    /// @param utf8 whether the member says that they are UTF-8
    /// @param extra the further fields of the member
    Raw(byte[] bytes, boolean utf8, byte[] extra) {
      this.bytes = bytes;
      this.utf8 = utf8;
      this.extra = extra;
    }
  }

  /// How the names of an archive are read.
  static ZipNames of(List<Raw> names) {
    boolean unicode = names.stream().allMatch(name -> name.utf8 || isUtf8(name.bytes));
    return new ZipNames(unicode ? StandardCharsets.UTF_8 : Charset.forName("IBM437"));
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  /// The name as text. A name whose only separators are those of Windows gets the usual ones.
  String of(Raw raw) {
    byte[] unicode = unicode(raw);
    String name =
        unicode.length > 0
            ? new String(unicode, StandardCharsets.UTF_8)
            : new String(raw.bytes, raw.utf8 ? StandardCharsets.UTF_8 : charset);
    return name.contains("/") ? name : name.replace('\\', '/');
  }

  /// The name in Info-ZIP's field, if it belongs to the stored one.
  private static byte[] unicode(Raw raw) {
    byte[] extra = raw.extra;
    int at = 0;
    while (at <= extra.length - 4) {
      int n = uint16(extra, at + 2);
      if (uint16(extra, at) == UNICODE_NAME && n > 5 && at + 4 + n <= extra.length) {
        var sum = new CRC32();
        sum.update(raw.bytes);
        long stated = uint16(extra, at + 5) | (long) uint16(extra, at + 7) << 16;
        byte[] name = java.util.Arrays.copyOfRange(extra, at + 9, at + 4 + n);
        return extra[at + 4] == 1 && stated == sum.getValue() && isUtf8(name) ? name : new byte[0];
      }
      at += 4 + n;
    }
    return new byte[0];
  }

  private static int uint16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }
}
