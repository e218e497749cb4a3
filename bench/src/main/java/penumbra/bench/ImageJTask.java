package penumbra.bench;

import ij.Prefs;
import ij.measure.Measurements;
import ij.plugin.filter.GaussianBlur;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;
import ij.util.ThreadUtil;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// ImageJ's nearest operations. It filters in place, so a run first copies the input over the last
/// result.
final class ImageJTask implements Task {
  static final Set<Row> ROWS =
      EnumSet.of(
          Row.GAUSSIAN_1_F32,
          Row.GAUSSIAN_2_F32,
          Row.GAUSSIAN_10_F32,
          Row.GAUSSIAN_1_U8_U8,
          Row.SOBEL_U8,
          Row.HISTOGRAM_U8,
          Row.STATISTICS_U8);

  private final Object source;
  private final ImageProcessor image;
  private final Function<ImageProcessor, double[]> operation;
  private final boolean changesImage;
  private double[] figures = {};

  private ImageJTask(
      Object source,
      ImageProcessor image,
      boolean changesImage,
      Function<ImageProcessor, double[]> operation) {
    this.source = source;
    this.image = image;
    this.changesImage = changesImage;
    this.operation = operation;
  }

  static Optional<Task> of(Row row, NdArray input, int threads) {
    if (!ROWS.contains(row)) {
      return Optional.empty();
    }
    Prefs.setThreads(threads);
    // Its threads would keep a JVM from ending.
    ThreadUtil.threadPoolExecutor.setKeepAliveTime(1, TimeUnit.SECONDS);
    ThreadUtil.threadPoolExecutor.allowCoreThreadTimeOut(true);
    // Its edges are cut off at 255 on 8-bit pictures, hence the conversion.
    NdArray taken = row == Row.SOBEL_U8 ? input.as(DType.FLOAT32) : input;
    Object source = pixels(taken);
    return Optional.of(
        switch (row) {
          case GAUSSIAN_1_F32, GAUSSIAN_1_U8_U8 -> changing(source, taken, i -> blur(i, 1));
          case GAUSSIAN_2_F32 -> changing(source, taken, i -> blur(i, 2));
          case GAUSSIAN_10_F32 -> changing(source, taken, i -> blur(i, 10));
          case SOBEL_U8 -> changing(source, taken, ImageProcessor::findEdges);
          case HISTOGRAM_U8 ->
              reading(
                  source, taken, i -> Arrays.stream(i.getHistogram()).asDoubleStream().toArray());
          case STATISTICS_U8 -> reading(source, taken, ImageJTask::figures);
          default -> throw new IllegalArgumentException(row + " is not ImageJ's");
        });
  }

  private static Object pixels(NdArray array) {
    return array.type() == DType.UINT8
        ? array.toBytes()
        : array.segment().toArray(ValueLayout.JAVA_FLOAT_UNALIGNED);
  }

  private static Task changing(Object source, NdArray array, Consumer<ImageProcessor> operation) {
    return new ImageJTask(
        source,
        processor(array),
        true,
        image -> {
          operation.accept(image);
          return new double[0];
        });
  }

  private static Task reading(
      Object source, NdArray array, Function<ImageProcessor, double[]> operation) {
    return new ImageJTask(source, processor(array), false, operation);
  }

  private static ImageProcessor processor(NdArray array) {
    int height = array.length(0);
    int width = array.length(1);
    return pixels(array) instanceof byte[] bytes
        ? new ByteProcessor(width, height, bytes)
        : new FloatProcessor(width, height, (float[]) pixels(array));
  }

  private static void blur(ImageProcessor image, double sigma) {
    new GaussianBlur().blurGaussian(image, sigma);
  }

  private static double[] figures(ImageProcessor image) {
    ImageStatistics statistics =
        ImageStatistics.getStatistics(
            image, Measurements.MIN_MAX | Measurements.MEAN | Measurements.MEDIAN, null);
    return new double[] {statistics.min, statistics.max, statistics.mean, statistics.median};
  }

  @Override
  @SuppressWarnings("SuspiciousSystemArraycopy") // both are byte[] or both float[]
  public Object run() {
    if (changesImage) {
      System.arraycopy(source, 0, image.getPixels(), 0, image.getPixelCount());
    }
    figures = operation.apply(image);
    return figures;
  }

  @Override
  public double[] result() {
    if (!changesImage) {
      return figures;
    }
    double[] values = new double[image.getPixelCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = image.getf(i);
    }
    return values;
  }
}
