package penumbra.core.measure;

import java.util.Arrays;
import penumbra.core.DType;

/// Integers of up to 16 bits: each key is one value, so only the counts are needed.
final class CountedOrder extends Order {
  private final DType type;

  CountedOrder(DType type, long[] counts) {
    super(counts);
    this.type = type;
  }

  DType type() {
    return type;
  }

  /// How often each value occurs.
  long[] counts() {
    long[] counts = new long[keys()];
    Arrays.setAll(counts, this::countOf);
    return counts;
  }

  double valueOf(int key) {
    return key + type.min();
  }

  /// The sum of all elements, exactly.
  double sum() {
    long sum = 0;
    for (int key = 0; key < keys(); key++) {
      sum += countOf(key) * (long) valueOf(key);
    }
    return sum;
  }

  /// The sum of the squared distances from `mean`.
  double squaredDistances(double mean) {
    double sum = 0;
    for (int key = 0; key < keys(); key++) {
      double distance = valueOf(key) - mean;
      sum += countOf(key) * (distance * distance);
    }
    return sum;
  }

  @Override
  double at(int key, long i) {
    return valueOf(key);
  }

  @Override
  double min() {
    int key = 0;
    while (countOf(key) == 0) {
      key++;
    }
    return valueOf(key);
  }

  @Override
  double max() {
    int key = keys() - 1;
    while (countOf(key) == 0) {
      key--;
    }
    return valueOf(key);
  }
}
