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

/// The magnitude of the Sobel gradient: `sqrt(sum over axes of sobel(axis)^2)`.
///
/// ```
/// NdArray edges = SobelMagnitude.standard().apply(pixels);
/// ```
///
/// **Result:** the input's shape; by default FLOAT32, or FLOAT64 for FLOAT64 input. For images it
/// has the bits of `np.hypot` of SciPy's `sobel` on both axes in that type. The derivatives are
/// stored in the output type, the magnitude is computed in double precision and stored once.
///
/// **Notes.** For 8-bit input it reaches 1443; see
/// [Normalize][penumbra.core.filter.intensity.Normalize] for a picture in 0..255.
///
/// @param boundary the values beyond the edges
/// @param outputType the type of the result
/// @see Sobel
@Summary("Length of the Sobel gradient over all axes.")
@Reference(
    "I. Sobel and G. Feldman, \"A 3x3 Isotropic Gradient Operator for Image Processing\","
        + " Stanford Artificial Intelligence Project (1968).")
public record SobelMagnitude(Boundary boundary, OutputType outputType) implements Filter {
  /// With a reflecting boundary.
  public static SobelMagnitude standard() {
    return new SobelMagnitude(Boundary.reflect(), OutputType.DEFAULT);
  }

  /// This filter with another boundary.
  public SobelMagnitude withBoundary(Boundary newBoundary) {
    return new SobelMagnitude(newBoundary, outputType);
  }

  /// This filter with another type of result.
  public SobelMagnitude withOutputType(OutputType newOutputType) {
    return new SobelMagnitude(boundary, newOutputType);
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
            SeparablePasses.differences(input.rank(), Sobel.SMOOTHING),
            Combination.MAGNITUDE,
            PerAxis.of(boundary),
            outputType)
        .apply(input, execution);
  }
}
