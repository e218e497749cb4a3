package penumbra.io;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import penumbra.core.NdArray;

/// Reads PNG as grey: 8 and 16 bits stay what they are, 1, 2 and 4 bits are stretched to 0..255.
final class PngReader {
  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int GREY_ALPHA = 4;
  private static final int RGB_ALPHA = 6;

  private PngReader() {}

  /// The grey values; what was done on the way is added to `steps`.
  static NdArray read(Path file, byte[] bytes, Limits limits, List<String> steps)
      throws IOException {
    PngChunks chunks = PngChunks.parse(file, bytes);
    int bands = bands(file, chunks.colour());
    limits.check(file, chunks.height(), chunks.width(), bands);
    Raster raster = Decoder.png(file, chunks.bare());
    steps.add(
        String.format(
            Locale.ROOT,
            "Decoded PNG, %d x %d pixels (height x width), %s.",
            raster.getHeight(),
            raster.getWidth(),
            describe(chunks)));
    NdArray grey = grey(file, raster, chunks, steps);
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

  private static NdArray grey(Path file, Raster raster, PngChunks chunks, List<String> steps)
      throws UnreadableFileException {
    return switch (chunks.colour()) {
      case GREY ->
          chunks.bits() < 8 ? stretch(raster, chunks.bits(), steps) : plain(raster, chunks);
      case PALETTE -> lookUp(file, raster, chunks.palette(), steps);
      default -> convert(raster, chunks.bits(), steps);
    };
  }

  private static NdArray plain(Raster raster, PngChunks chunks) {
    return GreyPixels.of(raster, chunks.bits());
  }

  private static NdArray stretch(Raster raster, int bits, List<String> steps) {
    int factor = 255 / ((1 << bits) - 1);
    int width = raster.getWidth();
    var grey = new GreyPixels(raster.getHeight(), width, 8);
    int[] row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        grey.put(y * width + x, row[x] * factor);
      }
    }
    steps.add("Stretched " + bits + "-bit grey to 8 bits (value x " + factor + ").");
    return grey.toArray();
  }

  private static NdArray lookUp(Path file, Raster raster, byte[] palette, List<String> steps)
      throws UnreadableFileException {
    int width = raster.getWidth();
    var grey = new GreyPixels(raster.getHeight(), width, 8);
    int[] row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        int entry = 3 * row[x];
        if (entry + 3 > palette.length) {
          throw UnreadableFileException.of(
              file,
              "must use only the " + palette.length / 3 + " colours of its palette",
              "uses number " + row[x],
              Inputs.COPY_AGAIN);
        }
        int red = palette[entry] & 0xFF;
        grey.put(y * width + x, red, palette[entry + 1] & 0xFF, palette[entry + 2] & 0xFF);
      }
    }
    grey.tellColour(steps);
    return grey.toArray();
  }

  private static NdArray convert(Raster raster, int bits, List<String> steps) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    var grey = new GreyPixels(raster.getHeight(), width, bits);
    int[] row = new int[width * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
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
