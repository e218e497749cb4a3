package penumbra.core.filter.intensity;

import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.Execution;
import penumbra.core.GreyScale;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PointwiseFilter;
import penumbra.core.Polarity;
import penumbra.core.Reference;
import penumbra.core.Summary;
import penumbra.core.TwoPassFilter;
import penumbra.core.measure.Extremes;

/// Scales an array so that its largest value, or its range, is as given.
///
/// ```
/// NdArray picture = SobelMagnitude.standard().then(Normalize.toMaximum(255)).apply(pixels);
/// NdArray bytes = Normalize.toRange(0, 255).withOutputType(OutputType.of(DType.UINT8)).apply(x);
/// ```
///
/// - [Mode#MAXIMUM]: `x * (upper / max)`, as in `x *= 255.0 / np.max(x)`; `lower` is not used.
/// - [Mode#RANGE]: `lower + (x - min) / (max - min) * (upper - lower)`.
///
/// **Result:** the input's shape; by default the input's type if it is a floating-point one, else
/// FLOAT32. Of floating-point input, the factor and the product are each stored in the result's
/// type, as NumPy does, so that the maximum may miss `upper` by its last bit. Whole numbers are
/// multiplied in double precision and rounded once, as in `x * (255.0 / np.max(x))`. In an integer
/// type the result is rounded to nearest.
///
/// **Notes.** NaN and infinity stay what they are and are ignored for minimum and maximum. If the
/// maximum is 0 (or, for the range, minimum and maximum are equal), all values become 0 (or
/// `lower`).
///
/// @param mode what is scaled
/// @param lower the value that the minimum becomes
/// @param upper the value that the maximum becomes
/// @param outputType the type of the result
@Summary("Scale the maximum, or the range, to given values.")
@Reference(
    "R. C. Gonzalez and R. E. Woods, \"Digital Image Processing\", 4th edition, Pearson"
        + " (2018), section 3.2.")
public record Normalize(
    @Describe("What is scaled: only the maximum (0 stays 0), or minimum and maximum.") Mode mode,
    @Describe(value = "The result's minimum, in mode range.", unit = "levels of the result")
        double lower,
    @Describe(value = "The result's maximum; above lower.", unit = "levels of the result")
        double upper,
    OutputType outputType)
    implements TwoPassFilter {
  /// What is scaled to what.
  public enum Mode {
    /// The maximum becomes `upper`, and 0 stays 0.
    MAXIMUM,
    /// The minimum becomes `lower` and the maximum `upper`.
    RANGE
  }

  public Normalize {
    if (!(Double.isFinite(upper) && Double.isFinite(lower) && lower < upper)) {
      throw InvalidInputException.of(
          "upper",
          "must be a finite number above lower, " + lower,
          upper,
          "give the range from its lower to its upper end");
    }
  }

  /// Scales the maximum to `upper`.
  public static Normalize toMaximum(double upper) {
    return new Normalize(Mode.MAXIMUM, 0, upper, OutputType.DEFAULT);
  }

  /// Scales the range to `lower .. upper`.
  public static Normalize toRange(double lower, double upper) {
    return new Normalize(Mode.RANGE, lower, upper, OutputType.DEFAULT);
  }

  /// This filter with another type of result.
  public Normalize withOutputType(OutputType newOutputType) {
    return new Normalize(mode, lower, upper, newOutputType);
  }

  @Override
  public Optional<GreyScale> scale(Optional<GreyScale> input, DType type) {
    // The maximum may be 0 or less, where nothing is known of the other end.
    return mode == Mode.RANGE || upper > 0
        ? Optional.of(new GreyScale(mode == Mode.RANGE ? lower : 0, upper))
        : Optional.empty();
  }

  @Override
  public Polarity polarity() {
    return Polarity.FOLLOWS;
  }

  @Override
  public DType resultType(DType input) {
    DType natural = input.isInteger() ? DType.FLOAT32 : input;
    DType type = outputType.resolve(input, natural);
    if (type.isInteger() && !(lower >= type.min() && upper <= type.max())) {
      throw InvalidInputException.of(
          "the range of the normalised values",
          "must lie in that of "
              + type.label()
              + ", "
              + (long) type.min()
              + ".."
              + (long) type.max(),
          lower + ".." + upper,
          "give another range or output type");
    }
    return type;
  }

  @Override
  public PointwiseFilter prepare(NdArray input, Execution execution) {
    DType type = resultType(input.type());
    Extremes extremes = Extremes.of(input, execution);
    double min = extremes.min();
    double max = extremes.max();
    return mode == Mode.MAXIMUM
        ? Scaling.by(max == 0 ? 0 : upper / max, input.type(), type)
        : Scaling.between(min, max == min ? 0 : (upper - lower) / (max - min), lower, type);
  }
}
