package penumbra.io.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Bytes in memory, possibly more than fit in one Java array.
final class LargeBytes {
  private static final int BLOCK = 1 << 20;

  private final List<byte[]> blocks = new ArrayList<>();

  private LargeBytes() {}

  /// Reads `size` bytes; memory is allocated as they arrive.
  static LargeBytes read(InputStream in, long size) throws IOException {
    var held = new LargeBytes();
    for (long at = 0; at < size; at += BLOCK) {
      byte[] block = in.readNBytes((int) Math.min(BLOCK, size - at));
      if (block.length < Math.min(BLOCK, size - at)) {
        throw new EOFException("it ends early");
      }
      held.blocks.add(block);
    }
    return held;
  }

  /// The `size` bytes from `at` on.
  InputStream open(long at, long size) {
    return new InputStream() {
      private long place = at;

      @Override
      public int read() {
        if (place >= at + size) {
          return -1;
        }
        int value = blocks.get((int) (place / BLOCK))[(int) (place % BLOCK)] & 0xFF;
        place++;
        return value;
      }

      @Override
      public int read(byte[] target, int from, int n) {
        if (place >= at + size) {
          return n == 0 ? 0 : -1;
        }
        byte[] block = blocks.get((int) (place / BLOCK));
        int offset = (int) (place % BLOCK);
        int some = (int) Math.min(Math.min(n, block.length - offset), at + size - place);
        System.arraycopy(block, offset, target, from, some);
        place += some;
        return some;
      }
    };
  }
}
