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
import penumbra.io.format.ReadingNotes;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.pixel.Orientation;

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
  private int orientation = 1;
  private boolean truncated;
  private final boolean lenient;
  private final List<String> damage = new ArrayList<>();

  private PngChunks(Path file, boolean lenient) {
    this.file = file;
    this.lenient = lenient;
  }

  /// Walks through the file, whose signature has been seen; `lenient` takes a file that ends behind
  /// its first pixels.
  static PngChunks parse(Path file, byte[] bytes, boolean lenient) throws UnreadableFileException {
    var chunks = new PngChunks(file, lenient);
    chunks.walk(bytes);
    return chunks;
  }

  private void walk(byte[] bytes) throws UnreadableFileException {
    if (bytes.length < Png.SIGNATURE.length) {
      throw endsEarly();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    bare.write(bytes, 0, Png.SIGNATURE.length);
    in.position(Png.SIGNATURE.length);
    String name = "";
    while (!"IEND".equals(name)) {
      int start = in.position();
      long length = in.remaining() < AROUND ? Long.MAX_VALUE : in.getInt() & 0xFFFFFFFFL;
      if (length > in.remaining() - (AROUND - 4)) {
        takeTruncated(bytes, start);
        return;
      }
      int n = (int) length;
      name = new String(bytes, start + 4, 4, StandardCharsets.ISO_8859_1);
      if (!isSound(bytes, start, n)) {
        if (!isSideMatter(name)) {
          throw damaged(name, start, "is damaged (wrong CRC)");
        }
        damage.add(
            ReadingNotes.of(
                "Passed over the chunk %s at byte %d, which is damaged (wrong CRC)."
                    .formatted(name, start)));
        in.position(start + AROUND + n);
        continue;
      }
      // A second header would be checked against the limits while the first one is decoded.
      if ("IHDR".equals(name) != (start == Png.SIGNATURE.length)) {
        throw damaged(name, start, "is out of place");
      }
      take(bytes, start, n, name);
      in.position(start + AROUND + n);
    }
  }

  /// Of a file that ends inside the chunk at `start`: its pixels so far, if that is allowed.
  private void takeTruncated(byte[] bytes, int start) throws UnreadableFileException {
    boolean pixels =
        bytes.length > start + 8
            && "IDAT".equals(new String(bytes, start + 4, 4, StandardCharsets.ISO_8859_1));
    if (!lenient || header == null || (data.isEmpty() && !pixels)) {
      throw endsEarly();
    }
    truncated = true;
    if (pixels) {
      data.add(Arrays.copyOfRange(bytes, start + 8, bytes.length));
    }
  }

  private UnreadableFileException endsEarly() {
    return UnreadableFileException.of(
        file, "must be whole", "ends before its IEND chunk", Inputs.COPY_AGAIN);
  }

  /// Whether the chunk can be done without: by PNG's rule its name begins with a small letter. What
  /// is transparent is dropped here anyway.
  private static boolean isSideMatter(String name) {
    return name.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
        && name.charAt(0) >= 'a';
  }

  private static boolean isSound(byte[] bytes, int start, int n) {
    var crc = new CRC32();
    crc.update(bytes, start + 4, n + 4);
    return (int) crc.getValue() == ByteBuffer.wrap(bytes).getInt(start + 8 + n);
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
      case "eXIf" -> {
        orientation = Orientation.ofExif(Arrays.copyOfRange(bytes, start + 8, start + 8 + n));
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

  /// The orientation in its EXIF data, 1 if there is none.
  int orientation() {
    return orientation;
  }

  /// Whether the file ends before its last chunk.
  boolean truncated() {
    return truncated;
  }

  /// What is wrong beside the pixels, in sentences.
  List<String> damage() {
    return List.copyOf(damage);
  }

  /// The signature and the chunks that hold pixels.
  byte[] bare() {
    return bare.toByteArray();
  }
}
