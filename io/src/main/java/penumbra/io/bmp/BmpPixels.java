package penumbra.io.bmp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import penumbra.core.NdArray;
import penumbra.io.format.Inputs;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.ReadingNotes;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.pixel.GreyPixels;

/// The pixels of a BMP as grey values, or as colours.
final class BmpPixels {
  private static final int FULL = 255;

  private final Path file;
  private final byte[] bytes;
  private final BmpHeader header;
  private final int[] masks;
  private int missing;

  BmpPixels(Path file, byte[] bytes, BmpHeader header) {
    this.file = file;
    this.bytes = bytes;
    this.header = header;
    this.masks = header.masks().stream().mapToInt(Integer::intValue).toArray();
  }

  NdArray read(ReadOptions options, List<String> steps) throws UnreadableFileException {
    if (header.packing() == BmpHeader.Packing.PLAIN) {
      checkRoom(options.lenient());
    } else if (!new BmpRuns(bytes, header).canHoldThePixels()) {
      throw endsEarly();
    }
    var grey = new GreyPixels(header.height(), header.width(), 8, options.colours());
    if (header.bits() <= 8) {
      readIndices(grey, options.lenient());
    } else {
      readColours(grey, options.lenient());
    }
    if (missing > 0) {
      steps.add(
          ReadingNotes.of(
              "The file ends early; filled with 0 what is missing of %d of %d rows."
                  .formatted(missing, header.height())));
    }
    grey.tellColour(steps);
    if (hasAlpha()) {
      grey.tellAlpha(steps);
    }
    return grey.toArray();
  }

  private boolean hasAlpha() {
    return header.bits() > 8 && header.bits() != 24 && masks[3] != 0;
  }

  private void readIndices(GreyPixels grey, boolean lenient) throws UnreadableFileException {
    int width = header.width();
    byte[] indices = header.packing() == BmpHeader.Packing.PLAIN ? plain(lenient) : runs(lenient);
    int[] palette = header.palette().stream().mapToInt(Integer::intValue).toArray();
    for (int i = 0; i < indices.length; i++) {
      int colour = indices[i] & 0xFF;
      if (colour >= palette.length) {
        throw UnreadableFileException.of(
            file,
            "must use only the " + palette.length + " colours of its palette",
            "uses number " + colour,
            Inputs.COPY_AGAIN);
      }
      grey.put(
          place(i / width) + i % width,
          palette[colour] >> 16,
          palette[colour] >> 8 & 0xFF,
          palette[colour] & 0xFF);
    }
  }

  /// Where the row that is stored as number `row` begins.
  private int place(int row) {
    return (header.topDown() ? row : header.height() - 1 - row) * header.width();
  }

  private byte[] plain(boolean lenient) throws UnreadableFileException {
    int width = header.width();
    int bits = header.bits();
    byte[] indices = new byte[width * header.height()];
    for (int y = 0; y < header.height(); y++) {
      byte[] row = row(y, lenient);
      for (int x = 0; x < width; x++) {
        int bit = x * bits;
        indices[y * width + x] =
            (byte) ((row[bit >> 3] & 0xFF) >> (8 - bits - (bit & 7)) & ((1 << bits) - 1));
      }
    }
    return indices;
  }

  private byte[] runs(boolean lenient) throws UnreadableFileException {
    var runs = new BmpRuns(bytes, header);
    byte[] indices = runs.expand();
    missing = runs.missingRows();
    if (missing > 0 && !lenient) {
      throw endsEarly();
    }
    return indices;
  }

  private void readColours(GreyPixels grey, boolean lenient) throws UnreadableFileException {
    int each = header.bits() / 8;
    for (int y = 0; y < header.height(); y++) {
      ByteBuffer row = ByteBuffer.wrap(row(y, lenient)).order(ByteOrder.LITTLE_ENDIAN);
      for (int x = 0; x < header.width(); x++) {
        int at = place(y) + x;
        if (each == 3) {
          grey.put(at, row.get(3 * x + 2) & 0xFF, row.get(3 * x + 1) & 0xFF, row.get(3 * x) & 0xFF);
        } else {
          int pixel = each == 2 ? row.getShort(2 * x) & 0xFFFF : row.getInt(4 * x);
          grey.put(at, part(pixel, 0), part(pixel, 1), part(pixel, 2));
          if (hasAlpha()) {
            grey.alpha(part(pixel, 3));
          }
        }
      }
    }
  }

  /// A part of a pixel from 0 to 255: value x 255 / largest, rounded down, as Pillow has it.
  private int part(int pixel, int which) {
    int mask = masks[which];
    int shift = Integer.numberOfTrailingZeros(mask);
    long most = (mask >>> shift) & 0xFFFFFFFFL;
    return (int) (((pixel & mask) >>> shift & 0xFFFFFFFFL) * FULL / most);
  }

  private void checkRoom(boolean lenient) throws UnreadableFileException {
    long needed = (long) header.rowBytes() * header.height();
    if (!lenient && bytes.length - header.offset() < needed) {
      throw endsEarly();
    }
  }

  /// The bytes of a row in the order of the file; those behind its end are 0.
  private byte[] row(int y, boolean lenient) {
    long from = header.offset() + (long) y * header.rowBytes();
    if (lenient && from + header.rowBytes() > bytes.length) {
      missing++;
    }
    int start = (int) Math.min(from, bytes.length);
    return Arrays.copyOfRange(bytes, start, start + header.rowBytes());
  }

  private UnreadableFileException endsEarly() {
    return UnreadableFileException.of(
        file, "must be whole", "ends before its last pixel", Inputs.COPY_AGAIN);
  }
}
