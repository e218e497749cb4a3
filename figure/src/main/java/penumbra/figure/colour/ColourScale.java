package penumbra.figure.colour;

import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;

/// A colormap spread over a range of values; looks up the colours of whole arrays.
public record ColourScale(Colormap colormap, ValueRange range) {
  /// The colour of NaN and the infinities: the page shows through.
  static final int BAD = 0xFFFFFF;

  private static final int BLOCK = 4096;

  /// The colours of all elements, as `0xRRGGBB`, in C order.
  public int[] pixels(NdArray array, Execution execution) {
    int[] pixels = new int[Math.toIntExact(array.size())];
    int[] table = table(array.type());
    int offset = -(int) array.type().min();
    int blocks = Math.ceilDiv(pixels.length, BLOCK);
    execution.strips(
        blocks,
        8,
        (from, to) -> {
          double[] block = new double[BLOCK];
          for (int at = from * BLOCK; at < Math.min(to * BLOCK, pixels.length); at += BLOCK) {
            int n = Math.min(BLOCK, pixels.length - at);
            array.load(at, block, 0, n);
            for (int i = 0; i < n; i++) {
              pixels[at + i] =
                  table.length > 0
                      ? table[(int) block[i] + offset]
                      : colour(block[i], array.type());
            }
          }
        });
    return pixels;
  }

  /// The entry of a finite value in an array of that type.
  int index(double value, DType type) {
    if (range.min() == range.max()) {
      return 0;
    }
    double scaled = inSinglePrecision(type) ? single(value) : scaled(value);
    return (int) Math.clamp(scaled, 0.0, Colormap.SIZE - 1.0);
  }

  private double scaled(double value) {
    return (value - range.min()) / (range.max() - range.min()) * Colormap.SIZE;
  }

  private float single(double value) {
    float span = (float) (range.max() - range.min());
    return ((float) value - (float) range.min()) / span * Colormap.SIZE;
  }

  private int colour(double value, DType type) {
    return Double.isFinite(value) ? colormap.rgb(index(value, type)) : BAD;
  }

  /// The colours of every value of a type of up to 16 bits; empty for wider types.
  private int[] table(DType type) {
    if (type.bytes() > 2 || !type.isInteger()) {
      return new int[0];
    }
    int least = (int) type.min();
    int[] table = new int[(int) type.max() - least + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = colour(least + i, type);
    }
    return table;
  }

  private static boolean inSinglePrecision(DType type) {
    return type.bytes() <= 2 || type == DType.FLOAT32;
  }
}
