package penumbra.io.tiff;

import java.util.List;
import java.util.stream.IntStream;
import penumbra.core.NdArray;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.pixel.GreyPixels;

/// Converts the samples of a TIFF page to grey values.
final class TiffGrey {
  private final TiffPage page;
  private final boolean stored;
  private final boolean inColour;
  private final List<String> steps;

  /// For values as `stored`, in the file's polarity, or with high values light; in colour if
  /// requested and present.
  TiffGrey(TiffPage page, boolean stored, boolean inColour, List<String> steps) {
    this.page = page;
    this.stored = stored;
    this.inColour = inColour;
    this.steps = steps;
  }

  /// The grey values, (height, width), of samples (height, width, samples).
  NdArray of(NdArray samples) throws UnreadableFileException {
    return switch (page.photometric()) {
      case RGB, YCBCR -> ofColour(samples);
      case PALETTE -> ofPalette(samples);
      case LIGHT_IS_HIGH -> ofGrey(firstOf(samples), false);
      case LIGHT_IS_ZERO -> ofGrey(firstOf(samples), true);
    };
  }

  private NdArray firstOf(NdArray samples) {
    if (page.samples() == 1) {
      return samples.reshape(page.height(), page.width());
    }
    steps.add(
        "Kept the first of "
            + page.samples()
            + " values of each pixel, which is its grey; dropped alpha.");
    int each = samples.type().bytes();
    var first = NdArray.allocate(samples.type(), samples.size() / page.samples());
    for (long at = 0; at < first.byteSize(); at += each) {
      java.lang.foreign.MemorySegment.copy(samples.segment(), at * page.samples(), first, at, each);
    }
    return NdArray.of(samples.type(), first, page.height(), page.width());
  }

  private NdArray ofGrey(NdArray grey, boolean inverted) {
    int bits = page.bits();
    NdArray upright = grey;
    if (inverted && !stored) {
      upright = invert(grey);
    }
    if (bits >= 8 || stored) {
      return upright;
    }
    int factor = 255 / ((1 << bits) - 1);
    steps.add("Stretched " + bits + "-bit grey to 8 bits (value x " + factor + ").");
    return map(upright, IntStream.range(0, 1 << bits).map(value -> value * factor).toArray());
  }

  private NdArray invert(NdArray grey) {
    if (page.format() == 2 || page.format() == 3) {
      steps.add(
          "Kept the values, though the file says that it stores white as 0 (WhiteIsZero): signed and"
              + " floating point values have no end to count from.");
      return grey;
    }
    double most = Math.pow(2, page.bits()) - 1;
    steps.add(
        "Inverted the values ("
            + (long) most
            + " - value), since the file stores white as 0 (WhiteIsZero).");
    double[] line = new double[page.width()];
    var target = NdArray.allocate(grey.type(), grey.size());
    for (int y = 0; y < page.height(); y++) {
      long at = (long) y * page.width();
      grey.load(at, line, 0, line.length);
      for (int x = 0; x < line.length; x++) {
        line[x] = most - line[x];
      }
      grey.type().store(line, 0, target, at, line.length);
    }
    return NdArray.of(grey.type(), target, page.height(), page.width());
  }

  private static NdArray map(NdArray values, int[] table) {
    byte[] mapped = values.toBytes();
    for (int i = 0; i < mapped.length; i++) {
      mapped[i] = (byte) table[mapped[i] & 0xFF];
    }
    return NdArray.ofUint8(mapped, values.shape());
  }

  private NdArray ofColour(NdArray samples) {
    var grey = new GreyPixels(page.height(), page.width(), page.bits(), inColour);
    double[] row = new double[page.width() * page.samples()];
    for (int y = 0; y < page.height(); y++) {
      samples.load((long) y * row.length, row, 0, row.length);
      for (int x = 0; x < page.width(); x++) {
        int at = x * page.samples();
        grey.put(y * page.width() + x, (int) row[at], (int) row[at + 1], (int) row[at + 2]);
        if (page.samples() == 4) {
          grey.alpha((int) row[at + 3]);
        }
      }
    }
    grey.tellColour(steps);
    if (page.samples() == 4) {
      grey.tellAlpha(steps);
    }
    return grey.toArray();
  }

  /// The high bytes of a palette's 16-bit colours are used, unless a program wrote 8-bit ones.
  private NdArray ofPalette(NdArray samples) throws UnreadableFileException {
    long[] map = page.directory().numbers(320);
    int colours = 1 << page.bits();
    if (map.length < 3 * colours) {
      throw TiffPage.refused(
          page.directory().file(),
          "must have a palette of " + colours + " colours",
          map.length / 3);
    }
    int shift = java.util.Arrays.stream(map).allMatch(value -> value < 256) ? 0 : 8;
    NdArray indices = firstOf(samples);
    var grey = new GreyPixels(page.height(), page.width(), 8, inColour);
    byte[] values = indices.toBytes();
    for (int i = 0; i < values.length; i++) {
      int index = values[i] & 0xFF;
      grey.put(
          i,
          (int) (map[index] >> shift) & 0xFF,
          (int) (map[colours + index] >> shift) & 0xFF,
          (int) (map[2 * colours + index] >> shift) & 0xFF);
    }
    grey.tellColour(steps);
    return grey.toArray();
  }
}
