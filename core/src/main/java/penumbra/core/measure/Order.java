package penumbra.core.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// An array's elements in ascending order, NaN left out. Integers of up to 16 bits are counted, all
/// others are sorted.
final class Order {
  private final long[] cumulative;
  private final int offset;
  private final double @Nullable [] sorted;

  private Order(long[] cumulative, int offset, double @Nullable [] sorted) {
    this.cumulative = cumulative;
    this.offset = offset;
    this.sorted = sorted;
  }

  static Order of(NdArray array) {
    DType type = array.type();
    if (type.isInteger() && type.bytes() <= 2) {
      long[] counts = Counts.of(array);
      Arrays.parallelPrefix(counts, Long::sum);
      return new Order(counts, (int) type.min(), null);
    }
    InvalidInputException.require(
        array.size() < Integer.MAX_VALUE,
        "an array whose elements are put in order",
        "must have fewer than 2^31 elements",
        array,
        "measure it in parts");
    double[] values = array.toDoubles();
    Arrays.parallelSort(values);
    int end = values.length;
    while (end > 0 && Double.isNaN(values[end - 1])) {
      end--;
    }
    return new Order(new long[0], 0, Arrays.copyOf(values, end));
  }

  long count() {
    return sorted != null ? sorted.length : cumulative[cumulative.length - 1];
  }

  /// The element at place `i` in ascending order.
  double at(long i) {
    if (sorted != null) {
      return sorted[(int) i];
    }
    int place = Arrays.binarySearch(cumulative, i + 1);
    if (place < 0) {
      return ~place + offset;
    }
    while (place > 0 && cumulative[place - 1] == i + 1) {
      place--;
    }
    return place + offset;
  }
}
