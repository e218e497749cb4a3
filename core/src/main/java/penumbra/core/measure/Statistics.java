package penumbra.core.measure;

import penumbra.core.NdArray;

/// The figures that describe an array's grey levels.
///
/// ```
/// Statistics statistics = Statistics.of(pixels);
/// double contrast = statistics.standardDeviation() / statistics.mean();
/// ```
///
/// **NaN** is counted in `nanCount` and left out of everything else, where NumPy would make every
/// figure NaN. Infinity counts as a value; it leaves no standard deviation. Without values, all
/// figures are NaN.
///
/// **Rounding.** Sums of integers are exact; sums of floating-point values carry their rounding
/// error along (Neumaier 1974, doi:10.1002/zamm.19740540106), so that the mean does not depend on
/// the order of the elements in all but the last place, nor on the number of threads at all.
///
/// @param count the number of elements that are not NaN
/// @param min the smallest
/// @param max the largest
/// @param mean the arithmetic mean
/// @param median the middle one, or the mean of the middle two
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
  /// The statistics of all elements of `array`.
  public static Statistics of(NdArray array) {
    Order order = Order.of(array);
    long count = order.count();
    if (count == 0) {
      double none = Double.NaN;
      return new Statistics(0, none, none, none, none, none, array.size());
    }
    double mean = order.isCounted() ? order.sum() / count : mean(array, count);
    return new Statistics(
        count,
        order.at(0),
        order.at(count - 1),
        mean,
        Percentiles.median(order),
        order.isCounted()
            ? Math.sqrt(order.squaredDistances(mean) / count)
            : standardDeviation(array, mean, count),
        array.size() - count);
  }

  private static double mean(NdArray array, long count) {
    ExactSum sum = new ExactSum();
    Lines.each(
        array,
        (line, n) -> {
          for (int i = 0; i < n; i++) {
            sum.add(line[i]);
          }
        });
    return sum.value() / count;
  }

  private static double standardDeviation(NdArray array, double mean, long count) {
    if (!Double.isFinite(mean)) {
      return Double.NaN; // an infinity has no distance from the mean
    }
    ExactSum sum = new ExactSum();
    Lines.each(
        array,
        (line, n) -> {
          for (int i = 0; i < n; i++) {
            double deviation = line[i] - mean;
            sum.add(deviation * deviation);
          }
        });
    return Math.sqrt(sum.value() / count);
  }

  /// A sum that keeps what rounding takes from it; NaN is skipped.
  private static final class ExactSum {
    private double sum;
    private double lost;

    void add(double value) {
      if (Double.isNaN(value)) {
        return;
      }
      double next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
      sum = next;
    }

    double value() {
      return Double.isFinite(lost) ? sum + lost : sum;
    }
  }
}
