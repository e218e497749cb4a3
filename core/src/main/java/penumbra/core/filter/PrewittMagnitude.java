package penumbra.core.filter;

import java.util.Optional;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.GreyScale;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;
import penumbra.core.Polarity;
import penumbra.core.Reference;
import penumbra.core.Summary;
import penumbra.core.engine.Combination;
import penumbra.core.engine.Correlation;

/// The magnitude of the Prewitt gradient: `sqrt(sum over axes of prewitt(axis)^2)`.
///
/// ```
/// NdArray edges = PrewittMagnitude.standard().apply(pixels);
/// ```
///
/// **Result:** the input's shape; by default FLOAT32, or FLOAT64 for FLOAT64 input. For images it
/// has the bits of `np.hypot` of SciPy's `prewitt` on both axes in that type. The derivatives are
/// stored in the output type, the magnitude is computed in double precision and stored once.
///
/// **Notes.** For 8-bit input it reaches 1082; see
/// [Normalize][penumbra.core.filter.intensity.Normalize] for a picture in 0..255.
///
/// @param boundary the values beyond the edges
/// @param outputType the type of the result
/// @see Prewitt
@Summary("Length of the Prewitt gradient over all axes.")
@Reference(
    "J. M. S. Prewitt, \"Object Enhancement and Extraction\", in Picture Processing and"
        + " Psychopictorics, Academic Press (1970).")
public record PrewittMagnitude(Boundary boundary, OutputType outputType) implements Filter {
  /// With a reflecting boundary.
  public static PrewittMagnitude standard() {
    return new PrewittMagnitude(Boundary.reflect(), OutputType.DEFAULT);
  }

  /// This filter with another boundary.
  public PrewittMagnitude withBoundary(Boundary newBoundary) {
    return new PrewittMagnitude(newBoundary, outputType);
  }

  /// This filter with another type of result.
  public PrewittMagnitude withOutputType(OutputType newOutputType) {
    return new PrewittMagnitude(boundary, newOutputType);
  }

  @Override
  public Optional<GreyScale> scale(Optional<GreyScale> input, DType type) {
    return input.map(GreyScale::ofDifferences);
  }

  @Override
  public Polarity polarity() {
    return Polarity.INDEPENDENT;
  }

  @Override
  public DType resultType(DType input) {
    return outputType.resolve(input, input.real());
  }

  @Override
  public NdArray apply(NdArray input, Execution execution) {
    return new Correlation(
            SeparablePasses.differences(input.rank(), Prewitt.SMOOTHING),
            Combination.MAGNITUDE,
            PerAxis.of(boundary),
            outputType)
        .apply(input, execution);
  }
}
