package penumbra.core.filter.intensity;

import penumbra.core.DType;
import penumbra.core.PointwiseFilter;
import penumbra.core.engine.PointwiseStep;
import penumbra.core.engine.pointwise.FloatScaling;

/// `x * factor`, or `offset + (x - origin) * factor`: this is [Normalize] once minimum and maximum
/// are known. In an integer type the result is rounded to nearest.
///
/// @param shifts whether there is an origin and an offset, not only the factor
/// @param type the type of the result
record Scaling(boolean shifts, double origin, double factor, double offset, DType type)
    implements PointwiseFilter {
  /// The factor alone. For floating-point input it is stored in a floating-point `type`, as NumPy
  /// does; whole numbers are multiplied in double precision and rounded once.
  static Scaling by(double factor, DType input, DType type) {
    double[] stored = {factor};
    if (!input.isInteger() && !type.isInteger()) {
      type.round(stored, 0, 1);
    }
    return new Scaling(false, 0, stored[0], 0, type);
  }

  /// `offset + (x - origin) * factor`
  static Scaling between(double origin, double factor, double offset, DType type) {
    return new Scaling(true, origin, factor, offset, type);
  }

  @Override
  public DType resultType(DType input) {
    return type;
  }

  @Override
  public Step step(DType input) {
    if (!shifts && input == DType.FLOAT32 && type == DType.FLOAT32) {
      return new FloatScaling((float) factor);
    }
    return new PointwiseStep(
        input,
        type,
        (line, n) -> {
          if (shifts) {
            shift(line, n);
          } else {
            multiply(line, n);
          }
          if (type.isInteger()) {
            round(line, n);
          }
        });
  }

  private void shift(double[] line, int n) {
    for (int i = 0; i < n; i++) {
      line[i] = offset + (line[i] - origin) * factor;
    }
  }

  private void multiply(double[] line, int n) {
    for (int i = 0; i < n; i++) {
      line[i] *= factor;
    }
  }

  private static void round(double[] line, int n) {
    for (int i = 0; i < n; i++) {
      line[i] = Math.rint(line[i]);
    }
  }
}
