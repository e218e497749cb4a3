package penumbra.phantom.exposure;

import java.lang.foreign.ValueLayout;
import penumbra.core.Boundary;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.filter.Gaussian;

/// A picture of floats at work in the detector.
public final class FloatImage {
  private final float[] values;
  private final int height;
  private final int width;

  /// A picture over `values`, row by row, which are not copied.
  public FloatImage(float[] values, int height, int width) {
    this.values = values;
    this.height = height;
    this.width = width;
  }

  /// The values themselves.
  public float[] values() {
    return values;
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /// The picture smoothed by a Gaussian of that standard deviation in pixels; the border repeats.
  FloatImage smoothed(double sigma, Execution execution) {
    NdArray smooth =
        Gaussian.of(sigma)
            .withBoundary(new Boundary.Nearest())
            .apply(NdArray.ofFloat32(values, height, width), execution);
    float[] result = smooth.segment().toArray(ValueLayout.JAVA_FLOAT_UNALIGNED);
    return new FloatImage(result, height, width);
  }

  /// The means of blocks of `size` by `size` pixels.
  FloatImage coarse(int size, Execution execution) {
    int rows = (height + size - 1) / size;
    int columns = (width + size - 1) / size;
    float[] means = new float[rows * columns];
    execution.strips(
        rows,
        2,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            for (int column = 0; column < columns; column++) {
              means[row * columns + column] = mean(row * size, column * size, size);
            }
          }
        });
    return new FloatImage(means, rows, columns);
  }

  private float mean(int top, int left, int size) {
    int bottom = Math.min(height, top + size);
    int right = Math.min(width, left + size);
    double sum = 0;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        sum += values[row * width + column];
      }
    }
    return (float) (sum / ((bottom - top) * (double) (right - left)));
  }

  /// The value at the middle of the pixel `(row, column)` of a picture `size` times as fine,
  /// between the neighbours in proportion.
  double between(int row, int column, int size) {
    double y = Math.clamp((row + 0.5) / size - 0.5, 0, height - 1);
    double x = Math.clamp((column + 0.5) / size - 0.5, 0, width - 1);
    int y0 = Math.min((int) y, Math.max(0, height - 2));
    int x0 = Math.min((int) x, Math.max(0, width - 2));
    int y1 = Math.min(y0 + 1, height - 1);
    int x1 = Math.min(x0 + 1, width - 1);
    double s = x - x0;
    double top = (1 - s) * values[y0 * width + x0] + s * values[y0 * width + x1];
    double low = (1 - s) * values[y1 * width + x0] + s * values[y1 * width + x1];
    return top + (y - y0) * (low - top);
  }
}
