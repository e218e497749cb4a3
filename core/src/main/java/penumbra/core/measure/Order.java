package penumbra.core.measure;

import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.engine.pointwise.OrderedInts;

/// An array's finite elements in ascending order, with -0 before 0. Only the requested elements are
/// sorted.
///
/// The elements are counted by their keys, the leading bits of their order. To find an element,
/// only those with the same key are read again.
abstract class Order {
  static final int KEYS = 1 << 16;

  private final long[] upTo;

  /// @param counts how many elements have each key; belongs to the order from now on
  Order(long[] counts) {
    sumUp(counts);
    this.upTo = counts;
  }

  /// Turns counts into how many there are up to each place.
  static void sumUp(long[] counts) {
    for (int i = 1; i < counts.length; i++) {
      counts[i] += counts[i - 1];
    }
  }

  static Order of(NdArray array, Execution execution) {
    if (Counts.handle(array.type())) {
      return new CountedOrder(array.type(), Counts.of(array, execution));
    }
    return OrderedInts.hold(array.type())
        ? IntOrder.of(array, execution)
        : SortedOrder.of(array, execution);
  }

  /// The element at place `i` of those with that key.
  abstract double at(int key, long i);

  abstract double min();

  abstract double max();

  /// The smallest and the largest; NaN if there are none.
  final Extremes extremes() {
    return count() == 0 ? new Extremes(Double.NaN, Double.NaN) : new Extremes(min(), max());
  }

  /// The element at place `i` in ascending order.
  final double at(long i) {
    if (i == 0) {
      return min();
    }
    if (i == count() - 1) {
      return max();
    }
    int key = keyOfPlace(upTo, i);
    return at(key, i - (key == 0 ? 0 : upTo[key - 1]));
  }

  final long count() {
    return upTo[upTo.length - 1];
  }

  final long countOf(int key) {
    return upTo[key] - (key == 0 ? 0 : upTo[key - 1]);
  }

  final int keys() {
    return upTo.length;
  }

  /// The first key up to which there are more than `i` elements.
  static int keyOfPlace(long[] upTo, long i) {
    int low = 0;
    int high = upTo.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] > i) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
