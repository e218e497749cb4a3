package penumbra.core.filter;

import java.util.Arrays;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.engine.Pointwise;
import penumbra.core.engine.math.CMath;

/// The hypotenuse of two arrays, element by element: `sqrt(a^2 + b^2)`, with the bits and the
/// result types of `np.hypot`.
///
/// ```
/// NdArray length = Hypot.of(dx, dy);
/// ```
///
/// | the larger of the two types | result |
/// |---|---|
/// | UINT8, INT8, FLOAT16 | FLOAT16 |
/// | UINT16, INT16, FLOAT32 | FLOAT32 |
/// | all others | FLOAT64 |
public final class Hypot {
  private Hypot() {}

  /// The hypotenuse, on all cores.
  public static NdArray of(NdArray a, NdArray b) {
    return of(a, b, Execution.allCores());
  }

  /// The hypotenuse, on the threads of `execution`.
  public static NdArray of(NdArray a, NdArray b, Execution execution) {
    if (!Arrays.equals(a.shape(), b.shape())) {
      throw InvalidInputException.of(
          "the shape of the second array",
          "must be that of the first, " + NdArray.describe(a.shape()),
          NdArray.describe(b.shape()),
          "give two arrays of one shape");
    }
    DType type = resultType(a.type(), b.type());
    return Pointwise.map(
        a,
        type,
        execution,
        (line, from, n) -> {
          double[] other = new double[n];
          b.load(from, other, 0, n);
          for (int i = 0; i < n; i++) {
            line[i] =
                type == DType.FLOAT64
                    ? CMath.hypot(line[i], other[i])
                    : (float) CMath.hypotSingle(line[i], other[i]);
          }
        });
  }

  private static DType resultType(DType a, DType b) {
    DType first = floatFor(a);
    DType second = floatFor(b);
    return first.bytes() >= second.bytes() ? first : second;
  }

  private static DType floatFor(DType type) {
    return switch (type) {
      case UINT8, INT8, FLOAT16 -> DType.FLOAT16;
      case UINT16, INT16, FLOAT32 -> DType.FLOAT32;
      default -> DType.FLOAT64;
    };
  }
}
