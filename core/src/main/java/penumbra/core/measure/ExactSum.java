package penumbra.core.measure;

import penumbra.core.Execution;
import penumbra.core.NdArray;

/// A sum that also adds up its rounding errors.
///
/// Groups of blocks are summed in lanes, side by side, with the error of each addition computed
/// without a branch (Knuth's two-sum); then the lanes, and the groups in their order, are added up.
/// The grouping depends only on the array's size, so the sum does not depend on the threads.
final class ExactSum {
  /// ParallelBlocks that are summed in the same lanes.
  private static final int GROUP = 32;

  private static final int LEAST_GROUPS = 2;

  private double sum;
  private double lost;

  private ExactSum() {}

  /// A change of a block before it is summed.
  @FunctionalInterface
  interface Change {
    void apply(double[] line, int n);
  }

  /// The sum of all elements after `change`.
  static double of(NdArray array, Change change, Execution execution) {
    int blocks = ParallelBlocks.count(array);
    int groups = Math.ceilDiv(blocks, GROUP);
    double[] sums = new double[groups];
    double[] lost = new double[groups];
    execution.strips(
        groups,
        LEAST_GROUPS,
        (first, last) -> {
          double[] line = new double[ParallelBlocks.LENGTH];
          for (int group = first; group < last; group++) {
            double[] laneSums = new double[ParallelBlocks.LENGTH];
            double[] laneLost = new double[ParallelBlocks.LENGTH];
            int end = Math.min(blocks, (group + 1) * GROUP);
            for (int block = group * GROUP; block < end; block++) {
              int n = ParallelBlocks.length(array, block);
              array.load((long) block * ParallelBlocks.LENGTH, line, 0, n);
              change.apply(line, n);
              add(line, n, laneSums, laneLost);
            }
            ExactSum sum = added(laneSums, laneLost);
            sums[group] = sum.sum;
            lost[group] = sum.lost;
          }
        });
    return added(sums, lost).value();
  }

  private static void add(double[] line, int n, double[] sums, double[] lost) {
    for (int lane = 0; lane < n; lane++) {
      double value = line[lane];
      double before = sums[lane];
      double after = before + value;
      double added = after - before;
      lost[lane] += (before - (after - added)) + (value - added);
      sums[lane] = after;
    }
  }

  private static ExactSum added(double[] sums, double[] lost) {
    ExactSum all = new ExactSum();
    for (int i = 0; i < sums.length; i++) {
      all.add(sums[i]);
      all.lost += lost[i];
    }
    return all;
  }

  /// After Neumaier.
  private void add(double value) {
    double next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }

  private double value() {
    return Double.isFinite(lost) ? sum + lost : sum;
  }
}
