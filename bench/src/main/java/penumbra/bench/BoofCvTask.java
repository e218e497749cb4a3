package penumbra.bench;

import boofcv.alg.filter.blur.BlurImageOps;
import boofcv.alg.misc.ImageStatistics;
import boofcv.concurrency.BoofConcurrency;
import boofcv.struct.image.GrayF32;
import boofcv.struct.image.GrayU8;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import penumbra.core.NdArray;

/// BoofCV's nearest operations, with reused output and storage.
final class BoofCvTask {
  static final Set<Row> ROWS =
      EnumSet.of(
          Row.GAUSSIAN_1_F32,
          Row.GAUSSIAN_2_F32,
          Row.GAUSSIAN_10_F32,
          Row.GAUSSIAN_1_U8_U8,
          Row.HISTOGRAM_U8);

  private BoofCvTask() {}

  static Optional<Task> of(Row row, NdArray input, int threads) {
    if (!ROWS.contains(row)) {
      return Optional.empty();
    }
    BoofConcurrency.USE_CONCURRENT = threads > 1;
    BoofConcurrency.setMaxThreads(threads);
    return Optional.of(
        switch (row) {
          case GAUSSIAN_1_F32 -> gaussian(1, input);
          case GAUSSIAN_2_F32 -> gaussian(2, input);
          case GAUSSIAN_10_F32 -> gaussian(10, input);
          case GAUSSIAN_1_U8_U8 -> gaussianOfBytes(1, input);
          case HISTOGRAM_U8 -> histogram(input);
          default -> throw new IllegalArgumentException(row + " is not BoofCV's");
        });
  }

  private static Task gaussian(double sigma, NdArray input) {
    GrayF32 source = new GrayF32(input.length(1), input.length(0));
    source.data = input.segment().toArray(ValueLayout.JAVA_FLOAT_UNALIGNED);
    GrayF32 output = source.createSameShape();
    GrayF32 storage = source.createSameShape();
    int radius = KernelWeights.radius(sigma);
    return task(
        () -> BlurImageOps.gaussian(source, output, sigma, radius, storage),
        () -> NdArray.ofFloat32(output.data, input.shape()).toDoubles());
  }

  private static Task gaussianOfBytes(double sigma, NdArray input) {
    GrayU8 source = bytes(input);
    GrayU8 output = source.createSameShape();
    GrayU8 storage = source.createSameShape();
    int radius = KernelWeights.radius(sigma);
    return task(
        () -> BlurImageOps.gaussian(source, output, sigma, radius, storage),
        () -> NdArray.ofUint8(output.data, input.shape()).toDoubles());
  }

  private static Task histogram(NdArray input) {
    GrayU8 source = bytes(input);
    int[] counts = new int[256];
    return task(
        () -> {
          ImageStatistics.histogram(source, 0, counts);
          return counts;
        },
        () -> Arrays.stream(counts).asDoubleStream().toArray());
  }

  private static GrayU8 bytes(NdArray input) {
    GrayU8 image = new GrayU8(input.length(1), input.length(0));
    image.data = input.toBytes();
    return image;
  }

  private static Task task(Supplier<Object> run, Supplier<double[]> result) {
    return new Task() {
      @Override
      public Object run() {
        return run.get();
      }

      @Override
      public double[] result() {
        return result.get();
      }
    };
  }
}
