package penumbra.conformance;

import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.filter.FourierGaussian;
import penumbra.core.filter.FourierGaussianMultiplier;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.GaussianGradientMagnitude;
import penumbra.core.filter.GaussianLaplace;
import penumbra.core.filter.Hypot;
import penumbra.core.filter.Laplace;
import penumbra.core.filter.Prewitt;
import penumbra.core.filter.PrewittMagnitude;
import penumbra.core.filter.Sobel;
import penumbra.core.filter.SobelMagnitude;
import penumbra.core.filter.Threshold;

/// Makes of a golden case the call in Penumbra that should give the same.
final class GoldenCalls {
  private GoldenCalls() {}

  /// What Penumbra gives for a case of the golden file `name`.
  static NdArray result(String name, GoldenCase golden) {
    return switch (name) {
      case "hypot" -> Hypot.of(golden.input(), golden.other());
      default -> filter(name, golden).apply(golden.input());
    };
  }

  private static Filter filter(String name, GoldenCase golden) {
    return switch (name) {
      case "gaussian", "gaussian-kernel" ->
          new Gaussian(
              golden.sigma(),
              golden.order(),
              golden.boundary(),
              golden.number("truncate"),
              golden.outputType());
      case "gaussian-laplace" ->
          new GaussianLaplace(
              golden.sigma(), golden.boundary(), golden.number("truncate"), golden.outputType());
      case "gaussian-gradient-magnitude" ->
          new GaussianGradientMagnitude(
              golden.sigma(), golden.boundary(), golden.number("truncate"), golden.outputType());
      case "laplace" -> new Laplace(golden.boundary(), golden.outputType());
      case "sobel" -> new Sobel(golden.whole("axis"), golden.boundary(), golden.outputType());
      case "prewitt" -> new Prewitt(golden.whole("axis"), golden.boundary(), golden.outputType());
      case "sobel-magnitude" -> new SobelMagnitude(golden.boundary(), golden.outputType());
      case "prewitt-magnitude" -> new PrewittMagnitude(golden.boundary(), golden.outputType());
      case "fourier-gaussian-multiplier" ->
          new FourierGaussianMultiplier(golden.sigma(), golden.outputType());
      case "fourier-gaussian" -> new FourierGaussian(golden.sigma(), golden.outputType());
      case "threshold-keep" -> new Threshold(golden.number("value"), Threshold.Mode.KEEP);
      case "threshold-binary" -> new Threshold(golden.number("value"), Threshold.Mode.BINARY);
      default -> throw new IllegalArgumentException("no filter for the golden file " + name);
    };
  }
}
