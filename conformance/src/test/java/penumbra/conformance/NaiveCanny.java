package penumbra.conformance;

import java.util.ArrayDeque;
import java.util.Deque;

/// Canny's edges pixel by pixel, as OpenCV defines them; the oracle of the tracer.
///
/// The direction of the gradient is one of four sectors, divided at 22.5 and 67.5 degrees by the
/// integer 13573 = tan(22.5) * 2^15.
final class NaiveCanny {
  private static final double TAN_22 = 13573;
  private static final double ONE = 32768;

  private final int height;
  private final int width;
  private final double[] dx;
  private final double[] dy;
  private final boolean squared;

  /// Over the Sobel derivatives of an image; `squared` for the L2 norm.
  NaiveCanny(int height, int width, double[] dx, double[] dy, boolean squared) {
    this.height = height;
    this.width = width;
    this.dx = dx.clone();
    this.dy = dy.clone();
    this.squared = squared;
  }

  /// 255 on edges, 0 elsewhere.
  byte[] edges(double minVal, double maxVal) {
    double low = squared ? minVal * minVal : minVal;
    double high = squared ? maxVal * maxVal : maxVal;
    byte[] edges = new byte[dx.length];
    Deque<Integer> found = new ArrayDeque<>();
    for (int at = 0; at < edges.length; at++) {
      if (magnitude(at / width, at % width) > high && isRidge(at / width, at % width, low)) {
        edges[at] = (byte) 255;
        found.add(at);
      }
    }
    while (!found.isEmpty()) {
      int at = found.remove();
      for (int y = at / width - 1; y <= at / width + 1; y++) {
        for (int x = at % width - 1; x <= at % width + 1; x++) {
          boolean inside = y >= 0 && y < height && x >= 0 && x < width;
          if (inside && edges[y * width + x] == 0 && isRidge(y, x, low)) {
            edges[y * width + x] = (byte) 255;
            found.add(y * width + x);
          }
        }
      }
    }
    return edges;
  }

  private double magnitude(int y, int x) {
    if (y < 0 || y >= height || x < 0 || x >= width) {
      return 0;
    }
    double gx = dx[y * width + x];
    double gy = dy[y * width + x];
    return squared ? gx * gx + gy * gy : Math.abs(gx) + Math.abs(gy);
  }

  private boolean isRidge(int y, int x, double low) {
    double m = magnitude(y, x);
    if (!(m > low)) {
      return false;
    }
    double gx = dx[y * width + x];
    double gy = dy[y * width + x];
    double across = Math.abs(gx);
    double down = Math.abs(gy) * ONE;
    if (down < across * TAN_22) {
      return m > magnitude(y, x - 1) && m >= magnitude(y, x + 1);
    }
    if (down > across * TAN_22 + across * 2 * ONE) {
      return m > magnitude(y - 1, x) && m >= magnitude(y + 1, x);
    }
    int lean = gx < 0 != gy < 0 ? -1 : 1;
    return m > magnitude(y - 1, x - lean) && m > magnitude(y + 1, x + lean);
  }
}
