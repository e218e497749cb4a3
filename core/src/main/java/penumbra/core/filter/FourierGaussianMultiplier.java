package penumbra.core.filter;

import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;
import penumbra.core.Polarity;
import penumbra.core.Reference;
import penumbra.core.Summary;
import penumbra.core.engine.fourier.FourierGaussianEngine;

/// Treats an array as a spectrum and multiplies it by the transform of a Gaussian. This is the
/// middle step of [FourierGaussian].
///
/// ```
/// NdArray shaded = FourierGaussianMultiplier.of(0.05).apply(pixels); // what the article does
/// ```
///
/// Element `k` of `n` along an axis (counted from `-n / 2` as in a transform) is multiplied by
/// `exp(-2 pi^2 sigma^2 (k / n)^2)`.
///
/// **Result:** the input's shape; by default FLOAT32 for FLOAT32 input, else FLOAT64: the bits of
/// `scipy.ndimage.fourier_gaussian`.
///
/// **Notes.** Applied to pixels instead of a spectrum it does not smooth; it darkens the middle of
/// the picture, very slightly where sigma is small.
///
/// @param sigma standard deviation of the Gaussian in elements, one for all axes or one for each
/// @param outputType the type of the result
@Summary(
    "Multiply by the transform of a Gaussian; expects a spectrum, as SciPy's fourier_gaussian does.")
@Reference(
    "scipy.ndimage.fourier_gaussian: P. Virtanen et al., \"SciPy 1.0: Fundamental"
        + " Algorithms for Scientific Computing in Python\", Nature Methods 17 (2020),"
        + " doi:10.1038/s41592-019-0686-2.")
public record FourierGaussianMultiplier(
    @Describe(value = "Standard deviation; 0 leaves an axis as it is.", unit = "elements", min = 0)
        PerAxis<Double> sigma,
    OutputType outputType)
    implements Filter {
  public FourierGaussianMultiplier {
    ParameterRules.checkSigma(sigma);
  }

  /// One sigma for all axes, or one for each.
  public static FourierGaussianMultiplier of(double... sigma) {
    return new FourierGaussianMultiplier(ParameterRules.perAxis(sigma), OutputType.DEFAULT);
  }

  /// This filter with another type of result.
  public FourierGaussianMultiplier withOutputType(OutputType newOutputType) {
    return new FourierGaussianMultiplier(sigma, newOutputType);
  }

  @Override
  public boolean keepsGreyLevels() {
    return true;
  }

  @Override
  public Polarity polarity() {
    return Polarity.FOLLOWS_FROM_ZERO;
  }

  @Override
  public DType resultType(DType input) {
    DType natural = input == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
    return outputType.resolve(input, natural);
  }

  @Override
  public NdArray apply(NdArray input, Execution execution) {
    return FourierGaussianEngine.multiply(
        input, FourierGaussian.multipliers(sigma, input), resultType(input.type()), execution);
  }
}
