package penumbra.core.measure;

import java.util.function.Supplier;
import penumbra.core.Execution;
import penumbra.core.NdArray;

/// Processes an array's elements in blocks, which are distributed over threads.
final class ParallelBlocks {
  /// The elements of a block; its numbers as `double` stay in a core's nearest cache.
  static final int LENGTH = 1024;

  private static final int LEAST_SHARE = 64;

  /// So many blocks that no count within them exceeds an int.
  private static final int MOST_COUNTED = 1 << 20;

  private ParallelBlocks() {}

  static int count(NdArray array) {
    return Math.toIntExact(Math.ceilDiv(array.size(), LENGTH));
  }

  /// The number of elements of one block: all are full but the last.
  static int length(NdArray array, int block) {
    return (int) Math.min(LENGTH, array.size() - (long) block * LENGTH);
  }

  /// Runs `share` on runs of consecutive blocks, about one for each thread, so that tables are
  /// created and merged only once per run. No run has 2^31 elements.
  static void share(NdArray array, Execution execution, Execution.Strip share) {
    int blocks = count(array);
    execution.strips(
        blocks,
        Math.max(LEAST_SHARE, blocks / execution.threads()),
        (first, last) -> {
          for (int from = first; from < last; from += MOST_COUNTED) {
            share.run(from, Math.min(last, from + MOST_COUNTED));
          }
        });
  }

  /// Adds the elements of one block, the first `n` of `line`.
  interface Part {
    void add(double[] line, int n);

    /// Merges this part into the whole; one part at a time, in any order.
    void merge();
  }

  /// Shows each block, as `double`, to a part of its thread's own.
  static void lines(NdArray array, Execution execution, Supplier<? extends Part> parts) {
    Object merging = new Object();
    share(
        array,
        execution,
        (first, last) -> {
          Part part = parts.get();
          double[] line = new double[LENGTH];
          for (int block = first; block < last; block++) {
            int n = length(array, block);
            array.load((long) block * LENGTH, line, 0, n);
            part.add(line, n);
          }
          synchronized (merging) {
            part.merge();
          }
        });
  }
}
