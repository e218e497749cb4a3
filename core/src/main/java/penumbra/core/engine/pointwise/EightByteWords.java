package penumbra.core.engine.pointwise;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Reads and writes storage eight bytes at a time. The first byte is the lowest of its word on any
/// machine, and missing bytes of the last word are 0.
public final class EightByteWords {
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private EightByteWords() {}

  /// Reads `bytes` bytes, from byte `from` on, into `words[0 ..]`; returns the number of words.
  public static int load(MemorySegment source, long from, long[] words, int bytes) {
    int whole = bytes / Long.BYTES;
    MemorySegment.copy(source, LONG, from, words, 0, whole);
    if (whole * Long.BYTES == bytes) {
      return whole;
    }
    long last = 0;
    for (int i = whole * Long.BYTES; i < bytes; i++) {
      last |= (source.get(ValueLayout.JAVA_BYTE, from + i) & 0xFFL) << (i * Byte.SIZE);
    }
    words[whole] = last;
    return whole + 1;
  }

  /// Writes the first `bytes` bytes of `words` to `target` from byte `to` on.
  static void store(long[] words, MemorySegment target, long to, int bytes) {
    int whole = bytes / Long.BYTES;
    MemorySegment.copy(words, 0, target, LONG, to, whole);
    for (int i = whole * Long.BYTES; i < bytes; i++) {
      target.set(ValueLayout.JAVA_BYTE, to + i, (byte) (words[whole] >>> (i * Byte.SIZE)));
    }
  }
}
