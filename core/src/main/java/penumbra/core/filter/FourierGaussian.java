package penumbra.core.filter;

import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;
import penumbra.core.Reference;
import penumbra.core.Summary;
import penumbra.core.engine.fourier.FourierGaussianEngine;

/// Smooths with a Gaussian through the frequency domain: Fourier transform, multiplication, inverse
/// transform.
///
/// ```
/// NdArray smooth = FourierGaussian.of(20).apply(pixels);
/// ```
///
/// Frequency `k` of `n` along an axis is multiplied by `exp(-2 pi^2 sigma^2 (k / n)^2)`, the
/// transform of a Gaussian of standard deviation sigma.
///
/// **Result:** the input's shape; by default FLOAT32, or FLOAT64 for FLOAT64 input.
///
/// **Notes.** The boundary is `wrap`: the left edge continues the right edge. The time does not
/// depend on sigma. A single NaN makes the whole array NaN. [FourierGaussianMultiplier] is only the
/// multiplication.
///
/// @param sigma standard deviation in elements, one for all axes or one for each
/// @param outputType the type of the result
@Summary("Smooth with a Gaussian by Fourier transform, multiplication and inverse transform.")
@Reference(
    "scipy.ndimage.fourier_gaussian: P. Virtanen et al., \"SciPy 1.0: Fundamental"
        + " Algorithms for Scientific Computing in Python\", Nature Methods 17 (2020),"
        + " doi:10.1038/s41592-019-0686-2.")
public record FourierGaussian(
    @Describe(value = "Standard deviation; 0 leaves an axis as it is.", unit = "elements", min = 0)
        PerAxis<Double> sigma,
    OutputType outputType)
    implements Filter {
  public FourierGaussian {
    ParameterRules.checkSigma(sigma);
  }

  /// One sigma for all axes, or one for each.
  public static FourierGaussian of(double... sigma) {
    return new FourierGaussian(ParameterRules.perAxis(sigma), OutputType.DEFAULT);
  }

  /// This filter with another type of result.
  public FourierGaussian withOutputType(OutputType newOutputType) {
    return new FourierGaussian(sigma, newOutputType);
  }

  @Override
  public boolean keepsGreyLevels() {
    return true;
  }

  @Override
  public DType resultType(DType input) {
    return outputType.resolve(input, input.real());
  }

  @Override
  public NdArray apply(NdArray input, Execution execution) {
    return FourierGaussianEngine.smooth(
        input, multipliers(sigma, input), resultType(input.type()), execution);
  }

  /// The factors of every axis of `input`.
  static double[][] multipliers(PerAxis<Double> sigma, NdArray input) {
    double[][] factors = new double[input.rank()][];
    for (int axis = 0; axis < input.rank(); axis++) {
      double s = sigma.at(axis, input.rank(), "sigma");
      factors[axis] = FourierGaussianEngine.multipliers(s, input.length(axis));
    }
    return factors;
  }
}
