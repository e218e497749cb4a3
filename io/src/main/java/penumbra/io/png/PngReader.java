package penumbra.io.png;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import penumbra.core.NdArray;
import penumbra.io.format.Inputs;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.ReadingNotes;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.pixel.GreyPixels;
import penumbra.io.pixel.Orientation;

/// Reads PNG as grey: 8 and 16 bits are unchanged, 1, 2 and 4 bits are stretched to 0..255.
final class PngReader {
  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int GREY_ALPHA = 4;
  private static final int RGB_ALPHA = 6;

  private PngReader() {}

  /// The grey values; the decoding steps are added to `steps`.
  static NdArray read(Path file, byte[] bytes, ReadOptions options, List<String> steps)
      throws IOException {
    PngChunks chunks = PngChunks.parse(file, bytes, options.lenient());
    int bands = bands(file, chunks.colour());
    options.limits().check(file, chunks.height(), chunks.width(), bands);
    steps.add(
        String.format(
            Locale.ROOT,
            "Decoded PNG, %d x %d pixels (height x width), %s.",
            chunks.height(),
            chunks.width(),
            describe(chunks)));
    steps.addAll(chunks.damage());
    Orientation.tell("EXIF", chunks.orientation(), steps);
    NdArray grey = grey(file, chunks, bands, options.colours(), steps);
    if (chunks.transparency()) {
      steps.add("Dropped the declared transparency; transparent pixels keep their colour.");
    }
    return grey;
  }

  private static int bands(Path file, int colour) throws UnreadableFileException {
    return switch (colour) {
      case GREY, PALETTE -> 1;
      case GREY_ALPHA -> 2;
      case RGB -> 3;
      case RGB_ALPHA -> 4;
      default ->
          throw UnreadableFileException.of(
              file,
              "must have a colour type of PNG (0, 2, 3, 4 or 6)",
              "has " + colour,
              Inputs.COPY_AGAIN);
    };
  }

  private static String describe(PngChunks chunks) {
    String depth = chunks.bits() + "-bit ";
    return switch (chunks.colour()) {
      case GREY -> depth + "grey";
      case RGB -> depth + "RGB";
      case PALETTE -> depth + "palette of " + chunks.palette().length / 3 + " colours";
      case GREY_ALPHA -> depth + "grey with alpha";
      default -> depth + "RGB with alpha";
    };
  }

  private static NdArray grey(
      Path file, PngChunks chunks, int bands, boolean inColour, List<String> steps)
      throws IOException {
    if (chunks.colour() == GREY && chunks.bits() == 8 && !chunks.interlaced()) {
      return bytes(file, chunks, steps);
    }
    try (PngSamples samples = PngSamples.of(file, chunks, bands)) {
      NdArray grey =
          switch (chunks.colour()) {
            case GREY -> levels(samples, chunks, steps);
            case PALETTE -> lookUp(file, samples, chunks, inColour, steps);
            default -> convert(samples, chunks, bands, inColour, steps);
          };
      tellMissing(samples.missing(), chunks, steps);
      return grey;
    }
  }

  /// The most usual kind, without a detour.
  private static NdArray bytes(Path file, PngChunks chunks, List<String> steps) throws IOException {
    int width = (int) chunks.width();
    int height = (int) chunks.height();
    try (PngRows rows = PngSamples.rows(file, chunks, 1)) {
      byte[] grey = new byte[height * width];
      for (int y = 0; y < height; y++) {
        System.arraycopy(rows.next(), 0, grey, y * width, width);
      }
      tellMissing(rows.missing(), chunks, steps);
      return NdArray.ofUint8(grey, height, width);
    }
  }

  private static void tellMissing(int rows, PngChunks chunks, List<String> steps) {
    if (chunks.truncated()) {
      steps.add(
          ReadingNotes.of(
              "The file ends before its IEND chunk; filled with 0 what is missing, %d of %d rows."
                  .formatted(rows, chunks.height())));
    }
  }

  private static NdArray levels(PngSamples samples, PngChunks chunks, List<String> steps)
      throws IOException {
    int bits = chunks.bits();
    int factor = bits < 8 ? 255 / ((1 << bits) - 1) : 1;
    int[] row = new int[(int) chunks.width()];
    var grey = new GreyPixels((int) chunks.height(), row.length, Math.max(8, bits));
    for (int y = 0; y < chunks.height(); y++) {
      samples.next(row);
      for (int x = 0; x < row.length; x++) {
        grey.put(y * row.length + x, row[x] * factor);
      }
    }
    if (bits < 8) {
      steps.add("Stretched " + bits + "-bit grey to 8 bits (value x " + factor + ").");
    }
    return grey.toArray();
  }

  private static NdArray lookUp(
      Path file, PngSamples samples, PngChunks chunks, boolean inColour, List<String> steps)
      throws IOException {
    byte[] palette = chunks.palette();
    int[] row = new int[(int) chunks.width()];
    var grey = new GreyPixels((int) chunks.height(), row.length, 8, inColour);
    for (int y = 0; y < chunks.height(); y++) {
      samples.next(row);
      for (int x = 0; x < row.length; x++) {
        int entry = 3 * row[x];
        if (entry + 3 > palette.length) {
          throw UnreadableFileException.of(
              file,
              "must use only the " + palette.length / 3 + " colours of its palette",
              "uses number " + row[x],
              Inputs.COPY_AGAIN);
        }
        int red = palette[entry] & 0xFF;
        grey.put(y * row.length + x, red, palette[entry + 1] & 0xFF, palette[entry + 2] & 0xFF);
      }
    }
    grey.tellColour(steps);
    return grey.toArray();
  }

  private static NdArray convert(
      PngSamples samples, PngChunks chunks, int bands, boolean inColour, List<String> steps)
      throws IOException {
    int width = (int) chunks.width();
    var grey = new GreyPixels((int) chunks.height(), width, chunks.bits(), inColour && bands > 2);
    int[] row = new int[width * bands];
    for (int y = 0; y < chunks.height(); y++) {
      samples.next(row);
      for (int x = 0; x < width; x++) {
        int at = x * bands;
        if (bands > 2) {
          grey.put(y * width + x, row[at], row[at + 1], row[at + 2]);
        } else {
          grey.put(y * width + x, row[at]);
        }
        if (bands % 2 == 0) {
          grey.alpha(row[at + bands - 1]);
        }
      }
    }
    if (bands > 2) {
      grey.tellColour(steps);
    }
    if (bands % 2 == 0) {
      grey.tellAlpha(steps);
    }
    return grey.toArray();
  }
}
