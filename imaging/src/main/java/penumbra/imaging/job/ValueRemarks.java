package penumbra.imaging.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import penumbra.catalogue.Numbers;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;

/// Finds what there is to say about values.
final class ValueRemarks {
  private static final int BLOCK = 4096;
  private static final int LEAST_BLOCKS = 64;

  private ValueRemarks() {}

  /// The remarks on a result.
  ///
  /// @param source the values that were read
  /// @param result what was made of them
  /// @param doubts about numbers that were given, each in a sentence
  static List<ValueRemark> of(
      NdArray source, NdArray result, List<String> doubts, Execution execution) {
    List<ValueRemark> remarks = new ArrayList<>();
    doubts.forEach(doubt -> remarks.add(new ValueRemark(ValueRemark.Kind.EIGHT_BITS, doubt)));
    long read = count(source, execution);
    // Whole numbers give no infinity, except in the narrowest type of fractions.
    boolean mayOverflow = !source.type().isInteger() || result.type() == DType.FLOAT16;
    long made = mayOverflow && read == 0 ? count(result, execution) : 0;
    if (read > 0) {
      remarks.add(remark(read, "of the values read"));
    } else if (made > 0) {
      remarks.add(remark(made, "of its values"));
    }
    return remarks;
  }

  private static ValueRemark remark(long count, String values) {
    return new ValueRemark(
        ValueRemark.Kind.NOT_FINITE,
        "%s %s %s not finite (infinite, or no numbers); ranges and statistics leave them out"
            .formatted(Numbers.count(count), values, count == 1 ? "is" : "are"));
  }

  /// How many are infinite or not numbers.
  private static long count(NdArray array, Execution execution) {
    DType type = array.type();
    if (type.isInteger()) {
      return 0;
    }
    AtomicLong count = new AtomicLong();
    execution.strips(
        Math.toIntExact(Math.ceilDiv(array.size(), BLOCK)),
        LEAST_BLOCKS,
        (first, last) -> {
          double[] block = new double[BLOCK];
          long found = 0;
          for (int i = first; i < last; i++) {
            long from = (long) i * BLOCK;
            int n = (int) Math.min(BLOCK, array.size() - from);
            array.load(from, block, 0, n);
            found += count(block, n);
          }
          count.addAndGet(found);
        });
    return count.get();
  }

  private static int count(double[] block, int n) {
    int finite = 0;
    for (int i = 0; i < n; i++) {
      finite += Math.abs(block[i]) <= Double.MAX_VALUE ? 1 : 0;
    }
    return n - finite;
  }
}
