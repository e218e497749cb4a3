package penumbra.core.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// Which pixels of an image are ridges; and hysteresis, which makes edges of those that hang
/// together with a strong one.
///
/// The map has a border of one pixel that is never a ridge. Threads may mark different rows at
/// once.
final class EdgeMap {
  private static final byte RIDGE = 1;
  private static final byte EDGE = (byte) 255;

  private final int height;
  private final int width;
  private final int stride;
  private final byte[] ridges;
  private int[] stack = new int[4096];
  private int depth;

  EdgeMap(int height, int width) {
    this.height = height;
    this.width = width;
    this.stride = width + 2;
    this.ridges = new byte[Math.multiplyExact(height + 2, stride)];
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /// Marks a ridge and returns the pixel's index in the map.
  int mark(int y, int x) {
    int pixel = (y + 1) * stride + x + 1;
    ridges[pixel] = RIDGE;
    return pixel;
  }

  /// Takes the first `count` of `strong`, pixels that are edges for sure.
  synchronized void addSeeds(int[] strong, int count) {
    if (depth + count > stack.length) {
      stack = Arrays.copyOf(stack, Math.max(2 * stack.length, depth + count));
    }
    System.arraycopy(strong, 0, stack, depth, count);
    depth += count;
  }

  /// Hysteresis: floods from the seeds through 8-connected ridges, and writes 255 for each edge to
  /// `target`, whose rows begin at `offset` and are as wide as the image.
  void connect(MemorySegment target, long offset) {
    int[] neighbours = {-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1};
    while (depth > 0) {
      int pixel = stack[--depth];
      int y = pixel / stride - 1;
      target.set(
          ValueLayout.JAVA_BYTE, offset + (long) y * width + (pixel - (y + 1) * stride - 1), EDGE);
      ridges[pixel] = 0;
      if (depth + neighbours.length > stack.length) {
        stack = Arrays.copyOf(stack, 2 * stack.length);
      }
      for (int step : neighbours) {
        if (ridges[pixel + step] != 0) {
          ridges[pixel + step] = 0;
          stack[depth++] = pixel + step;
        }
      }
    }
  }
}
