package penumbra.figure.colour;

import penumbra.core.Execution;

/// Pixels `0xRRGGBB`, row by row.
public final class RgbImage {
  private static final int LEAST_ROWS = 16;

  private final int[] pixels;
  private final int width;
  private final int height;

  /// A picture of `0xRRGGBB` pixels, row by row; the array is not copied.
  public RgbImage(int[] pixels, int width, int height) {
    this.pixels = pixels;
    this.width = width;
    this.height = height;
  }

  /// The pixels themselves, not to be written to.
  public int[] pixels() {
    return pixels;
  }

  /// The number of columns.
  public int width() {
    return width;
  }

  /// The number of rows.
  public int height() {
    return height;
  }

  /// The picture in another size; see [Resampling] for how.
  public RgbImage resized(int newWidth, int newHeight, Execution execution) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    int[] resized = new int[Math.multiplyExact(newWidth, newHeight)];
    Resampling across = Resampling.of(width, newWidth);
    Resampling down = Resampling.of(height, newHeight);
    execution.strips(
        newHeight,
        LEAST_ROWS,
        (from, to) -> {
          float[] sums = new float[newWidth * 3];
          float[] row = new float[newWidth * 3];
          for (int y = from; y < to; y++) {
            java.util.Arrays.fill(sums, 0);
            for (int k = 0; k < down.count(y); k++) {
              squeeze(down.first(y) + k, across, row);
              add(row, down.weight(y, k), sums);
            }
            store(sums, resized, y * newWidth);
          }
        });
    return new RgbImage(resized, newWidth, newHeight);
  }

  /// Resamples one row, the three channels in turn.
  private void squeeze(int y, Resampling across, float[] row) {
    for (int x = 0; x < row.length / 3; x++) {
      float red = 0;
      float green = 0;
      float blue = 0;
      int at = y * width + across.first(x);
      for (int k = 0; k < across.count(x); k++) {
        int rgb = pixels[at + k];
        float weight = across.weight(x, k);
        red += weight * (rgb >> 16 & 0xFF);
        green += weight * (rgb >> 8 & 0xFF);
        blue += weight * (rgb & 0xFF);
      }
      row[3 * x] = red;
      row[3 * x + 1] = green;
      row[3 * x + 2] = blue;
    }
  }

  private static void add(float[] row, float weight, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * row[i];
    }
  }

  private static void store(float[] sums, int[] target, int at) {
    for (int x = 0; x < sums.length / 3; x++) {
      target[at + x] =
          byteOf(sums[3 * x]) << 16 | byteOf(sums[3 * x + 1]) << 8 | byteOf(sums[3 * x + 2]);
    }
  }

  private static int byteOf(float value) {
    return Math.clamp((int) (value + 0.5f), 0, 255);
  }
}
