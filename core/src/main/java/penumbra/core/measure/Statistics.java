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
/// **NaN and infinity** are counted in `nanCount` and `infiniteCount` and left out of everything
/// else, whereas NumPy's results would be NaN or infinite. Without finite elements, all results are
/// NaN.
///
/// **Rounding.** Sums of integers are exact; sums of floating-point values include their rounding
/// errors (Neumaier 1974, doi:10.1002/zamm.19740540106). So the mean depends on the order of the
/// elements at most in the last bit, and never on the number of threads.
///
/// @param count the number of finite elements
/// @param min the smallest
/// @param max the largest
/// @param mean the arithmetic mean
/// @param median the middle element, or the mean of the middle two
/// @param standardDeviation the root of the mean squared deviation (divided by `count`, as NumPy
///   does)
/// @param nanCount the number of elements that are NaN
/// @param infiniteCount the number of elements that are infinite, of either sign
public record Statistics(
    long count,
    double min,
    double max,
    double mean,
    double median,
    double standardDeviation,
    long nanCount,
    long infiniteCount) {
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
    long others = array.size() - count;
    long nanCount = others == 0 ? 0 : countNan(array, execution);
    long infiniteCount = others - nanCount;
    if (count == 0) {
      double none = Double.NaN;
      return new Statistics(0, none, none, none, none, none, nanCount, infiniteCount);
    }
    double mean;
    double squares;
    if (order instanceof CountedOrder counted) {
      mean = (double) counted.sum() / count;
      squares = counted.squaredDistances();
    } else {
      mean = ExactSum.of(array, (line, n) -> skip(others, line, n), execution) / count;
      squares = squaredDistances(array, mean, others, execution);
    }
    return new Statistics(
        count,
        order.min(),
        order.max(),
        mean,
        Percentiles.median(order),
        Math.sqrt(squares / count),
        nanCount,
        infiniteCount);
  }

  private static double squaredDistances(
      NdArray array, double mean, long others, Execution execution) {
    if (!Double.isFinite(mean)) {
      return Double.NaN; // a sum that is no double has no mean
    }
    return ExactSum.of(
        array,
        (line, n) -> {
          for (int i = 0; i < n; i++) {
            double distance = others == 0 || Double.isFinite(line[i]) ? line[i] - mean : 0;
            line[i] = distance * distance;
          }
        },
        execution);
  }

  private static long countNan(NdArray array, Execution execution) {
    double count =
        ExactSum.of(
            array,
            (line, n) -> {
              for (int i = 0; i < n; i++) {
                line[i] = Double.isNaN(line[i]) ? 1 : 0;
              }
            },
            execution);
    return (long) count;
  }

  /// Makes NaN and infinity 0, which adds nothing to a sum.
  private static void skip(long others, double[] line, int n) {
    if (others > 0) {
      for (int i = 0; i < n; i++) {
        line[i] = Double.isFinite(line[i]) ? line[i] : 0;
      }
    }
  }
}
