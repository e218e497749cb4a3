package penumbra.core.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// An array's elements in ascending order, NaN left out, without sorting more of them than asked
/// for.
///
/// The elements are counted by the 16 leading bits of their order; where an element is asked for,
/// only those that share its leading bits are sorted. For integers of up to 16 bits the leading
/// bits are all there is.
final class Order {
  private static final int KEYS = 1 << 16;

  private final NdArray array;
  private final long[] cumulative = new long[KEYS];
  private final Map<Integer, double[]> sortedByKey = new HashMap<>();

  private Order(NdArray array) {
    this.array = array;
  }

  static Order of(NdArray array) {
    Order order = new Order(array);
    if (order.isCounted()) {
      Counts.add(array, order.cumulative);
    } else {
      order.countKeys();
    }
    Arrays.parallelPrefix(order.cumulative, Long::sum);
    return order;
  }

  private void countKeys() {
    Lines.each(
        array,
        (line, n) -> {
          for (int i = 0; i < n; i++) {
            if (!Double.isNaN(line[i])) {
              cumulative[key(line[i])]++;
            }
          }
        });
  }

  /// Whether each key stands for one value, so that nothing but counts is needed.
  boolean isCounted() {
    return array.type().isInteger() && array.type().bytes() <= 2;
  }

  long count() {
    return cumulative[KEYS - 1];
  }

  /// The sum of all elements, exactly; only where they are counted.
  double sum() {
    long sum = 0;
    for (int key = 0; key < KEYS; key++) {
      sum += countOf(key) * (long) valueOf(key);
    }
    return sum;
  }

  /// The sum of the squared distances from `mean`; only where they are counted.
  double squaredDistances(double mean) {
    double sum = 0;
    for (int key = 0; key < KEYS; key++) {
      double distance = valueOf(key) - mean;
      sum += countOf(key) * (distance * distance);
    }
    return sum;
  }

  private long countOf(int key) {
    return cumulative[key] - (key == 0 ? 0 : cumulative[key - 1]);
  }

  private double valueOf(int key) {
    return key + array.type().min();
  }

  /// The element at place `i` in ascending order.
  double at(long i) {
    int key = keyOfPlace(i);
    long before = key == 0 ? 0 : cumulative[key - 1];
    double[] elements = sortedByKey.computeIfAbsent(key, this::sorted);
    return elements.length == 1 ? elements[0] : elements[(int) (i - before)];
  }

  /// The first key up to which there are more than `i` elements.
  private int keyOfPlace(long i) {
    int low = 0;
    int high = KEYS - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] > i) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// All elements with that key in ascending order; one of them where they are all equal.
  private double[] sorted(int key) {
    if (isCounted()) {
      return new double[] {valueOf(key)};
    }
    long count = countOf(key);
    InvalidInputException.require(
        count < Integer.MAX_VALUE,
        "an array whose elements are put in order",
        "must have fewer than 2^31 elements of nearly the same value",
        array,
        "measure it in parts");
    double[] elements = new double[(int) count];
    int[] filled = new int[1];
    Lines.each(
        array,
        (line, n) -> {
          for (int i = 0; i < n; i++) {
            if (!Double.isNaN(line[i]) && key(line[i]) == key) {
              elements[filled[0]++] = line[i];
            }
          }
        });
    Arrays.parallelSort(elements);
    return elements;
  }

  private static int key(double value) {
    long bits = Double.doubleToRawLongBits(value);
    // Flipped so that the bits of a greater number are the greater unsigned integer.
    long ordered = bits < 0 ? ~bits : bits | Long.MIN_VALUE;
    return (int) (ordered >>> 48);
  }
}
