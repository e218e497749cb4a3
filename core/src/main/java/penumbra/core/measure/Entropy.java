package penumbra.core.measure;

import java.util.Arrays;
import penumbra.core.Execution;
import penumbra.core.NdArray;

/// Shannon's entropy of the values: `-sum over values of p log2(p)`, where `p` is the share of
/// elements that have the value, in bits.
///
/// ```
/// double bits = Entropy.of(pixels);
/// ```
///
/// 0 where all elements are equal; at most 8 for 8-bit pictures. Each distinct value counts, also
/// for floating-point numbers, as in scikit-image's `shannon_entropy`. NaN and infinity are left
/// out; the entropy of an empty array is NaN.
///
/// **Source:** C. E. Shannon, A Mathematical Theory of Communication, 1948,
/// doi:10.1002/j.1538-7305.1948.tb01338.x.
public final class Entropy {
  private static final double LOG_2 = StrictMath.log(2);

  private Entropy() {}

  /// The entropy of `array`, found on all cores.
  public static double of(NdArray array) {
    return of(array, Execution.allCores());
  }

  /// The entropy of `array`, found on the threads of `execution`. Values other than integers of up
  /// to 16 bits are sorted; there must be fewer than 2^31 of them.
  public static double of(NdArray array, Execution execution) {
    return Counts.handle(array.type())
        ? of(Order.of(array, execution), array)
        : ofSorted(array.toDoubles());
  }

  static double of(Order order, NdArray array) {
    return order instanceof CountedOrder counted
        ? ofCounts(counted.counts())
        : ofSorted(array.toDoubles());
  }

  private static double ofSorted(double[] values) {
    int count = 0;
    for (double value : values) {
      if (Double.isFinite(value)) {
        values[count++] = value;
      }
    }
    Arrays.sort(values, 0, count);
    long[] runs = new long[count];
    int run = 0;
    for (int i = 0; i < count; i++) {
      // The two zeros are one value.
      boolean other = i > 0 && values[i] != values[i - 1];
      run += other ? 1 : 0;
      runs[run]++;
    }
    return ofCounts(Arrays.copyOf(runs, count == 0 ? 0 : run + 1));
  }

  /// The entropy of counts.
  ///
  /// @param counts how often each kind occurs
  public static double ofCounts(long... counts) {
    long all = Arrays.stream(counts).sum();
    if (all == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (long count : counts) {
      if (count > 0) {
        double share = (double) count / all;
        sum -= share * StrictMath.log(share);
      }
    }
    return Math.max(0, sum / LOG_2);
  }
}
