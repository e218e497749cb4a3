package penumbra.core.engine.stream;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;

/// Work on whole numbers that have more digits than a `double`: it is done in `long`, and the low
/// bits are kept, as in NumPy.
final class WholeNumbers {
  private static final int LINE = 1024;
  private static final int LEAST_LINES = 32;
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private WholeNumbers() {}

  /// A copy of whole numbers as another type of whole numbers: their low bits.
  static NdArray cast(NdArray input, DType type, Execution execution) {
    MemorySegment source = input.segment();
    MemorySegment target = execution.allocate(type, input.size());
    lines(
        input.size(),
        execution,
        (from, to) -> {
          for (long i = from; i < to; i++) {
            put(type, target, i, get(input.type(), source, i));
          }
        });
    return NdArray.of(type, target, input.shape());
  }

  /// The sum of branches of INT64, or the root of the sum of their squares, which wrap around.
  static NdArray combine(RowCombination combination, List<NdArray> branches, Execution execution) {
    NdArray first = branches.getFirst();
    List<MemorySegment> sources = branches.stream().map(NdArray::segment).toList();
    MemorySegment target = execution.allocate(DType.INT64, first.size());
    boolean squares = combination == RowCombination.ROOT_OF_STORED_SQUARES;
    lines(
        first.size(),
        execution,
        (from, to) -> {
          for (long i = from; i < to; i++) {
            long sum = 0;
            for (MemorySegment source : sources) {
              long value = source.getAtIndex(LONG, i);
              sum += squares ? value * value : value;
            }
            target.setAtIndex(LONG, i, squares ? root(sum) : sum);
          }
        });
    return NdArray.of(DType.INT64, target, first.shape());
  }

  /// Of a sum that wrapped around to a negative one there is no root; the C cast of NaN.
  private static long root(long sum) {
    return sum < 0 ? Long.MIN_VALUE : (long) Math.sqrt((double) sum);
  }

  @FunctionalInterface
  private interface Range {
    void run(long from, long to);
  }

  private static void lines(long size, Execution execution, Range range) {
    execution.strips(
        Math.toIntExact(Math.ceilDiv(size, LINE)),
        LEAST_LINES,
        (first, last) -> range.run((long) first * LINE, Math.min(size, (long) last * LINE)));
  }

  private static long get(DType type, MemorySegment source, long i) {
    return switch (type) {
      case UINT8 -> source.get(ValueLayout.JAVA_BYTE, i) & 0xFF;
      case INT8 -> source.get(ValueLayout.JAVA_BYTE, i);
      case UINT16 -> source.getAtIndex(SHORT, i) & 0xFFFF;
      case INT16 -> source.getAtIndex(SHORT, i);
      case UINT32 -> Integer.toUnsignedLong(source.getAtIndex(INT, i));
      case INT32 -> source.getAtIndex(INT, i);
      case INT64 -> source.getAtIndex(LONG, i);
      case FLOAT16, FLOAT32, FLOAT64 -> throw notWhole(type);
    };
  }

  private static void put(DType type, MemorySegment target, long i, long value) {
    switch (type) {
      case UINT8, INT8 -> target.set(ValueLayout.JAVA_BYTE, i, (byte) value);
      case UINT16, INT16 -> target.setAtIndex(SHORT, i, (short) value);
      case UINT32, INT32 -> target.setAtIndex(INT, i, (int) value);
      case INT64 -> target.setAtIndex(LONG, i, value);
      case FLOAT16, FLOAT32, FLOAT64 -> throw notWhole(type);
    }
  }

  private static IllegalArgumentException notWhole(DType type) {
    return new IllegalArgumentException(type.label() + " has fractions");
  }
}
