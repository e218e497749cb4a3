package penumbra.core.measure;

import static penumbra.core.InvalidInputException.require;

import java.util.Arrays;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// The number of elements in each of several equal bins.
///
/// ```
/// Histogram density = Histogram.of(pixels, 0, 255, 256);
/// ```
///
/// Bins and edges are those of `scipy.ndimage.histogram`: bin `i` holds `edge(i) <= x < edge(i +
/// 1)`, the last one its upper edge too. With 256 bins over 0..255 a bin is 255/256 wide, and each
/// bin holds exactly one whole grey level. Values outside the range, NaN and infinity are not
/// counted.
///
/// @param min the lower edge of the first bin
/// @param max the upper edge of the last bin
/// @param counts the number of elements in each bin; the array must not be changed
@SuppressWarnings("ArrayRecordComponent") // compared by content below
public record Histogram(double min, double max, long[] counts) {
  public Histogram {
    if (!(Double.isFinite(min) && Double.isFinite(max) && min < max)) {
      throw InvalidInputException.of(
          "the range of a histogram",
          "must run from a number to a larger one",
          min + ".." + max,
          "give min below max");
    }
    require(
        counts.length >= 1, "bins", "must be at least 1", counts.length, "give 256 for instance");
  }

  /// The histogram of all elements of `array`, counted on all cores.
  public static Histogram of(NdArray array, double min, double max, int bins) {
    return of(array, min, max, bins, Execution.allCores());
  }

  /// The histogram of all elements of `array`, counted on the threads of `execution`.
  public static Histogram of(NdArray array, double min, double max, int bins, Execution execution) {
    Histogram histogram = empty(min, max, bins);
    if (Counts.handle(array.type())) {
      histogram.addCounted(array.type(), Counts.of(array, execution));
    } else {
      ParallelBlocks.lines(array, execution, histogram::newPart);
    }
    return histogram;
  }

  /// The histogram of the elements that `order` has counted.
  static Histogram of(CountedOrder order, double min, double max, int bins) {
    Histogram histogram = empty(min, max, bins);
    histogram.addCounted(order.type(), order.counts());
    return histogram;
  }

  private static Histogram empty(double min, double max, int bins) {
    require(bins >= 1, "bins", "must be at least 1", bins, "give 256 for instance");
    return new Histogram(min, max, new long[bins]);
  }

  /// Walks up the values and the bins side by side.
  private void addCounted(DType type, long[] countOfValue) {
    double[] edges = edges();
    int last = counts.length - 1;
    int bin = 0;
    for (int i = 0; i < countOfValue.length; i++) {
      double value = i + type.min();
      if (value >= min && value <= max) {
        while (bin < last && value >= edges[bin + 1]) {
          bin++;
        }
        counts[bin] += countOfValue[i];
      }
    }
  }

  private Part newPart() {
    return new Part(this);
  }

  /// What one thread counts.
  private static final class Part implements ParallelBlocks.Part {
    private final Histogram whole;
    private final double[] edges;
    private final long[] found;
    private final int[] guesses = new int[ParallelBlocks.LENGTH];

    Part(Histogram whole) {
      this.whole = whole;
      this.edges = whole.edges();
      this.found = new long[whole.counts.length];
    }

    /// The bin by division, corrected if rounding missed an edge.
    @Override
    public void add(double[] line, int n) {
      double min = whole.min;
      double max = whole.max;
      int last = found.length - 1;
      double perBin = found.length / (max - min);
      for (int i = 0; i < n; i++) {
        guesses[i] = (int) ((line[i] - min) * perBin);
      }
      for (int i = 0; i < n; i++) {
        double value = line[i];
        if (value >= min && value <= max) {
          int bin = Math.min(guesses[i], last);
          while (bin > 0 && value < edges[bin]) {
            bin--;
          }
          while (bin < last && value >= edges[bin + 1]) {
            bin++;
          }
          found[bin]++;
        }
      }
    }

    @Override
    public void merge() {
      for (int bin = 0; bin < found.length; bin++) {
        whole.counts[bin] += found[bin];
      }
    }
  }

  /// The edges of the bins, one more than there are bins: `np.linspace(min, max, bins + 1)`.
  public double[] edges() {
    double step = (max - min) / counts.length;
    double[] edges = new double[counts.length + 1];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = i * step + min;
    }
    edges[counts.length] = max;
    return edges;
  }

  /// The index of the fullest bin, the first of equals.
  public int fullest() {
    int fullest = 0;
    for (int i = 1; i < counts.length; i++) {
      fullest = counts[i] > counts[fullest] ? i : fullest;
    }
    return fullest;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Histogram that
        && min == that.min
        && max == that.max
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(min + 31 * max) + Arrays.hashCode(counts);
  }
}
