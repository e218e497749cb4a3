package penumbra.figure.colour;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// The red channel of a colormap, looked up for whole arrays. For thousands of grey pictures this
/// is faster than a [ColourScale], which makes three bytes per pixel.
record GreyLookup(Colormap colormap, ValueRange range) {
  private static final int BLOCK = 2048;
  private static final ValueLayout.OfFloat LITTLE_FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// The entry of NaN and the infinities, which show the page.
  private static final int BAD = Colormap.SIZE;

  private static final byte PAGE = (byte) 255;

  /// The levels of all elements, in C order.
  byte[] levels(NdArray array) {
    byte[] levels = new byte[Math.toIntExact(array.size())];
    byte[] ofIndex = new byte[Colormap.SIZE + 1];
    for (int i = 0; i < Colormap.SIZE; i++) {
      ofIndex[i] = (byte) (colormap.rgb(i) >> 16);
    }
    ofIndex[BAD] = PAGE;
    int[] indices = new int[BLOCK];
    Indexer indexer =
        array.type() == DType.FLOAT32 && range.min() < range.max()
            ? inSinglePrecision(array)
            : inDoublePrecision(array);
    for (int at = 0; at < levels.length; at += BLOCK) {
      int n = Math.min(BLOCK, levels.length - at);
      indexer.index(at, indices, n);
      for (int i = 0; i < n; i++) {
        levels[at + i] = ofIndex[indices[i]];
      }
    }
    return levels;
  }

  /// Finds the entries of a block of values, [#BAD] for those that are not finite.
  private interface Indexer {
    void index(int at, int[] indices, int n);
  }

  private Indexer inDoublePrecision(NdArray array) {
    double[] block = new double[BLOCK];
    ColourScale scale = new ColourScale(colormap, range);
    return (at, indices, n) -> {
      array.load(at, block, 0, n);
      for (int i = 0; i < n; i++) {
        indices[i] = Double.isFinite(block[i]) ? scale.index(block[i], array.type()) : BAD;
      }
    };
  }

  /// As [ColourScale#index] does it, in a loop that the compiler makes vectors of.
  private Indexer inSinglePrecision(NdArray array) {
    float[] block = new float[BLOCK];
    float span = (float) (range.max() - range.min());
    float min = (float) range.min();
    return (at, indices, n) -> {
      MemorySegment.copy(array.segment(), LITTLE_FLOAT, (long) at * Float.BYTES, block, 0, n);
      float magnitude = 0;
      for (int i = 0; i < n; i++) {
        indices[i] = (int) ((block[i] - min) / span * Colormap.SIZE);
      }
      for (int i = 0; i < n; i++) {
        indices[i] = Math.min(Math.max(indices[i], 0), Colormap.SIZE - 1);
      }
      for (int i = 0; i < n; i++) {
        magnitude = Math.max(magnitude, Math.abs(block[i]));
      }
      if (!(magnitude <= Float.MAX_VALUE)) {
        markBad(block, indices, n);
      }
    };
  }

  private static void markBad(float[] block, int[] indices, int n) {
    for (int i = 0; i < n; i++) {
      if (!Float.isFinite(block[i])) {
        indices[i] = BAD;
      }
    }
  }
}
