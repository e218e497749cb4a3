package penumbra.core.measure;

import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// Percentiles with linear interpolation between neighbours, with the bits of `np.percentile`.
///
/// ```
/// double[] window = Percentiles.of(pixels, 1, 99);
/// ```
///
/// The percentile `p` of `n` elements is the one at place `p / 100 * (n - 1)` in ascending order.
/// NaN and infinity are left out; the percentiles of an empty array are NaN.
public final class Percentiles {
  private Percentiles() {}

  /// The percentiles of `array` at each of `percent`, in 0..100, found on all cores.
  public static double[] of(NdArray array, double... percent) {
    return of(array, Execution.allCores(), percent);
  }

  /// The percentiles of `array` at each of `percent`, found on the threads of `execution`.
  public static double[] of(NdArray array, Execution execution, double... percent) {
    return of(Order.of(array, execution), percent);
  }

  static double[] of(Order order, double... percent) {
    double[] values = new double[percent.length];
    for (int i = 0; i < percent.length; i++) {
      if (!(percent[i] >= 0 && percent[i] <= 100)) {
        throw InvalidInputException.of(
            "a percentile", "must lie in 0..100", percent[i], "give percent, 50 for the median");
      }
      values[i] = at(order, percent[i] / 100);
    }
    return values;
  }

  private static double at(Order order, double fraction) {
    long count = order.count();
    if (count == 0) {
      return Double.NaN;
    }
    double place = fraction * (count - 1);
    long below = (long) place;
    double t = place - below;
    double a = order.at(below);
    double b = order.at(Math.min(below + 1, count - 1));
    // From the nearer end, so that the result never leaves a..b.
    return t >= 0.5 ? b - (b - a) * (1 - t) : a + (b - a) * t;
  }

  /// The middle element, or the mean of the two in the middle.
  static double median(Order order) {
    long count = order.count();
    if (count == 0) {
      return Double.NaN;
    }
    double upper = order.at(count / 2);
    return count % 2 == 1 ? upper : (order.at(count / 2 - 1) + upper) / 2;
  }
}
