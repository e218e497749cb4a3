package penumbra.io.bmp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.io.format.Inputs;
import penumbra.io.format.UnreadableFileException;

/// The headers of a BMP file, checked.
///
/// @param height rows
/// @param width columns
/// @param bits of a pixel
/// @param packing how pixels are stored
/// @param topDown whether the first row stored is the topmost
/// @param masks which bits of a pixel are red, green, blue and alpha, of 16 and 32 bits
/// @param palette red, green and blue of each colour in 8 bits each, for up to 8 bits
/// @param offset where the pixels begin
record BmpHeader(
    int height,
    int width,
    int bits,
    Packing packing,
    boolean topDown,
    List<Integer> masks,
    List<Integer> palette,
    int offset) {
  private static final int FILE_HEADER = 14;
  private static final int OS2 = 12;
  private static final int SHORT_OS2 = 16;
  private static final int USUAL = 40;

  BmpHeader {
    masks = List.copyOf(masks);
    palette = List.copyOf(palette);
  }

  /// How pixels are stored.
  enum Packing {
    PLAIN,
    RUNS_OF_8,
    RUNS_OF_4
  }

  static BmpHeader parse(Path file, byte[] bytes) throws UnreadableFileException {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int size = bytes.length < FILE_HEADER + 4 ? Integer.MAX_VALUE : in.getInt(FILE_HEADER);
    if (size > bytes.length - FILE_HEADER) {
      throw UnreadableFileException.of(
          file, "must be whole", "ends inside its header", Inputs.COPY_AGAIN);
    }
    boolean old = size == OS2;
    long width = old ? in.getShort(18) & 0xFFFF : in.getInt(18);
    long height = old ? in.getShort(20) & 0xFFFF : in.getInt(22);
    int bits = in.getShort(old ? 24 : 28) & 0xFFFF;
    int packing = old || size == SHORT_OS2 ? 0 : in.getInt(30);
    boolean topDown = height < 0;
    if (width < 1 || height == 0 || Math.abs(height) > Integer.MAX_VALUE) {
      throw UnreadableFileException.of(
          file, "must have a pixel", "has " + height + " x " + width, Inputs.COPY_AGAIN);
    }
    boolean masked = packing == 3 || packing == 6;
    boolean known =
        switch (bits) {
          case 1, 24 -> packing == 0;
          case 4 -> packing == 0 || (packing == 2 && !topDown);
          case 8 -> packing == 0 || (packing == 1 && !topDown);
          case 16, 32 -> packing == 0 || masked;
          default -> false;
        };
    if (!known) {
      throw UnreadableFileException.of(
          file,
          "must have pixels of 1, 4, 8, 16, 24 or 32 bits, plain or run-length encoded, to be read",
          "has " + bits + " bits with BMP compression " + packing,
          "save it as PNG");
    }
    int behind = FILE_HEADER + size;
    List<Integer> masks = List.of();
    if (bits == 16 || bits == 32) {
      masks = masks(file, in, size, bits, masked);
      behind += masked && size == USUAL ? packing == 6 ? 16 : 12 : 0;
    }
    List<Integer> palette = bits <= 8 ? palette(in, behind, size, bits) : List.of();
    long offset = in.getInt(10) & 0xFFFFFFFFL;
    return new BmpHeader(
        (int) Math.abs(height),
        (int) width,
        bits,
        packing == 1 ? Packing.RUNS_OF_8 : packing == 2 ? Packing.RUNS_OF_4 : Packing.PLAIN,
        topDown,
        masks,
        palette,
        (int) Math.min(offset, bytes.length));
  }

  private static List<Integer> masks(Path file, ByteBuffer in, int size, int bits, boolean masked)
      throws UnreadableFileException {
    if (!masked) {
      return bits == 16 ? List.of(0x7C00, 0x3E0, 0x1F, 0) : List.of(0xFF0000, 0xFF00, 0xFF, 0);
    }
    int count = size > 52 && size != 64 ? 4 : 3;
    List<Integer> masks = new ArrayList<>(List.of(0, 0, 0, 0));
    for (int i = 0; i < count; i++) {
      int at = FILE_HEADER + USUAL + 4 * i;
      int mask = at > in.limit() - 4 ? 0 : in.getInt(at);
      masks.set(i, mask);
      int shifted = mask >>> Integer.numberOfTrailingZeros(mask);
      boolean inOneRun = mask == 0 || (shifted & (shifted + 1)) == 0;
      if (!inOneRun || (i < 3 && mask == 0)) {
        throw UnreadableFileException.of(
            file,
            "must have a run of bits for each colour",
            "has the mask %08x".formatted(mask),
            Inputs.COPY_AGAIN);
      }
    }
    return masks;
  }

  /// The colours that lie between the header and the pixels.
  private static List<Integer> palette(ByteBuffer in, int from, int size, int bits) {
    int each = size == OS2 ? 3 : 4;
    int used = size >= USUAL ? in.getInt(46) : 0;
    int colours = used > 0 && used < 1 << bits ? used : 1 << bits;
    int there = Math.max(0, Math.min(colours, (in.limit() - from) / each));
    List<Integer> palette = new ArrayList<>();
    for (int at = from; at < from + each * there; at += each) {
      int blue = in.get(at) & 0xFF;
      int green = in.get(at + 1) & 0xFF;
      palette.add((in.get(at + 2) & 0xFF) << 16 | green << 8 | blue);
    }
    return palette;
  }

  /// Bytes of a stored row, which is filled up to four.
  int rowBytes() {
    return Math.toIntExact((((long) width * bits + 31) / 32) * 4);
  }

  String describe() {
    return bits <= 8
        ? bits + "-bit palette of " + palette.size() + " colours"
        : bits + "-bit colours";
  }
}
