package penumbra.core.filter.intensity;

import static penumbra.core.InvalidInputException.require;

import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.Execution;
import penumbra.core.GreyScale;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PointwiseFilter;
import penumbra.core.Polarity;
import penumbra.core.Reference;
import penumbra.core.Summary;
import penumbra.core.TwoPassFilter;
import penumbra.core.engine.PointwiseStep;
import penumbra.core.measure.Statistics;

/// Subtracts the mean and divides by the standard deviation.
///
/// ```
/// NdArray own = Standardize.byImage().apply(pixels);       // mean 0, deviation 1
/// NdArray set = Standardize.by(128.5, 61.2).apply(pixels); // mean and deviation of a data set
/// ```
///
/// `(x - mean) / deviation`, in double precision, rounded once.
///
/// **Result:** the input's shape; by default FLOAT32 (FLOAT64 for FLOAT64 input). In an integer
/// type the result is rounded to nearest, ties to even, and clipped to the type's range.
///
/// **Notes.** The image's own deviation is that of [Statistics], divided by the count; NaN and
/// infinity are left out and stay what they are. An image with equal values becomes 0.
///
/// @param mode which mean and deviation to use
/// @param mean the value that becomes 0, in mode given
/// @param deviation the difference from the mean that becomes 1, in mode given
/// @param outputType the type of the result
@Summary("Subtract the mean and divide by the standard deviation.")
@Reference("scikit-learn, documentation of preprocessing.StandardScaler.")
public record Standardize(
    @Describe("Which mean and deviation to use: the image's own, or the given ones.") Mode mode,
    @Describe(value = "The mean, in mode given.", unit = "grey levels") double mean,
    @Describe(
            value = "The standard deviation, in mode given; above 0.",
            unit = "differences of grey levels",
            min = 0)
        double deviation,
    OutputType outputType)
    implements TwoPassFilter {
  /// Which mean and deviation to use.
  public enum Mode {
    /// Those of the image's own values.
    IMAGE,
    /// The parameters.
    GIVEN
  }

  public Standardize {
    require(Double.isFinite(mean), "mean", "must be a finite number", mean, "give a grey level");
    require(
        deviation > 0 && Double.isFinite(deviation),
        "deviation",
        "must be a finite number above 0",
        deviation,
        "give a standard deviation in grey levels");
  }

  /// By the image's own mean and deviation.
  public static Standardize byImage() {
    return new Standardize(Mode.IMAGE, 0, 1, OutputType.DEFAULT);
  }

  /// By the mean and the deviation of a data set.
  public static Standardize by(double mean, double deviation) {
    return new Standardize(Mode.GIVEN, mean, deviation, OutputType.DEFAULT);
  }

  /// This filter with another type of result.
  public Standardize withOutputType(OutputType newOutputType) {
    return new Standardize(mode, mean, deviation, newOutputType);
  }

  @Override
  public Optional<GreyScale> scale(Optional<GreyScale> input, DType type) {
    return mode == Mode.GIVEN
        ? input.map(scale -> scale.mapped(1 / deviation, -mean / deviation))
        : Optional.empty();
  }

  @Override
  public Polarity polarity() {
    return Polarity.FOLLOWS;
  }

  @Override
  public DType resultType(DType input) {
    return outputType.resolve(input, input.real());
  }

  @Override
  public PointwiseFilter prepare(NdArray input, Execution execution) {
    if (mode == Mode.GIVEN) {
      return new Fixed(mean, deviation, outputType);
    }
    Statistics own = Statistics.of(input, execution);
    return new Fixed(own.mean(), own.standardDeviation(), outputType);
  }

  /// The linear map, once mean and deviation are known.
  private record Fixed(double mean, double deviation, OutputType outputType)
      implements PointwiseFilter {
    @Override
    public DType resultType(DType input) {
      return outputType.resolve(input, input.real());
    }

    @Override
    public Step step(DType input) {
      DType type = resultType(input);
      double divisor = deviation == 0 ? 1 : deviation;
      return new PointwiseStep(
          input,
          type,
          (line, n) -> {
            for (int i = 0; i < n; i++) {
              double value = (line[i] - mean) / divisor;
              line[i] =
                  type.isInteger() ? Math.clamp(Math.rint(value), type.min(), type.max()) : value;
            }
          });
    }
  }
}
