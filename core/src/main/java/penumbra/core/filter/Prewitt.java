package penumbra.core.filter;

import java.util.List;
import java.util.Optional;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.GreyScale;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;
import penumbra.core.Polarity;
import penumbra.core.Reference;
import penumbra.core.Summary;
import penumbra.core.engine.Axes;
import penumbra.core.engine.Combination;
import penumbra.core.engine.Correlation;
import penumbra.core.engine.Weights;

/// The Prewitt derivative along one axis: the difference of the two neighbours along it, summed
/// over three places along every other axis.
///
/// ```
/// NdArray acrossColumns = Prewitt.along(1).apply(pixels);
/// ```
///
/// Not normalised: on a ramp of slope 1 a 2-D Prewitt derivative is 6.
///
/// **Result:** the input's shape; by default FLOAT32, or FLOAT64 for FLOAT64 input. With an output
/// type, the bits of `scipy.ndimage.prewitt`.
///
/// **Notes.** The derivative of an 8-bit image has the range -765..765, which does not fit in 8
/// bits.
///
/// **Source:** J. M. S. Prewitt, "Object Enhancement and Extraction", in Picture Processing and
/// Psychopictorics, Academic Press (1970).
///
/// @param axis the axis of the derivative, 0 for rows; negative ones count from the last
/// @param boundary the values beyond the edges
/// @param outputType the type of the result
@Summary("Prewitt derivative along one axis.")
@Reference(
    "J. M. S. Prewitt, \"Object Enhancement and Extraction\", in Picture Processing and"
        + " Psychopictorics, Academic Press (1970).")
public record Prewitt(
    @Describe(
            "The axis of the derivative: 0 for rows, 1 for columns; negative ones count from the last.")
        int axis,
    Boundary boundary,
    OutputType outputType)
    implements Filter {
  /// The smoothing across the derivative.
  static final Weights SMOOTHING = Weights.of(1, 1, 1);

  /// The derivative along `axis`, with a reflecting boundary.
  public static Prewitt along(int axis) {
    return new Prewitt(axis, Boundary.reflect(), OutputType.DEFAULT);
  }

  /// This filter with another boundary.
  public Prewitt withBoundary(Boundary newBoundary) {
    return new Prewitt(axis, newBoundary, outputType);
  }

  /// This filter with another type of result.
  public Prewitt withOutputType(OutputType newOutputType) {
    return new Prewitt(axis, boundary, newOutputType);
  }

  @Override
  public Optional<GreyScale> scale(Optional<GreyScale> input, DType type) {
    return input.map(GreyScale::ofDifferences);
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
  public NdArray apply(NdArray input, Execution execution) {
    int along = Axes.index(axis, input);
    return new Correlation(
            List.of(SeparablePasses.difference(input.rank(), along, SMOOTHING)),
            Combination.SUM,
            PerAxis.of(boundary),
            outputType)
        .apply(input, execution);
  }
}
