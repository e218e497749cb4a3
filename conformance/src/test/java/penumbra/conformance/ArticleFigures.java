package penumbra.conformance;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.filter.FourierGaussianMultiplier;
import penumbra.core.filter.GaussianGradientMagnitude;
import penumbra.core.filter.GaussianLaplace;
import penumbra.core.filter.Hypot;
import penumbra.core.filter.Prewitt;
import penumbra.core.filter.Sobel;
import penumbra.core.filter.intensity.Normalize;
import penumbra.core.filter.intensity.Threshold;
import penumbra.core.measure.Extremes;
import penumbra.core.measure.Histogram;
import penumbra.core.measure.Statistics;

/// The article's steps on one 8-bit image, as published, each told in one line.
///
/// @param image the grey picture
record ArticleFigures(NdArray image) {
  /// The line of `reference.tsv` with that name.
  String figure(String name) {
    return switch (name) {
      case "shape and type" -> image.toString();
      case "min, max, mean, median" -> {
        Statistics s = Statistics.of(image);
        yield "%s, %s, %s, %s".formatted(s.min(), s.max(), s.mean(), s.median());
      }
      case "pixels sha" -> sha(image);
      case "gaussian_laplace min max sum sha" ->
          extremes(laplaceOfGaussian(OutputType.SAME), " ", true);
      case "gaussian_laplace in float64 range" ->
          extremes(laplaceOfGaussian(OutputType.of(DType.FLOAT64)), " .. ", false);
      case "gaussian_gradient_magnitude min max sum sha" ->
          extremes(
              GaussianGradientMagnitude.of(2).withOutputType(OutputType.SAME).apply(image),
              " ",
              true);
      case "sobel sum sha" -> {
        NdArray length = Hypot.of(sobel(0, OutputType.SAME), sobel(1, OutputType.SAME));
        NdArray picture = Normalize.toMaximum(255).apply(length).as(DType.FLOAT32);
        double sum = Arrays.stream(picture.toDoubles()).sum();
        yield BigDecimal.valueOf(sum).toPlainString() + " " + sha(picture);
      }
      case "sobel wrapped" -> 100 * share(wrapped()) + " %";
      case "canny min max sha" -> {
        NdArray shaded = FourierGaussianMultiplier.of(0.05).apply(image);
        NdArray length = Hypot.of(Prewitt.along(0).apply(shaded), Prewitt.along(1).apply(shaded));
        NdArray picture = Normalize.toMaximum(255).apply(length);
        Extremes e = Extremes.of(picture);
        yield python(e.min()) + " " + python(e.max()) + " " + sha(picture);
      }
      case "histogram largest, its bin, first five" -> {
        Histogram density = Histogram.of(image, 0, 255, 256);
        int fullest = density.fullest();
        yield "%d, %d, %s"
            .formatted(
                density.counts()[fullest],
                fullest,
                Arrays.toString(Arrays.copyOf(density.counts(), 5)));
      }
      case "mask kept" -> {
        long kept =
            Arrays.stream(Threshold.keep(150).apply(image).toDoubles())
                .filter(value -> value != 0)
                .count();
        yield String.format(Locale.ROOT, "%d (%.2f %%)", kept, 100 * share(kept));
      }
      default -> throw new IllegalArgumentException("no figure " + name);
    };
  }

  private NdArray laplaceOfGaussian(OutputType outputType) {
    return GaussianLaplace.of(1).withOutputType(outputType).apply(image);
  }

  private NdArray sobel(int axis, OutputType outputType) {
    return Sobel.along(axis).withOutputType(outputType).apply(image);
  }

  private long wrapped() {
    double[][] stored = new double[2][];
    double[][] meant = new double[2][];
    for (int axis = 0; axis < 2; axis++) {
      stored[axis] = sobel(axis, OutputType.SAME).toDoubles();
      meant[axis] = sobel(axis, OutputType.DEFAULT).toDoubles();
    }
    long wrapped = 0;
    for (int i = 0; i < stored[0].length; i++) {
      wrapped += stored[0][i] != meant[0][i] || stored[1][i] != meant[1][i] ? 1 : 0;
    }
    return wrapped;
  }

  private double share(long pixels) {
    return pixels / (double) image.size();
  }

  private static String extremes(NdArray array, String between, boolean withSumAndSha) {
    Extremes e = Extremes.of(array);
    String range = e.min() + between + e.max();
    long sum = (long) Arrays.stream(array.toDoubles()).sum();
    return withSumAndSha ? range + between + sum + between + sha(array) : range;
  }

  /// The number as Python writes it: `4.843287982375679e-08`.
  private static String python(double value) {
    String text = Double.toString(value);
    int e = text.indexOf("E-");
    if (e < 0) {
      return text;
    }
    String exponent = text.substring(e + 2);
    return text.substring(0, e) + "e-" + (exponent.length() == 1 ? "0" + exponent : exponent);
  }

  private static String sha(NdArray array) {
    return HexFormat.of().formatHex(Bits.sha256(array.toBytes())).substring(0, 16);
  }
}
