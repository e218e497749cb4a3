package penumbra.core.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// Elements of any type: the key is the upper quarter of an element's bits as `double`, and those
/// of one key are sorted.
final class SortedOrder extends Order {
  private final NdArray array;
  private final Execution execution;
  private final Extremes extremes;
  private final Map<Integer, double[]> sortedByKey = new HashMap<>();

  private SortedOrder(NdArray array, Execution execution, long[] counts) {
    super(counts);
    this.array = array;
    this.execution = execution;
    this.extremes = Extremes.of(array, execution);
  }

  static SortedOrder of(NdArray array, Execution execution) {
    long[] counts = new long[KEYS];
    ParallelBlocks.lines(array, execution, () -> new Counter(counts));
    return new SortedOrder(array, execution, counts);
  }

  /// Counts the keys.
  private static final class Counter implements ParallelBlocks.Part {
    private final int[] found = new int[KEYS];
    private final long[] counts;

    Counter(long[] counts) {
      this.counts = counts;
    }

    @Override
    public void add(double[] line, int n) {
      for (int i = 0; i < n; i++) {
        if (Double.isFinite(line[i])) {
          found[key(line[i])]++;
        }
      }
    }

    @Override
    public void merge() {
      for (int i = 0; i < KEYS; i++) {
        counts[i] += found[i];
      }
    }
  }

  private static int key(double value) {
    long bits = Double.doubleToRawLongBits(value);
    // Flipped so that the bits of a greater number are the greater unsigned integer.
    long ordered = bits < 0 ? ~bits : bits | Long.MIN_VALUE;
    return (int) (ordered >>> 48);
  }

  @Override
  double at(int key, long i) {
    return sortedByKey.computeIfAbsent(key, this::sorted)[(int) i];
  }

  /// All elements with that key in ascending order.
  private double[] sorted(int key) {
    long count = countOf(key);
    InvalidInputException.require(
        count < Integer.MAX_VALUE,
        "an array whose elements are put in order",
        "must have fewer than 2^31 elements of nearly the same value",
        array,
        "measure it in parts");
    Gathered gathered = new Gathered((int) count);
    ParallelBlocks.lines(array, execution, () -> new Gatherer(key, gathered));
    if (execution.threads() > 1 && execution.pool().equals(ForkJoinPool.commonPool())) {
      Arrays.parallelSort(gathered.elements); // which runs on no other pool
    } else {
      Arrays.sort(gathered.elements);
    }
    return gathered.elements;
  }

  /// The elements of one key, in any order.
  private static final class Gathered {
    private final double[] elements;
    private int filled;

    Gathered(int count) {
      elements = new double[count];
    }

    void add(double[] more, int n) {
      System.arraycopy(more, 0, elements, filled, n);
      filled += n;
    }
  }

  /// Gathers the elements of one key.
  private static final class Gatherer implements ParallelBlocks.Part {
    private final int key;
    private final Gathered target;
    private double[] found = new double[ParallelBlocks.LENGTH];
    private int count;

    Gatherer(int key, Gathered target) {
      this.key = key;
      this.target = target;
    }

    @Override
    public void add(double[] line, int n) {
      if (count + n > found.length) {
        found = Arrays.copyOf(found, Math.max(count + n, 2 * found.length));
      }
      for (int i = 0; i < n; i++) {
        if (Double.isFinite(line[i]) && key(line[i]) == key) {
          found[count++] = line[i];
        }
      }
    }

    @Override
    public void merge() {
      target.add(found, count);
    }
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
