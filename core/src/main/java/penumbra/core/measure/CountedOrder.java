package penumbra.core.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import penumbra.core.DType;

/// Integers of up to 16 bits: each key is one value, so only the counts are needed.
final class CountedOrder extends Order {
  /// The sum of so many squares of 16 bits is below 2^63.
  private static final long MOST_SQUARES = 1L << 30;

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
  long sum() {
    long sum = 0;
    for (int key = 0; key < keys(); key++) {
      sum += countOf(key) * (long) valueOf(key);
    }
    return sum;
  }

  /// The sum of the squared distances from the mean, exact and rounded once: that of the squares,
  /// less the squared sum through the count.
  double squaredDistances() {
    BigInteger squares = BigInteger.ZERO;
    long part = 0;
    long counted = 0;
    for (int key = 0; key < keys(); key++) {
      long value = (long) valueOf(key);
      long count = countOf(key);
      if (counted + count > MOST_SQUARES) {
        squares = squares.add(BigInteger.valueOf(part));
        part = 0;
        counted = 0;
      }
      if (count > MOST_SQUARES) {
        squares =
            squares.add(BigInteger.valueOf(count).multiply(BigInteger.valueOf(value * value)));
      } else {
        part += count * value * value;
        counted += count;
      }
    }
    BigInteger all = squares.add(BigInteger.valueOf(part)).multiply(BigInteger.valueOf(count()));
    BigInteger sum = BigInteger.valueOf(sum());
    return new BigDecimal(all.subtract(sum.multiply(sum)))
        .divide(BigDecimal.valueOf(count()), MathContext.DECIMAL128)
        .doubleValue();
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
