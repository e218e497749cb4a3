package penumbra.core.measure;

import org.jspecify.annotations.Nullable;
import penumbra.core.Execution;
import penumbra.core.NdArray;

/// Several measurements of one array, with as few reads of it as possible: integers of up to 16
/// bits are read once for all measurements.
///
/// ```
/// Measures measures = Measures.of(pixels);
/// double mean = measures.statistics().mean();
/// Histogram density = measures.histogram(0, 255, 256);
/// ```
///
/// The results are those of [Statistics], [Percentiles], [Histogram], [Extremes] and [Entropy]. An
/// instance caches its counts. Only one thread at a time may use it.
public final class Measures {
  private final NdArray array;
  private final Execution execution;
  private @Nullable Order order;

  private Measures(NdArray array, Execution execution) {
    this.array = array;
    this.execution = execution;
  }

  /// The measures of `array`, taken on all cores.
  public static Measures of(NdArray array) {
    return of(array, Execution.allCores());
  }

  /// The measures of `array`, taken on the threads of `execution`.
  public static Measures of(NdArray array, Execution execution) {
    return new Measures(array, execution);
  }

  /// What [Statistics] gives.
  public Statistics statistics() {
    return Statistics.of(array, order(), execution);
  }

  /// What [Percentiles] gives, at each of `percent`, in 0..100.
  public double[] percentiles(double... percent) {
    return Percentiles.of(order(), percent);
  }

  /// What [Histogram] gives.
  public Histogram histogram(double min, double max, int bins) {
    return Counts.handle(array.type()) && order() instanceof CountedOrder counted
        ? Histogram.of(counted, min, max, bins)
        : Histogram.of(array, min, max, bins, execution);
  }

  /// What [Extremes] gives.
  public Extremes extremes() {
    return Counts.handle(array.type()) ? order().extremes() : Extremes.of(array, execution);
  }

  /// What [Entropy] gives.
  public double entropy() {
    return Counts.handle(array.type()) ? Entropy.of(order(), array) : Entropy.of(array, execution);
  }

  private Order order() {
    Order known = order;
    if (known == null) {
      known = Order.of(array, execution);
      order = known;
    }
    return known;
  }
}
