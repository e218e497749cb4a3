package penumbra.core.engine;

import penumbra.core.kernel.LineKernels;

/// Non-maximum suppression: keeps of the gradient's magnitude the ridges. One per thread.
///
/// The direction of the gradient is rounded to the nearest of four (horizontal, vertical, the two
/// diagonals; the borders lie at 22.5 and 67.5 degrees). Of equal neighbours along a row or a
/// column the first stays, so that a plateau leaves one line. Beyond the image's edges the
/// magnitude is 0.
///
/// @param <A> a line, `double[]` or `float[]`
final class EdgeThinner<A> {
  // tan 22.5 degrees in 15 fractional bits, as OpenCV rounds it: equal input has equal edges there.
  private static final double TAN_22 = 13573 / 32768.0;
  private static final double TAN_67 = 2 + TAN_22;

  /// Rows that a ridge is seen in.
  private static final int HEIGHT = 3;

  private final Lanes<A> lanes;
  private final GradientRows<A> gradient;
  private final EdgeMap map;
  private final boolean squared;
  private final double low;
  private final double high;
  private final int stride;
  private final A magnitude;
  private final A dx;
  private final A dy;
  private final int[] found;
  private final int[] seeds;

  EdgeThinner(
      Lanes<A> lanes,
      GradientRows<A> gradient,
      EdgeMap map,
      boolean squared,
      double low,
      double high) {
    this.lanes = lanes;
    this.gradient = gradient;
    this.map = map;
    this.squared = squared;
    this.low = low;
    this.high = high;
    this.stride = lanes.stride(map.width() + 2 * LineKernels.STEP);
    this.magnitude = lanes.line(HEIGHT * stride);
    this.dx = lanes.line(map.width());
    this.dy = lanes.line(map.width());
    this.seeds = new int[map.width()];
    this.found = new int[LineKernels.padded(map.width()) + 1];
  }

  /// Marks the ridges of the rows `[from, to)` in the map.
  void rows(int from, int to) {
    compute(from - 1);
    compute(from);
    for (int y = from; y < to; y++) {
      System.arraycopy(gradient.dx(), 0, dx, 0, map.width());
      System.arraycopy(gradient.dy(), 0, dy, 0, map.width());
      compute(y + 1);
      int count = thin(y);
      map.addSeeds(seeds, count);
    }
  }

  /// The magnitudes of row `y` with a zero on either side; zeros beyond the image.
  private void compute(int y) {
    int at = at(y);
    if (y < 0 || y >= map.height()) {
      lanes.fill(magnitude, at - 1, at + map.width() + 1, 0);
      return;
    }
    gradient.row(y, squared, magnitude, at);
    lanes.fill(magnitude, at + map.width(), at + map.width() + 1, 0);
  }

  private int at(int y) {
    return Math.floorMod(y, HEIGHT) * stride + LineKernels.STEP;
  }

  /// Marks the ridges of row `y`, and returns how many strong ones it noted as seeds.
  private int thin(int y) {
    int above = at(y - 1);
    int here = at(y);
    int below = at(y + 1);
    int count = lanes.above(magnitude, here, map.width(), low, found);
    int strong = 0;
    for (int i = 0; i < count && found[i] < map.width(); i++) {
      int x = found[i];
      double m = lanes.get(magnitude, here + x);
      if (isRidge(m, lanes.get(dx, x), lanes.get(dy, x), above + x, here + x, below + x)) {
        int pixel = map.mark(y, x);
        if (m > high) {
          seeds[strong++] = pixel;
        }
      }
    }
    return strong;
  }

  private boolean isRidge(double m, double gx, double gy, int above, int here, int below) {
    double alongX = Math.abs(gx);
    double alongY = Math.abs(gy);
    if (alongY < alongX * TAN_22) {
      return m > lanes.get(magnitude, here - 1) && m >= lanes.get(magnitude, here + 1);
    }
    if (alongY > alongX * TAN_67) {
      return m > lanes.get(magnitude, above) && m >= lanes.get(magnitude, below);
    }
    int side = (gx < 0) != (gy < 0) ? -1 : 1;
    return m > lanes.get(magnitude, above - side) && m > lanes.get(magnitude, below + side);
  }
}
