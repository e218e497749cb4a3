package penumbra.conformance;

import java.util.Arrays;
import java.util.List;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// The filters as in a textbook: one element after the other, each from its neighbours, one axis at
/// a time. Slow, independent of the engine, and its oracle.
///
/// @param shape axis 0 first
/// @param values the elements in C order
record Naive(NdArray shape, List<Double> values) {

  static Naive of(NdArray array) {
    return new Naive(array, Arrays.stream(array.toDoubles()).boxed().toList());
  }

  /// What is left of `values` when they are stored as `type`.
  NdArray stored(DType type) {
    double[] kept = values.stream().mapToDouble(value -> cast(value, type)).toArray();
    return NdArray.of(type, kept, shape.shape());
  }

  /// Correlates along `axis` with an odd number of weights, and stores as `type`.
  Naive correlate(int axis, double[] weights, Boundary boundary, DType type) {
    int n = shape.length(axis);
    int stride = 1;
    for (int k = axis + 1; k < shape.rank(); k++) {
      stride *= shape.length(k);
    }
    Double[] result = new Double[values.size()];
    for (int at = 0; at < result.length; at++) {
      int i = at / stride % n;
      int start = at - i * stride;
      result[at] = cast(sum(start, stride, n, i, weights, boundary), type);
    }
    return new Naive(shape, Arrays.asList(result));
  }

  /// Weights that mirror each other are summed in pairs from the outside in, after the middle one;
  /// others from left to right, after the last one.
  private double sum(int start, int stride, int n, int i, double[] w, Boundary boundary) {
    int half = w.length / 2;
    int sign = symmetry(w);
    if (sign == 0) {
      double sum = element(start, stride, n, i + half, boundary) * w[2 * half];
      for (int j = -half; j < half; j++) {
        sum += element(start, stride, n, i + j, boundary) * w[half + j];
      }
      return sum;
    }
    double sum = element(start, stride, n, i, boundary) * w[half];
    for (int j = half; j >= 1; j--) {
      double left = element(start, stride, n, i - j, boundary);
      double right = element(start, stride, n, i + j, boundary);
      sum += (sign > 0 ? left + right : left - right) * w[half - j];
    }
    return sum;
  }

  private static int symmetry(double[] w) {
    boolean even = true;
    boolean odd = true;
    for (int j = 0; j < w.length / 2; j++) {
      double mirrored = w[w.length - 1 - j];
      even &= Math.abs(w[j] - mirrored) <= Math.ulp(1.0);
      odd &= Math.abs(w[j] + mirrored) <= Math.ulp(1.0);
    }
    if (even) {
      return 1;
    }
    return odd ? -1 : 0;
  }

  /// The element `i` of a line, which may lie far outside: walks back step by step.
  private double element(int start, int stride, int n, int i, Boundary boundary) {
    int place = i;
    while (place < 0 || place >= n) {
      switch (boundary) {
        case Boundary.Reflect() -> place = place < 0 ? -1 - place : 2 * n - 1 - place;
        case Boundary.Mirror() -> {
          if (n == 1) {
            place = 0;
          } else {
            place = place < 0 ? -place : 2 * n - 2 - place;
          }
        }
        case Boundary.Nearest() -> place = place < 0 ? 0 : n - 1;
        case Boundary.Wrap() -> place = place < 0 ? place + n : place - n;
        case Boundary.Constant(double value) -> {
          return value;
        }
      }
    }
    return values.get(start + place * stride);
  }

  /// The sums of several, all stored as `type`: whole numbers wrap around, as NumPy's do, and those
  /// of 64 bits keep all of their digits.
  static NdArray sum(List<Naive> parts, DType type) {
    NdArray shape = parts.getFirst().shape;
    int n = parts.getFirst().values.size();
    long[] wholes = new long[n];
    double[] sums = new double[n];
    for (int i = 0; i < n; i++) {
      sums[i] = parts.getFirst().values.get(i);
      wholes[i] = (long) sums[i];
      for (Naive part : parts.subList(1, parts.size())) {
        double more = part.values.get(i);
        wholes[i] += (long) more;
        sums[i] =
            type.isInteger()
                ? wrapped((long) sums[i] + (long) more, type)
                : cast(sums[i] + more, type);
      }
    }
    return type == DType.INT64
        ? NdArray.ofInt64(wholes, shape.shape())
        : NdArray.of(type, sums, shape.shape());
  }

  private static double wrapped(long value, DType type) {
    return switch (type) {
      case UINT32 -> (double) Integer.toUnsignedLong((int) value);
      case INT64 -> (double) value;
      default -> cast((int) value, type);
    };
  }

  /// A cast as C compiled for x86-64 does it.
  static double cast(double value, DType type) {
    long whole = inRange(value, -0x1p63, 0x1p63) ? (long) value : Long.MIN_VALUE;
    boolean fits32 = whole == (int) whole && inRange(value, -0x1p31 - 1, 0x1p31);
    int narrow = fits32 ? (int) whole : Integer.MIN_VALUE;
    return switch (type) {
      case UINT8 -> Byte.toUnsignedInt((byte) narrow);
      case INT8 -> (byte) narrow;
      case UINT16 -> Short.toUnsignedInt((short) narrow);
      case INT16 -> (short) narrow;
      case INT32 -> narrow;
      case UINT32 -> (double) Integer.toUnsignedLong((int) whole);
      case INT64 -> (double) whole;
      case FLOAT32 -> (float) value;
      case FLOAT64 -> value;
      case FLOAT16 -> throw new IllegalArgumentException("SciPy has no filters into float16");
    };
  }

  private static boolean inRange(double value, double low, double high) {
    return value > low - 1 && value < high;
  }
}
