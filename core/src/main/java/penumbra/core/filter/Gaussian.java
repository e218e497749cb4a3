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
import penumbra.core.engine.Combination;
import penumbra.core.engine.Correlation;

/// Smooths with a Gaussian, or takes a derivative of the smoothed array.
///
/// ```
/// NdArray smooth = Gaussian.of(2).apply(pixels);
/// NdArray slope = Gaussian.of(2).withOrder(0, 1).apply(pixels); // d/dx of the smoothed image
/// ```
///
/// `g(x) = exp(-x^2 / (2 sigma^2))`, sampled at integer places within `truncate` standard
/// deviations, divided by its sum, and correlated along each axis in turn. An order `k` above 0
/// takes the k-th derivative of that kernel instead.
///
/// **Result:** the input's shape; by default FLOAT32, or FLOAT64 for FLOAT64 input. With an output
/// type, the bits of `scipy.ndimage.gaussian_filter`, wraparound included (orders 0 to 6).
///
/// **Notes.** With a sigma well below 0.5, the sampled kernel is hardly a Gaussian. The time grows
/// linearly with sigma. NaN and infinity spread over the extent of the kernel.
///
/// @param sigma standard deviation in elements, one for all axes or one for each; an axis with 0 is
///   not smoothed
/// @param order order of the derivative, likewise; 0 smooths
/// @param boundary the values beyond the edges
/// @param truncate the kernel's radius in standard deviations
/// @param outputType the type of the result
@Summary("Smooth with a Gaussian, or take a derivative of the smoothed array.")
@Reference(
    "scipy.ndimage.gaussian_filter: P. Virtanen et al., \"SciPy 1.0: Fundamental"
        + " Algorithms for Scientific Computing in Python\", Nature Methods 17 (2020),"
        + " doi:10.1038/s41592-019-0686-2.")
public record Gaussian(
    @Describe(value = "Standard deviation; 0 leaves an axis as it is.", unit = "elements", min = 0)
        PerAxis<Double> sigma,
    @Describe(value = "Order of the derivative; 0 smooths.", min = 0) PerAxis<Integer> order,
    Boundary boundary,
    @Describe(value = "The kernel's reach.", unit = "standard deviations", min = 0) double truncate,
    OutputType outputType)
    implements Filter {
  public Gaussian {
    ParameterRules.checkSigma(sigma);
    ParameterRules.checkOrder(order);
    ParameterRules.checkTruncate(truncate);
  }

  /// Smoothing with one sigma for all axes, or one for each; the other parameters have SciPy's
  /// defaults.
  public static Gaussian of(double... sigma) {
    return new Gaussian(
        ParameterRules.perAxis(sigma),
        PerAxis.of(0),
        Boundary.reflect(),
        ParameterRules.TRUNCATE,
        OutputType.DEFAULT);
  }

  /// This filter with another order of derivative.
  public Gaussian withOrder(Integer... newOrder) {
    return new Gaussian(sigma, PerAxis.of(newOrder), boundary, truncate, outputType);
  }

  /// This filter with another boundary.
  public Gaussian withBoundary(Boundary newBoundary) {
    return new Gaussian(sigma, order, newBoundary, truncate, outputType);
  }

  /// This filter with another radius.
  public Gaussian withTruncate(double newTruncate) {
    return new Gaussian(sigma, order, boundary, newTruncate, outputType);
  }

  /// This filter with another type of result.
  public Gaussian withOutputType(OutputType newOutputType) {
    return new Gaussian(sigma, order, boundary, truncate, newOutputType);
  }

  @Override
  public boolean keepsGreyLevels() {
    return order.values().stream().allMatch(k -> k == 0);
  }

  @Override
  public Optional<GreyScale> scale(Optional<GreyScale> input, DType type) {
    return keepsGreyLevels() ? input : input.map(GreyScale::ofDifferences);
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
            List.of(SeparablePasses.gaussian(input.rank(), sigma, order, truncate)),
            Combination.SUM,
            PerAxis.of(boundary),
            outputType)
        .apply(input, execution);
  }
}
