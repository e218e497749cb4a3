package penumbra.core.filter.geometry;

import java.util.Arrays;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.engine.resample.LinearZoom;
import penumbra.core.filter.Gaussian;

/// scikit-image's `transform.resize` with `order=1`, `anti_aliasing=True` and
/// `preserve_range=True`: a Gaussian where the picture shrinks, linear interpolation, and the
/// values held in the input's range.
///
/// @param height rows of the result
/// @param width columns of the result
/// @param mirrored whether the picture is continued by its mirror image (`mode='reflect'`); else by
///   0 (`mode='constant'`)
record SkimageResize(int height, int width, boolean mirrored) {
  /// The type of the result: that in which it is computed.
  static DType resultType(DType input) {
    return input == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
  }

  NdArray apply(NdArray input, DType type, Execution execution) {
    NdArray values = input.as(resultType(input.type()), execution);
    NdArray smooth = smoothed(values, execution);
    Range[] ranges = ranges(values);
    DType own = values.type();
    boolean zeros = !mirrored;
    if (zeros) {
      NdArray free = zoomed(smooth, own, (_, sum) -> sum, execution.withHeapStorage());
      Range[] found = ranges(free);
      for (int i = 0; i < ranges.length; i++) {
        ranges[i] = found[i].holds(0) ? ranges[i].with(0) : ranges[i];
      }
    }
    LinearZoom.Store store =
        (picture, sum) -> {
          double value = ranges[picture].clip(own == DType.FLOAT32 ? (float) sum : sum);
          return type.isInteger() ? Math.clamp(Math.rint(value), type.min(), type.max()) : value;
        };
    return zoomed(smooth, type, store, execution);
  }

  private NdArray zoomed(NdArray smooth, DType type, LinearZoom.Store store, Execution execution) {
    return LinearZoom.run(smooth, height, width, mirrored, type, store, execution);
  }

  private NdArray smoothed(NdArray values, Execution execution) {
    int rank = values.rank();
    double[] sigma = new double[rank];
    sigma[rank - 2] = sigma(values.length(rank - 2), height);
    sigma[rank - 1] = sigma(values.length(rank - 1), width);
    if (sigma[rank - 2] == 0 && sigma[rank - 1] == 0) {
      return values;
    }
    Boundary boundary = mirrored ? new Boundary.Mirror() : Boundary.zero();
    return Gaussian.of(sigma)
        .withBoundary(boundary)
        .withOutputType(OutputType.SAME)
        .apply(values, execution.withHeapStorage());
  }

  private static double sigma(int from, int to) {
    return Math.max(0, ((double) from / to - 1) / 2);
  }

  private static Range[] ranges(NdArray values) {
    int rank = values.rank();
    int pixels = values.length(rank - 2) * values.length(rank - 1);
    Range[] ranges = new Range[(int) (values.size() / pixels)];
    double[] picture = new double[pixels];
    for (int i = 0; i < ranges.length; i++) {
      values.load((long) i * pixels, picture, 0, pixels);
      ranges[i] = Range.of(picture);
    }
    return ranges;
  }

  /// The values of a picture, NaN aside.
  private record Range(double min, double max) {
    static Range of(double... values) {
      double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
      return new Range(
          Arrays.stream(known).min().orElse(Double.NEGATIVE_INFINITY),
          Arrays.stream(known).max().orElse(Double.POSITIVE_INFINITY));
    }

    boolean holds(double value) {
      return min <= value && value <= max;
    }

    Range with(double value) {
      return new Range(Math.min(min, value), Math.max(max, value));
    }

    double clip(double value) {
      return Double.isNaN(value) ? value : Math.clamp(value, min, max);
    }
  }
}
