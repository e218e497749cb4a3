package penumbra.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Arrays;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.Precision;
import penumbra.core.filter.Canny;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.GaussianGradientMagnitude;
import penumbra.core.filter.GaussianLaplace;
import penumbra.core.filter.SobelMagnitude;
import penumbra.core.filter.intensity.Normalize;
import penumbra.core.filter.intensity.Threshold;
import penumbra.core.measure.Histogram;
import penumbra.core.measure.Statistics;

/// Penumbra's filters, their results in one buffer that every run writes anew.
final class PenumbraTask {
  private static final int CACHE_LINE = 64;

  private PenumbraTask() {}

  static Task of(Row row, NdArray input, int threads, Precision precision) {
    long most = input.size() * Float.BYTES;
    MemorySegment buffer = Arena.ofAuto().allocate(most, CACHE_LINE);
    Execution execution =
        Execution.ofThreads(threads)
            .withPrecision(precision)
            .withAllocator(SegmentAllocator.prefixAllocator(buffer));
    return switch (row) {
      case HISTOGRAM_U8 -> new Counting(input, execution);
      case STATISTICS_U8 -> new Describing(input, execution);
      case COPY_F32 -> new Copying(input, buffer);
      default -> new Filtering(filter(row), input, execution);
    };
  }

  private static Filter filter(Row row) {
    return switch (row) {
      case GAUSSIAN_1_F32 -> Gaussian.of(1);
      case GAUSSIAN_2_F32 -> Gaussian.of(2);
      case GAUSSIAN_10_F32 -> Gaussian.of(10);
      case GAUSSIAN_1_U8_U8 -> Gaussian.of(1).withOutputType(OutputType.SAME);
      case LAPLACE_1_F32, LAPLACE_1_U8 -> GaussianLaplace.of(1);
      case GRADIENT_2_F32, GRADIENT_2_U8 -> GaussianGradientMagnitude.of(2);
      case SOBEL_U8 -> SobelMagnitude.standard();
      case SOBEL_NORMALIZED_U8 -> SobelMagnitude.standard().then(Normalize.toMaximum(255));
      case CANNY_U8 -> Canny.of(50, 150).withSigma(0).withNorm(Canny.Norm.L1);
      case BLUR_CANNY_U8 -> Canny.of(50, 150).withNorm(Canny.Norm.L1);
      case THRESHOLD_U8 -> Threshold.keep(150);
      case HISTOGRAM_U8, STATISTICS_U8, COPY_F32 ->
          throw new IllegalArgumentException(row + " is no filter");
    };
  }

  private static final class Filtering implements Task {
    private final Filter filter;
    private final NdArray input;
    private final Execution execution;
    private NdArray output;

    Filtering(Filter filter, NdArray input, Execution execution) {
      this.filter = filter;
      this.input = input;
      this.execution = execution;
      this.output = input;
    }

    @Override
    public Object run() {
      output = filter.apply(input, execution);
      return output;
    }

    @Override
    public double[] result() {
      return output.toDoubles();
    }
  }

  private static final class Counting implements Task {
    private final NdArray input;
    private final Execution execution;
    private long[] counts = {};

    Counting(NdArray input, Execution execution) {
      this.input = input;
      this.execution = execution;
    }

    @Override
    public Object run() {
      counts = Histogram.of(input, 0, 256, 256, execution).counts();
      return counts;
    }

    @Override
    public double[] result() {
      return Arrays.stream(counts).asDoubleStream().toArray();
    }
  }

  private static final class Describing implements Task {
    private final NdArray input;
    private final Execution execution;
    private double[] figures = {};

    Describing(NdArray input, Execution execution) {
      this.input = input;
      this.execution = execution;
    }

    @Override
    public Object run() {
      Statistics statistics = Statistics.of(input, execution);
      figures =
          new double[] {statistics.min(), statistics.max(), statistics.mean(), statistics.median()};
      return figures;
    }

    @Override
    public double[] result() {
      return figures;
    }
  }

  private record Copying(NdArray input, MemorySegment buffer) implements Task {
    @Override
    public Object run() {
      return buffer.copyFrom(input.segment());
    }

    @Override
    public double[] result() {
      return NdArray.of(input.type(), buffer, input.shape()).toDoubles();
    }
  }
}
