package penumbra.core.engine.edge;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// Hysteresis: floods from strong pixels through 8-connected ridges, and writes 255 for each pixel
/// that it reaches. One per thread; it stays within the rows of one strip and records in the map
/// where edges may leave them.
final class EdgeFlood {
  private static final byte EDGE = (byte) 255;

  private final EdgeMap map;
  private final MemorySegment target;
  private final long offset;
  private int[] stack = new int[1024];
  private int depth;

  /// Edges go to `target`, whose rows begin at `offset` and are as wide as the image.
  EdgeFlood(EdgeMap map, MemorySegment target, long offset) {
    this.map = map;
    this.target = target;
    this.offset = offset;
  }

  /// Makes the rows `[from, to)` of the target black.
  void clear(int from, int to) {
    long width = map.width();
    target.asSlice(offset + from * width, (to - from) * width).fill((byte) 0);
  }

  /// Adds a pixel that is an edge for sure.
  void add(int pixel) {
    if (depth == stack.length) {
      stack = Arrays.copyOf(stack, 2 * depth);
    }
    stack[depth++] = pixel;
  }

  /// Floods within the rows `[from, to)` from the pixels that were added.
  void flood(int from, int to) {
    while (depth > 0) {
      int pixel = stack[--depth];
      int y = map.y(pixel);
      int x = map.x(pixel);
      target.set(ValueLayout.JAVA_BYTE, offset + (long) y * map.width() + x, EDGE);
      if ((y == from && from > 0) || (y == to - 1 && to < map.height())) {
        map.addOpen(pixel);
      }
      int last = y < to - 1 ? 1 : 0;
      for (int rows = y > from ? -1 : 0; rows <= last; rows++) {
        int left = map.pixel(y + rows, x - 1);
        for (int found = map.takeThree(left); found != 0; found &= found - 1) {
          add(left + Integer.numberOfTrailingZeros(found));
        }
      }
    }
  }
}
