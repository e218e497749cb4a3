package penumbra.core.engine.pointwise;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// Maps the elements of a 32-bit type to ints with the same order, so that one vectorised integer
/// loop compares all of these types.
///
/// For FLOAT32, -0 comes before 0, and NaN comes before or after all numbers, depending on its
/// sign.
public final class OrderedInts {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private OrderedInts() {}

  /// Whether the type is a 32-bit one.
  public static boolean hold(DType type) {
    return type.bytes() == Integer.BYTES;
  }

  /// Reads `n` elements, from the flat index `from` on, into `ordered[0 ..]`.
  public static void load(NdArray array, long from, int[] ordered, int n) {
    load(array.type(), array.segment(), from, ordered, n);
  }

  static void load(DType type, MemorySegment source, long from, int[] ordered, int n) {
    MemorySegment.copy(source, INT, from * Integer.BYTES, ordered, 0, n);
    reorder(type, ordered, n);
  }

  /// The lowest and the highest place of the `n` elements from the flat index `from` on, NaN
  /// included, into `range[0]` and `range[1]`; `bits` is a buffer.
  public static void range(NdArray array, long from, int[] bits, int n, int[] range) {
    MemorySegment.copy(array.segment(), INT, from * Integer.BYTES, bits, 0, n);
    // What reorder does, in the one loop that looks at the elements.
    int magnitude = array.type() == DType.FLOAT32 ? Integer.MAX_VALUE : 0;
    int flip = array.type() == DType.UINT32 ? Integer.MIN_VALUE : 0;
    int lowest = Integer.MAX_VALUE;
    int highest = Integer.MIN_VALUE;
    for (int i = 0; i < n; i++) {
      int ordered = bits[i] ^ ((bits[i] >> 31) & magnitude) ^ flip;
      lowest = Math.min(lowest, ordered);
      highest = Math.max(highest, ordered);
    }
    range[0] = lowest;
    range[1] = highest;
  }

  /// Converts bits to their order; a second call converts back.
  private static void reorder(DType type, int[] bits, int n) {
    switch (type) {
      case FLOAT32 -> {
        // A float is a sign and a magnitude: a larger magnitude is less where the sign is set.
        for (int i = 0; i < n; i++) {
          bits[i] ^= (bits[i] >> 31) & Integer.MAX_VALUE;
        }
      }
      case UINT32 -> {
        for (int i = 0; i < n; i++) {
          bits[i] ^= Integer.MIN_VALUE;
        }
      }
      default -> {}
    }
  }

  /// The place of the smallest value that is not NaN.
  public static int least(DType type) {
    return type == DType.FLOAT32 ? of(type, Double.NEGATIVE_INFINITY) : Integer.MIN_VALUE;
  }

  /// The place of the largest value that is not NaN.
  public static int most(DType type) {
    return type == DType.FLOAT32 ? of(type, Double.POSITIVE_INFINITY) : Integer.MAX_VALUE;
  }

  /// The place of the smallest finite value.
  public static int leastFinite(DType type) {
    return type == DType.FLOAT32 ? least(type) + 1 : least(type);
  }

  /// The place of the largest finite value.
  public static int mostFinite(DType type) {
    return type == DType.FLOAT32 ? most(type) - 1 : most(type);
  }

  /// The place of a value of the type.
  static int of(DType type, double value) {
    int[] bits = {
      switch (type) {
        case FLOAT32 -> Float.floatToRawIntBits((float) value);
        case UINT32 -> (int) (long) value;
        default -> (int) value;
      }
    };
    reorder(type, bits, 1);
    return bits[0];
  }

  /// The value at a place.
  public static double value(DType type, int ordered) {
    int[] bits = {ordered};
    reorder(type, bits, 1);
    return switch (type) {
      case FLOAT32 -> Float.intBitsToFloat(bits[0]);
      case UINT32 -> Integer.toUnsignedLong(bits[0]);
      default -> bits[0];
    };
  }
}
