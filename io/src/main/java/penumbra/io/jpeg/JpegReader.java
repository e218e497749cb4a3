package penumbra.io.jpeg;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import penumbra.core.NdArray;
import penumbra.io.format.Limits;
import penumbra.io.pixel.Decoder;
import penumbra.io.pixel.GreyPixels;

/// Reads 8-bit JPEG as grey: the samples as decoded by the JDK's libjpeg, or by [FastJpeg] on
/// request; colour by the formulas of JFIF in libjpeg's fixed-point arithmetic. A camera's
/// orientation is not applied.
public final class JpegReader {
  private static final int HALF = 1 << 15;

  private JpegReader() {}

  /// The grey values; the decoding steps are added to `steps`.
  public static NdArray read(Path file, byte[] bytes, Limits limits, List<String> steps)
      throws IOException {
    return read(file, bytes, limits, false, steps);
  }

  /// The same, in colour if requested and present.
  public static NdArray read(
      Path file, byte[] bytes, Limits limits, boolean inColour, List<String> steps)
      throws IOException {
    JpegSegments segments = JpegSegments.parse(file, bytes);
    limits.check(file, segments.height(), segments.width(), segments.components());
    JpegSegments.Colour colour = segments.colour();
    steps.add(
        String.format(
            Locale.ROOT,
            "Decoded JPEG, %d x %d pixels (height x width), 8-bit %s.",
            segments.height(),
            segments.width(),
            colour.label()));
    Optional<byte[]> fast = FastJpeg.decode(segments);
    if (fast.isPresent()) {
      return NdArray.ofUint8(fast.get(), segments.height(), segments.width());
    }
    Raster raster = Decoder.jpeg(file, segments.bare());
    return switch (colour) {
      case GREY -> GreyPixels.of(raster, 8);
      case RGB, YCBCR -> convert(raster, colour, false, inColour, steps);
      case CMYK, YCCK -> {
        steps.add("Mixed the inks to RGB: (255 - ink) (255 - black) / 255.");
        yield convert(raster, colour, segments.adobe(), inColour, steps);
      }
    };
  }

  private static NdArray convert(
      Raster raster,
      JpegSegments.Colour colour,
      boolean inverted,
      boolean inColour,
      List<String> steps) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    boolean luminance = colour == JpegSegments.Colour.YCBCR || colour == JpegSegments.Colour.YCCK;
    var grey = new GreyPixels(raster.getHeight(), width, 8, inColour);
    int[] row = new int[width * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int at = x * bands;
        if (luminance) {
          toRgb(row, at);
        }
        if (bands == 4) {
          mixInks(row, at, luminance, inverted);
        }
        grey.put(y * width + x, row[at], row[at + 1], row[at + 2]);
      }
    }
    grey.tellColour(steps);
    return grey.toArray();
  }

  /// R = Y + 1.402 Cr, G = Y - 0.34414 Cb - 0.71414 Cr, B = Y + 1.772 Cb, in 16-bit fixed point.
  private static void toRgb(int[] row, int at) {
    int y = row[at];
    int cb = row[at + 1] - 128;
    int cr = row[at + 2] - 128;
    row[at] = clamp(y + ((91881 * cr + HALF) >> 16));
    row[at + 1] = clamp(y + ((-22554 * cb - 46802 * cr + HALF) >> 16));
    row[at + 2] = clamp(y + ((116130 * cb + HALF) >> 16));
  }

  private static int clamp(int value) {
    return Math.clamp(value, 0, 255);
  }

  /// YCCK codes 255 - CMY as luminance and colour differences; Adobe's files store 255 - ink.
  private static void mixInks(int[] row, int at, boolean luminance, boolean inverted) {
    int stored = row[at + 3];
    int paper = inverted ? stored : 255 - stored;
    for (int i = at; i < at + 3; i++) {
      int sample = luminance ? 255 - row[i] : row[i];
      int ink = inverted ? 255 - sample : sample;
      row[i] = Math.max(0, paper - divideBy255(ink * paper));
    }
  }

  private static int divideBy255(int product) {
    int shifted = product + 128;
    return ((shifted >> 8) + shifted) >> 8;
  }
}
