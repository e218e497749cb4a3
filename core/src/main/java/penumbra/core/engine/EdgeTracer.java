package penumbra.core.engine;

import penumbra.core.Execution;

/// The second half of Canny's method on one image: thins the gradient to ridges, and keeps the weak
/// ridges that hang together with strong ones.
///
/// The direction of the gradient is rounded to the nearest of four (horizontal, vertical, the two
/// diagonals; the borders lie at 22.5 and 67.5 degrees). Of equal neighbours along a row or a
/// column the first stays, so that a plateau leaves one line.
public final class EdgeTracer {
  /// Neither weak nor strong.
  private static final byte NONE = 0;

  private static final byte WEAK = 1;
  private static final byte EDGE = (byte) 255;

  // tan 22.5 degrees in 15 fractional bits, as OpenCV rounds it: equal input has equal edges there.
  private static final double TAN_22 = 13573 / 32768.0;
  private static final double TAN_67 = 2 + TAN_22;

  private final int height;
  private final int width;
  private final double[] dx;
  private final double[] dy;
  private final double[] magnitude;

  /// An image's derivatives along the rows (`dx`) and down the columns (`dy`), and the gradient's
  /// magnitude, in any measure that grows with it.
  public EdgeTracer(int height, int width, double[] dx, double[] dy, double[] magnitude) {
    this.height = height;
    this.width = width;
    this.dx = dx;
    this.dy = dy;
    this.magnitude = magnitude;
  }

  /// 255 on edges, 0 elsewhere: ridges above `low` that are connected to one above `high`.
  public byte[] trace(double low, double high, Execution execution) {
    byte[] map = new byte[height * width];
    execution.strips(
        height,
        32,
        (from, to) -> {
          for (int y = from; y < to; y++) {
            thin(y, low, map);
          }
        });
    connect(map, high);
    return map;
  }

  private void thin(int y, double low, byte[] map) {
    for (int x = 0; x < width; x++) {
      int i = y * width + x;
      double m = magnitude[i];
      if (m > low && isRidge(y, x, m, dx[i], dy[i])) {
        map[i] = WEAK;
      }
    }
  }

  private boolean isRidge(int y, int x, double m, double gx, double gy) {
    double alongX = Math.abs(gx);
    double alongY = Math.abs(gy);
    if (alongY < alongX * TAN_22) {
      return m > at(y, x - 1) && m >= at(y, x + 1);
    }
    if (alongY > alongX * TAN_67) {
      return m > at(y - 1, x) && m >= at(y + 1, x);
    }
    int side = (gx < 0) != (gy < 0) ? -1 : 1;
    return m > at(y - 1, x - side) && m > at(y + 1, x + side);
  }

  private double at(int y, int x) {
    return y >= 0 && y < height && x >= 0 && x < width ? magnitude[y * width + x] : 0;
  }

  /// Hysteresis: floods from the strong ridges through 8-connected weak ones.
  private void connect(byte[] map, double high) {
    int[] stack = new int[1024];
    int depth = 0;
    for (int seed = 0; seed < map.length; seed++) {
      if (map[seed] != WEAK || !(magnitude[seed] > high)) {
        continue;
      }
      map[seed] = EDGE;
      stack[depth++] = seed;
      while (depth > 0) {
        int i = stack[--depth];
        if (depth + 8 > stack.length) {
          stack = java.util.Arrays.copyOf(stack, 2 * stack.length);
        }
        depth = pushWeakNeighbours(map, i, stack, depth);
      }
    }
    for (int i = 0; i < map.length; i++) {
      if (map[i] == WEAK) {
        map[i] = NONE;
      }
    }
  }

  private int pushWeakNeighbours(byte[] map, int i, int[] stack, int depth) {
    int y = i / width;
    int x = i % width;
    int top = depth;
    for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        int neighbour = ny * width + nx;
        if (map[neighbour] == WEAK) {
          map[neighbour] = EDGE;
          stack[top++] = neighbour;
        }
      }
    }
    return top;
  }
}
