package penumbra.core.measure;

import penumbra.core.Execution;
import penumbra.core.NdArray;

/// Statistics of an array's grey levels.
///
/// ```
/// Statistics statistics = Statistics.of(pixels);
/// double contrast = statistics.standardDeviation() / statistics.mean();
/// ```
///
/// **NaN** is counted in `nanCount` and left out of everything else, whereas in NumPy every result
/// would be NaN. Infinity counts as a value; the standard deviation is then NaN. Without values,
/// all results are NaN.
///
/// **Rounding.** Sums of integers are exact; sums of floating-point values include their rounding
/// errors (Neumaier 1974, doi:10.1002/zamm.19740540106). So the mean depends on the order of the
/// elements at most in the last bit, and never on the number of threads.
///
/// @param count the number of elements that are not NaN
/// @param min the smallest
/// @param max the largest
/// @param mean the arithmetic mean
/// @param median the middle element, or the mean of the middle two
/// @param standardDeviation the root of the mean squared deviation (divided by `count`, as NumPy
///   does)
/// @param nanCount the number of elements that are NaN
public record Statistics(
    long count,
    double min,
    double max,
    double mean,
    double median,
    double standardDeviation,
    long nanCount) {
  /// The statistics of all elements of `array`, found on all cores.
  public static Statistics of(NdArray array) {
    return of(array, Execution.allCores());
  }

  /// The statistics of all elements of `array`, found on the threads of `execution`.
  public static Statistics of(NdArray array, Execution execution) {
    return of(array, Order.of(array, execution), execution);
  }

  static Statistics of(NdArray array, Order order, Execution execution) {
    long count = order.count();
    long nanCount = array.size() - count;
    if (count == 0) {
      double none = Double.NaN;
      return new Statistics(0, none, none, none, none, none, nanCount);
    }
    double mean;
    double squares;
    if (order instanceof CountedOrder counted) {
      mean = counted.sum() / count;
      squares = counted.squaredDistances(mean);
    } else {
      mean = ExactSum.of(array, (line, n) -> skip(nanCount, line, n), execution) / count;
      squares = squaredDistances(array, mean, nanCount, execution);
    }
    return new Statistics(
        count,
        order.min(),
        order.max(),
        mean,
        Percentiles.median(order),
        Math.sqrt(squares / count),
        nanCount);
  }

  private static double squaredDistances(
      NdArray array, double mean, long nanCount, Execution execution) {
    if (!Double.isFinite(mean)) {
      return Double.NaN; // an infinity has no distance from the mean
    }
    return ExactSum.of(
        array,
        (line, n) -> {
          for (int i = 0; i < n; i++) {
            double distance = line[i] - mean;
            line[i] = distance * distance;
          }
          skip(nanCount, line, n);
        },
        execution);
  }

  /// Makes NaN 0, which adds nothing to a sum.
  private static void skip(long nanCount, double[] line, int n) {
    if (nanCount > 0) {
      for (int i = 0; i < n; i++) {
        line[i] = Double.isNaN(line[i]) ? 0 : line[i];
      }
    }
  }
}
