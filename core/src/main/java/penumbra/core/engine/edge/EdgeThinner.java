package penumbra.core.engine.edge;

import java.util.Arrays;
import penumbra.core.engine.stream.LineArithmetic;
import penumbra.core.kernel.LineKernels;

/// Non-maximum suppression: keeps only the ridges of the gradient's magnitude. One per thread.
///
/// The direction of the gradient is rounded to the nearest of four (horizontal, vertical, the two
/// diagonals; the limits are at 22.5 and 67.5 degrees). If neighbours along a row or a column are
/// equal, only the first is kept, so that a plateau gives one line. Beyond the image's edges the
/// magnitude is 0.
///
/// @param <A> a line, `double[]` or `float[]`
final class EdgeThinner<A> {
  /// Rows that a ridge is seen in.
  private static final int HEIGHT = 3;

  private final LineArithmetic<A> lanes;
  private final GradientRows<A> gradient;
  private final EdgeMap map;
  private final EdgeFlood flood;
  private final boolean squared;
  private final double low;
  private final double high;
  private final int stride;
  private final A magnitude;
  private final A[] dx;
  private final A[] dy;
  private final int[] found;

  EdgeThinner(
      LineArithmetic<A> lanes,
      GradientRows<A> gradient,
      EdgeMap map,
      EdgeFlood flood,
      boolean squared,
      double low,
      double high) {
    this.lanes = lanes;
    this.gradient = gradient;
    this.map = map;
    this.flood = flood;
    this.squared = squared;
    this.low = low;
    this.high = high;
    this.stride = lanes.stride(map.width() + 2 * LineKernels.STEP);
    this.magnitude = lanes.line(HEIGHT * stride);
    this.dx = lines();
    this.dy = lines();
    this.found = new int[LineKernels.padded(map.width())];
  }

  /// The current row and the next, in turn.
  private A[] lines() {
    A[] lines = lanes.lines(2);
    Arrays.setAll(lines, _ -> lanes.line(map.width()));
    return lines;
  }

  /// Marks the ridges of the rows `[from, to)` in the map, and follows the edges among them.
  void rows(int from, int to) {
    flood.clear(from, to);
    compute(from - 1);
    compute(from);
    for (int y = from; y < to; y++) {
      compute(y + 1);
      thin(y);
    }
    flood.flood(from, to);
  }

  /// The magnitudes of row `y` with a zero on either side; zeros beyond the image.
  private void compute(int y) {
    int at = at(y);
    if (y < 0 || y >= map.height()) {
      lanes.fill(magnitude, at - 1, at + map.width() + 1, 0);
      return;
    }
    gradient.row(y, squared, dx[y % 2], dy[y % 2], magnitude, at);
    lanes.fill(magnitude, at + map.width(), at + map.width() + 1, 0);
  }

  private int at(int y) {
    return Math.floorMod(y, HEIGHT) * stride + LineKernels.STEP;
  }

  /// Marks the ridges of row `y`; strong ones are edges.
  private void thin(int y) {
    int here = at(y);
    int width = map.width();
    int count =
        lanes.ridges(
            magnitude, at(y - 1), here, at(y + 1), dx[y % 2], dy[y % 2], low, found, width);
    for (int i = 0; i < count && found[i] < width; i++) {
      int pixel = map.pixel(y, found[i]);
      map.mark(pixel);
      if (lanes.get(magnitude, here + found[i]) > high) {
        flood.add(pixel);
      }
    }
  }
}
