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

/// The Laplacian of Gaussian: the sum of the second derivatives of the smoothed array. It crosses
/// zero at edges. It is negative on bright blobs and positive on dark blobs whose radius is near
/// `sigma * sqrt(2)`.
///
/// ```
/// NdArray blobs = GaussianLaplace.of(1).apply(pixels);
/// ```
///
/// `sum over axes of (d^2/dx^2 g_sigma) * f`
///
/// **Result:** the input's shape; by default FLOAT32, or FLOAT64 for FLOAT64 input. With an output
/// type, the bits of `scipy.ndimage.gaussian_laplace`.
///
/// **Notes.** About half of the values are negative. In an unsigned output type they wrap around,
/// as in many published pictures of this filter. The response decreases with sigma; to compare
/// scales, multiply by `sigma^2`.
///
/// **Source:** D. Marr and E. Hildreth, "Theory of edge detection", Proc. R. Soc. B 207 (1980),
/// doi:10.1098/rspb.1980.0020.
///
/// @param sigma standard deviation of the smoothing in elements, one for all axes or one for each
/// @param boundary the values beyond the edges
/// @param truncate the kernel's radius in standard deviations
/// @param outputType the type of the result
@Summary("Laplacian of Gaussian: the sum of the second derivatives of the smoothed array.")
@Reference(
    "D. Marr and E. Hildreth, \"Theory of edge detection\", Proc. R. Soc. B 207 (1980),"
        + " doi:10.1098/rspb.1980.0020.")
public record GaussianLaplace(
    @Describe(value = "Standard deviation; 0 leaves an axis as it is.", unit = "elements", min = 0)
        PerAxis<Double> sigma,
    Boundary boundary,
    @Describe(value = "The kernel's reach.", unit = "standard deviations", min = 0) double truncate,
    OutputType outputType)
    implements Filter {
  public GaussianLaplace {
    ParameterRules.checkSigma(sigma);
    ParameterRules.checkTruncate(truncate);
  }

  /// One sigma for all axes, or one for each; the other parameters have SciPy's defaults.
  public static GaussianLaplace of(double... sigma) {
    return new GaussianLaplace(
        ParameterRules.perAxis(sigma),
        Boundary.reflect(),
        ParameterRules.TRUNCATE,
        OutputType.DEFAULT);
  }

  /// This filter with another boundary.
  public GaussianLaplace withBoundary(Boundary newBoundary) {
    return new GaussianLaplace(sigma, newBoundary, truncate, outputType);
  }

  /// This filter with another radius.
  public GaussianLaplace withTruncate(double newTruncate) {
    return new GaussianLaplace(sigma, boundary, newTruncate, outputType);
  }

  /// This filter with another type of result.
  public GaussianLaplace withOutputType(OutputType newOutputType) {
    return new GaussianLaplace(sigma, boundary, truncate, newOutputType);
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
    return new Correlation(
            SeparablePasses.gaussianDerivatives(input.rank(), sigma, 2, truncate),
            Combination.SUM,
            PerAxis.of(boundary),
            outputType)
        .apply(input, execution);
  }
}
