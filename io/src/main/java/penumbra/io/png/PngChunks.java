package penumbra.io.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import penumbra.io.format.Inputs;
import penumbra.io.format.UnreadableFileException;

/// The chunks of a PNG file, checked for completeness. It also makes a copy with only the chunks
/// that hold pixels: colour profiles, gamma and texts must not change a grey value, and a damaged
/// comment must not make a picture unreadable.
final class PngChunks {
  /// Length, name and CRC.
  private static final int AROUND = 12;

  private final Path file;
  private final ByteArrayOutputStream bare = new ByteArrayOutputStream();
  private @Nullable ByteBuffer header;
  private final List<byte[]> data = new ArrayList<>();
  private byte[] palette = {};
  private boolean transparency;

  private PngChunks(Path file) {
    this.file = file;
  }

  /// Goes through the file after its signature.
  static PngChunks parse(Path file, byte[] bytes) throws UnreadableFileException {
    var chunks = new PngChunks(file);
    chunks.walk(bytes);
    return chunks;
  }

  private void walk(byte[] bytes) throws UnreadableFileException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    bare.write(bytes, 0, Png.SIGNATURE.length);
    in.position(Png.SIGNATURE.length);
    String name = "";
    while (!"IEND".equals(name)) {
      int start = in.position();
      long length = in.remaining() < AROUND ? Long.MAX_VALUE : in.getInt() & 0xFFFFFFFFL;
      if (length > in.remaining() - (AROUND - 4)) {
        throw UnreadableFileException.of(
            file, "must be whole", "ends before its IEND chunk", Inputs.COPY_AGAIN);
      }
      int n = (int) length;
      name = new String(bytes, start + 4, 4, StandardCharsets.ISO_8859_1);
      checkSum(bytes, start, n, name);
      // Without this check, a second header would be compared with the limits while the first one
      // is decoded.
      if ("IHDR".equals(name) != (start == Png.SIGNATURE.length)) {
        throw damaged(name, start, "is out of place");
      }
      take(bytes, start, n, name);
      in.position(start + AROUND + n);
    }
  }

  private void checkSum(byte[] bytes, int start, int n, String name)
      throws UnreadableFileException {
    var crc = new CRC32();
    crc.update(bytes, start + 4, n + 4);
    if ((int) crc.getValue() != ByteBuffer.wrap(bytes).getInt(start + 8 + n)) {
      throw damaged(name, start, "is damaged (wrong CRC)");
    }
  }

  private void take(byte[] bytes, int start, int n, String name) throws UnreadableFileException {
    switch (name) {
      case "IHDR" -> {
        if (n != 13) {
          throw damaged("has an IHDR chunk of " + n + " bytes");
        }
        header = ByteBuffer.wrap(bytes, start + 8, n).slice();
        checkHeader();
      }
      case "PLTE" -> palette = Arrays.copyOfRange(bytes, start + 8, start + 8 + n);
      case "tRNS" -> {
        transparency = true;
        return;
      }
      case "IDAT" -> data.add(Arrays.copyOfRange(bytes, start + 8, start + 8 + n));
      case "IEND" -> {}
      default -> {
        return;
      }
    }
    bare.write(bytes, start, AROUND + n);
  }

  private void checkHeader() throws UnreadableFileException {
    boolean depth =
        switch (colour()) {
          case 0 -> Integer.bitCount(bits()) == 1 && bits() <= 16;
          case 3 -> Integer.bitCount(bits()) == 1 && bits() <= 8;
          default -> bits() == 8 || bits() == 16;
        };
    if (!depth) {
      throw damaged("has " + bits() + " bits a sample, which its colour type does not have");
    }
    if (at(10) != 0 || at(11) != 0 || at(12) > 1) {
      throw damaged("names a compression, filter or interlacing that PNG does not have");
    }
  }

  private UnreadableFileException damaged(String chunk, int start, String how) {
    String found = "its chunk " + chunk + " at byte " + start + " " + how;
    return UnreadableFileException.of(file, "must be a sound PNG", found, Inputs.COPY_AGAIN, start);
  }

  private UnreadableFileException damaged(String found) {
    return UnreadableFileException.of(file, "must be a sound PNG", found, Inputs.COPY_AGAIN);
  }

  long width() {
    return field(0) & 0xFFFFFFFFL;
  }

  long height() {
    return field(4) & 0xFFFFFFFFL;
  }

  private int field(int at) {
    return Objects.requireNonNull(header).getInt(at);
  }

  private int at(int at) {
    return Objects.requireNonNull(header).get(at) & 0xFF;
  }

  /// Bits per sample, or per palette index.
  int bits() {
    return at(8);
  }

  /// Whether its rows are in Adam7's seven passes.
  boolean interlaced() {
    return at(12) != 0;
  }

  /// The contents of the IDAT chunks.
  List<byte[]> data() {
    return data;
  }

  /// PNG's colour type.
  int colour() {
    return at(9);
  }

  /// Red, green and blue of each entry.
  byte[] palette() {
    return palette;
  }

  /// Whether a colour or palette entries are declared transparent.
  boolean transparency() {
    return transparency;
  }

  /// The signature and the chunks that hold pixels.
  byte[] bare() {
    return bare.toByteArray();
  }
}
