package penumbra.figure;

import penumbra.core.DType;
import penumbra.core.NdArray;

/// The red of a colormap's colours, looked up for whole arrays: for pictures by the thousand, in
/// which a [ColourScale] would make three bytes of each.
record GreyScale(Colormap colormap, ValueRange range) {
  private static final int BLOCK = 2048;

  /// The levels of all elements, in C order.
  byte[] levels(NdArray array) {
    byte[] levels = new byte[Math.toIntExact(array.size())];
    byte[] ofIndex = new byte[Colormap.SIZE];
    for (int i = 0; i < ofIndex.length; i++) {
      ofIndex[i] = (byte) (colormap.rgb(i) >> 16);
    }
    double[] block = new double[BLOCK];
    int[] indices = new int[BLOCK];
    DType type = array.type();
    boolean single = type == DType.FLOAT32 && range.min() < range.max();
    ColourScale scale = new ColourScale(colormap, range);
    for (int at = 0; at < levels.length; at += BLOCK) {
      int n = Math.min(BLOCK, levels.length - at);
      array.load(at, block, 0, n);
      if (single) {
        indexInSinglePrecision(block, indices, n);
      } else {
        for (int i = 0; i < n; i++) {
          indices[i] = scale.index(block[i], type);
        }
      }
      for (int i = 0; i < n; i++) {
        // NaN and the infinities show the page.
        levels[at + i] = Double.isFinite(block[i]) ? ofIndex[indices[i]] : (byte) 255;
      }
    }
    return levels;
  }

  /// As [ColourScale#index] does it, in a loop that the compiler makes vectors of.
  private void indexInSinglePrecision(double[] block, int[] indices, int n) {
    float span = (float) (range.max() - range.min());
    float min = (float) range.min();
    for (int i = 0; i < n; i++) {
      float scaled = ((float) block[i] - min) / span * Colormap.SIZE;
      indices[i] = (int) Math.min(Math.max(scaled, 0f), Colormap.SIZE - 1f);
    }
  }
}
