package penumbra.core.measure;

import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.engine.pointwise.OrderedInts;

/// The smallest and the largest finite element. NaN and infinity are left out, and -0 is less than
/// 0. Both are NaN if there are no other elements.
///
/// @param min the smallest element
/// @param max the largest element
public record Extremes(double min, double max) {
  private static final Extremes NONE =
      new Extremes(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  /// The extremes of `array`, found on all cores.
  public static Extremes of(NdArray array) {
    return of(array, Execution.allCores());
  }

  /// The extremes of `array`, found on the threads of `execution`.
  public static Extremes of(NdArray array, Execution execution) {
    if (Counts.handle(array.type())) {
      return Order.of(array, execution).extremes();
    }
    Extremes[] found = {NONE};
    if (OrderedInts.hold(array.type())) {
      ParallelBlocks.share(
          array,
          execution,
          (first, last) -> {
            Extremes part = ofInts(array, first, last);
            synchronized (found) {
              found[0] = found[0].and(part);
            }
          });
    } else {
      ParallelBlocks.lines(array, execution, () -> new Finder(found));
    }
    return found[0].min > found[0].max ? new Extremes(Double.NaN, Double.NaN) : found[0];
  }

  private Extremes and(Extremes other) {
    return new Extremes(Math.min(min, other.min), Math.max(max, other.max));
  }

  private static Extremes ofInts(NdArray array, int first, int last) {
    DType type = array.type();
    int least = OrderedInts.leastFinite(type);
    int most = OrderedInts.mostFinite(type);
    int min = Integer.MAX_VALUE;
    int max = Integer.MIN_VALUE;
    int[] ordered = new int[ParallelBlocks.LENGTH];
    int[] range = new int[2];
    for (int block = first; block < last; block++) {
      int n = ParallelBlocks.length(array, block);
      long from = (long) block * ParallelBlocks.LENGTH;
      OrderedInts.range(array, from, ordered, n, range);
      int blockMin = range[0];
      int blockMax = range[1];
      if (blockMin < least || blockMax > most) {
        // NaN and infinity are rare: their block is done again.
        blockMin = Integer.MAX_VALUE;
        blockMax = Integer.MIN_VALUE;
        OrderedInts.load(array, from, ordered, n);
        for (int i = 0; i < n; i++) {
          if (ordered[i] >= least && ordered[i] <= most) {
            blockMin = Math.min(blockMin, ordered[i]);
            blockMax = Math.max(blockMax, ordered[i]);
          }
        }
      }
      min = Math.min(min, blockMin);
      max = Math.max(max, blockMax);
    }
    return min > max
        ? NONE
        : new Extremes(OrderedInts.value(type, min), OrderedInts.value(type, max));
  }

  /// Finds the extremes of lines.
  private static final class Finder implements ParallelBlocks.Part {
    private final Extremes[] found;
    private double min = NONE.min;
    private double max = NONE.max;

    Finder(Extremes[] found) {
      this.found = found;
    }

    @Override
    public void add(double[] line, int n) {
      double least = min;
      double most = max;
      for (int i = 0; i < n; i++) {
        if (Double.isFinite(line[i])) {
          least = Math.min(least, line[i]);
          most = Math.max(most, line[i]);
        }
      }
      min = least;
      max = most;
    }

    @Override
    public void merge() {
      found[0] = found[0].and(new Extremes(min, max));
    }
  }
}
