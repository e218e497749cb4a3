package penumbra.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.filter.Canny;
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
import penumbra.core.filter.intensity.Normalize;
import penumbra.core.filter.intensity.Threshold;
import penumbra.core.measure.Histogram;
import penumbra.core.measure.Percentiles;
import penumbra.core.measure.Statistics;

/// Converts a golden case to the call in Penumbra that should give the same result.
final class GoldenCalls {
  /// The golden files that measure and do not filter.
  static final List<String> MEASURES = List.of("hypot", "histogram", "statistics");

  private static final double[] PERCENTS = {0, 1, 5, 25, 33.3, 50, 75, 99, 100};

  private GoldenCalls() {}

  /// What Penumbra gives for a case of the golden file `name`.
  static NdArray result(String name, GoldenCase golden) {
    return switch (name) {
      case "hypot" -> Hypot.of(golden.input(), golden.other());
      case "histogram" -> {
        long[] counts =
            Histogram.of(
                    golden.input(),
                    golden.number("min"),
                    golden.number("max"),
                    golden.whole("bins"))
                .counts();
        double[] values = Arrays.stream(counts).asDoubleStream().toArray();
        yield NdArray.of(DType.INT64, values, counts.length);
      }
      case "statistics" -> figures(golden.input());
      default -> filter(name, golden).apply(golden.input());
    };
  }

  /// The figures in the order of the golden script's `statistics`.
  private static NdArray figures(NdArray input) {
    Statistics s = Statistics.of(input);
    DoubleStream figures =
        DoubleStream.of(
            (double) s.count(),
            s.min(),
            s.max(),
            s.mean(),
            s.median(),
            s.standardDeviation(),
            (double) s.nanCount());
    double[] all =
        DoubleStream.concat(figures, Arrays.stream(Percentiles.of(input, PERCENTS))).toArray();
    return NdArray.ofFloat64(all, all.length);
  }

  /// The filter that a case of the golden file `name` calls.
  static Filter filter(String name, GoldenCase golden) {
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
      case "normalize-maximum" -> Normalize.toMaximum(golden.number("upper"));
      case "canny" ->
          new Canny(
              golden.number("minVal"),
              golden.number("maxVal"),
              0,
              Canny.Norm.valueOf(golden.text("norm")),
              new Boundary.Nearest());
      default -> PresetCalls.filter(name, golden);
    };
  }
}
