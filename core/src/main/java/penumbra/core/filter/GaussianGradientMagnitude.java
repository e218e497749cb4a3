package penumbra.core.filter;

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
import penumbra.core.engine.Combination;
import penumbra.core.engine.Correlation;

/// The magnitude of the gradient of the smoothed array: how steep it is, in any direction.
///
/// ```
/// NdArray steepness = GaussianGradientMagnitude.of(2).apply(pixels);
/// ```
///
/// `sqrt(sum over axes of ((d/dx g_sigma) * f)^2)`, in grey levels per element.
///
/// **Result:** the input's shape; by default FLOAT32, or FLOAT64 for FLOAT64 input. With an output
/// type, the bits of `scipy.ndimage.gaussian_gradient_magnitude`: derivatives, squares and their
/// sum are all stored in that type.
///
/// **Notes.** In UINT8 the square of a slope of 16 grey levels already overflows, so the strongest
/// edges look dark.
///
/// **Source:** J. Canny, "A Computational Approach to Edge Detection", IEEE PAMI 8 (1986),
/// doi:10.1109/TPAMI.1986.4767851, whose first step is the derivative of a Gaussian.
///
/// @param sigma standard deviation of the smoothing in elements, one for all axes or one for each
/// @param boundary the values beyond the edges
/// @param truncate the kernel's radius in standard deviations
/// @param outputType the type of the result
@Summary("Length of the gradient of the smoothed array: how steep it is.")
@Reference(
    "J. Canny, \"A Computational Approach to Edge Detection\", IEEE PAMI 8 (1986),"
        + " doi:10.1109/TPAMI.1986.4767851.")
public record GaussianGradientMagnitude(
    @Describe(value = "Standard deviation; 0 leaves an axis as it is.", unit = "elements", min = 0)
        PerAxis<Double> sigma,
    Boundary boundary,
    @Describe(value = "The kernel's reach.", unit = "standard deviations", min = 0) double truncate,
    OutputType outputType)
    implements Filter {
  public GaussianGradientMagnitude {
    ParameterRules.checkSigma(sigma);
    ParameterRules.checkTruncate(truncate);
  }

  /// One sigma for all axes, or one for each; the other parameters have SciPy's defaults.
  public static GaussianGradientMagnitude of(double... sigma) {
    return new GaussianGradientMagnitude(
        ParameterRules.perAxis(sigma),
        Boundary.reflect(),
        ParameterRules.TRUNCATE,
        OutputType.DEFAULT);
  }

  /// This filter with another boundary.
  public GaussianGradientMagnitude withBoundary(Boundary newBoundary) {
    return new GaussianGradientMagnitude(sigma, newBoundary, truncate, outputType);
  }

  /// This filter with another radius.
  public GaussianGradientMagnitude withTruncate(double newTruncate) {
    return new GaussianGradientMagnitude(sigma, boundary, newTruncate, outputType);
  }

  /// This filter with another type of result.
  public GaussianGradientMagnitude withOutputType(OutputType newOutputType) {
    return new GaussianGradientMagnitude(sigma, boundary, truncate, newOutputType);
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
            SeparablePasses.gaussianDerivatives(input.rank(), sigma, 1, truncate),
            Combination.ROOT_OF_STORED_SQUARES,
            PerAxis.of(boundary),
            outputType)
        .apply(input, execution);
  }
}
