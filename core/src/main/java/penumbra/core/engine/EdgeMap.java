package penumbra.core.engine;

import java.util.Arrays;

/// Which pixels of an image are ridges, weak or strong; and hysteresis, which makes edges of them.
///
/// The map has a border of one pixel that is never a ridge. Threads may mark different rows at
/// once.
final class EdgeMap {
  private static final byte WEAK = 1;
  private static final byte STRONG = 2;

  /// The only one with the sign bit.
  private static final byte EDGE = (byte) 255;

  private final int height;
  private final int width;
  private final int stride;
  private final byte[] map;

  EdgeMap(int height, int width) {
    this.height = height;
    this.width = width;
    this.stride = width + 2;
    this.map = new byte[Math.multiplyExact(height + 2, stride)];
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  private int at(int y, int x) {
    return (y + 1) * stride + x + 1;
  }

  void mark(int y, int x, boolean strong) {
    map[at(y, x)] = strong ? STRONG : WEAK;
  }

  /// Hysteresis: floods from the strong ridges through 8-connected weak ones.
  void connect() {
    int[] neighbours = {-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1};
    int[] stack = new int[1024];
    for (int y = 0; y < height; y++) {
      for (int seed = at(y, 0); seed < at(y, width); seed++) {
        if (map[seed] != STRONG) {
          continue;
        }
        map[seed] = EDGE;
        stack[0] = seed;
        int depth = 1;
        while (depth > 0) {
          int pixel = stack[--depth];
          if (depth + neighbours.length > stack.length) {
            stack = Arrays.copyOf(stack, 2 * stack.length);
          }
          for (int step : neighbours) {
            int next = pixel + step;
            if (map[next] > 0) {
              map[next] = EDGE;
              stack[depth++] = next;
            }
          }
        }
      }
    }
  }

  /// Writes row `y` to `line`: 255 on edges, 0 elsewhere.
  void edges(int y, byte[] line) {
    int from = at(y, 0);
    for (int x = 0; x < width; x++) {
      line[x] = (byte) (map[from + x] >> 7);
    }
  }
}
