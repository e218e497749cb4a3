package penumbra.core.measure;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// Counts the values of integers of up to 16 bits, a block of the storage at a time.
final class Counts {
  private static final int BLOCK = 8192;
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private Counts() {}

  /// Adds to `counts[v - min]` how often each value `v` of the array's type occurs.
  static void add(NdArray array, long[] counts) {
    if (array.type().bytes() == 1) {
      addBytes(array, counts);
    } else {
      addShorts(array, counts);
    }
  }

  private static void addBytes(NdArray array, long[] counts) {
    // Adding 128 to a signed byte is flipping its highest bit.
    int flip = array.type() == DType.INT8 ? 0x80 : 0;
    MemorySegment storage = array.segment();
    byte[] block = new byte[BLOCK];
    for (long from = 0; from < array.size(); from += BLOCK) {
      int n = (int) Math.min(BLOCK, array.size() - from);
      MemorySegment.copy(storage, ValueLayout.JAVA_BYTE, from, block, 0, n);
      for (int i = 0; i < n; i++) {
        counts[(block[i] & 0xFF) ^ flip]++;
      }
    }
  }

  private static void addShorts(NdArray array, long[] counts) {
    int flip = array.type() == DType.INT16 ? 0x8000 : 0;
    MemorySegment storage = array.segment();
    short[] block = new short[BLOCK];
    for (long from = 0; from < array.size(); from += BLOCK) {
      int n = (int) Math.min(BLOCK, array.size() - from);
      MemorySegment.copy(storage, SHORT, from * Short.BYTES, block, 0, n);
      for (int i = 0; i < n; i++) {
        counts[(block[i] & 0xFFFF) ^ flip]++;
      }
    }
  }
}
