package penumbra.dicom.pixel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Moves stretches of little-endian unsigned samples into whole numbers and back.
final class SampleRuns {
  private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private SampleRuns() {}

  /// Reads `n` samples of `bytes` bytes, from the one with number `from` on.
  static void load(MemorySegment source, int bytes, long from, int[] line, int n) {
    switch (bytes) {
      case 1 -> {
        for (int i = 0; i < n; i++) {
          line[i] = source.get(BYTE, from + i) & 0xFF;
        }
      }
      case 2 -> {
        for (int i = 0; i < n; i++) {
          line[i] = source.get(SHORT, 2 * (from + i)) & 0xFFFF;
        }
      }
      default -> {
        for (int i = 0; i < n; i++) {
          line[i] = source.get(INT, 4 * (from + i));
        }
      }
    }
  }

  /// Writes the low `bytes` bytes of `n` numbers, to the sample with number `at` and behind it.
  static void store(int[] line, MemorySegment target, int bytes, long at, int n) {
    switch (bytes) {
      case 1 -> {
        for (int i = 0; i < n; i++) {
          target.set(BYTE, at + i, (byte) line[i]);
        }
      }
      case 2 -> {
        for (int i = 0; i < n; i++) {
          target.set(SHORT, 2 * (at + i), (short) line[i]);
        }
      }
      default -> {
        for (int i = 0; i < n; i++) {
          target.set(INT, 4 * (at + i), line[i]);
        }
      }
    }
  }
}
