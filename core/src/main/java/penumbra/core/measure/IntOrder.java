package penumbra.core.measure;

import java.util.HashMap;
import java.util.Map;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.engine.pointwise.OrderedInts;

/// 32-bit elements: the key is the upper half of an element's bits in order, and those of one key
/// are counted by the lower half.
final class IntOrder extends Order {
  private static final int LOW = KEYS - 1;

  private final NdArray array;
  private final Execution execution;
  private final Extremes extremes;
  private final Map<Integer, long[]> upToByKey = new HashMap<>();

  private IntOrder(NdArray array, Execution execution, long[] counts) {
    super(counts);
    this.array = array;
    this.execution = execution;
    this.extremes = Extremes.of(array, execution);
  }

  static IntOrder of(NdArray array, Execution execution) {
    DType type = array.type();
    int least = OrderedInts.leastFinite(type);
    int most = OrderedInts.mostFinite(type);
    long[] counts =
        count(
            array,
            execution,
            (ordered, n, found) -> {
              for (int i = 0; i < n; i++) {
                if (ordered[i] >= least && ordered[i] <= most) {
                  found[key(ordered[i])]++;
                }
              }
            });
    return new IntOrder(array, execution, counts);
  }

  @FunctionalInterface
  private interface Counter {
    void count(int[] ordered, int n, int[] found);
  }

  private static long[] count(NdArray array, Execution execution, Counter counter) {
    long[] counts = new long[KEYS];
    ParallelBlocks.share(
        array,
        execution,
        (first, last) -> {
          int[] found = new int[KEYS];
          int[] ordered = new int[ParallelBlocks.LENGTH];
          for (int block = first; block < last; block++) {
            int n = ParallelBlocks.length(array, block);
            OrderedInts.load(array, (long) block * ParallelBlocks.LENGTH, ordered, n);
            counter.count(ordered, n, found);
          }
          synchronized (counts) {
            for (int i = 0; i < KEYS; i++) {
              counts[i] += found[i];
            }
          }
        });
    return counts;
  }

  private static int key(int ordered) {
    return (ordered >>> Short.SIZE) ^ (KEYS >> 1);
  }

  /// The first in order of all ints with that key.
  private static int first(int key) {
    return (key ^ (KEYS >> 1)) << Short.SIZE;
  }

  @Override
  double at(int key, long i) {
    long[] upTo = upToByKey.computeIfAbsent(key, this::countLow);
    return OrderedInts.value(array.type(), first(key) | keyOfPlace(upTo, i));
  }

  private long[] countLow(int key) {
    // The keys of the infinities are those of some NaN too.
    int least = Math.max(first(key), OrderedInts.leastFinite(array.type()));
    int most = Math.min(first(key) | LOW, OrderedInts.mostFinite(array.type()));
    long[] counts =
        count(
            array,
            execution,
            (ordered, n, found) -> {
              for (int i = 0; i < n; i++) {
                if (ordered[i] >= least && ordered[i] <= most) {
                  found[ordered[i] & LOW]++;
                }
              }
            });
    sumUp(counts);
    return counts;
  }

  @Override
  double min() {
    return extremes.min();
  }

  @Override
  double max() {
    return extremes.max();
  }
}
