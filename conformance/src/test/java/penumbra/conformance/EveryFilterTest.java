package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.display.Window;
import penumbra.core.filter.Canny;
import penumbra.core.filter.FourierGaussian;
import penumbra.core.filter.FourierGaussianMultiplier;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.GaussianGradientMagnitude;
import penumbra.core.filter.GaussianLaplace;
import penumbra.core.filter.Laplace;
import penumbra.core.filter.Prewitt;
import penumbra.core.filter.PrewittMagnitude;
import penumbra.core.filter.Sobel;
import penumbra.core.filter.SobelMagnitude;
import penumbra.core.filter.geometry.CentreCrop;
import penumbra.core.filter.geometry.Crop;
import penumbra.core.filter.geometry.Letterbox;
import penumbra.core.filter.geometry.Pad;
import penumbra.core.filter.geometry.Resize;
import penumbra.core.filter.intensity.Clahe;
import penumbra.core.filter.intensity.ImageNet;
import penumbra.core.filter.intensity.MapRange;
import penumbra.core.filter.intensity.Normalize;
import penumbra.core.filter.intensity.Standardize;
import penumbra.core.filter.intensity.Threshold;
import penumbra.core.filter.intensity.Windowing;

/// The contract of every filter: the same bits on any number of threads, an unchanged input, a type
/// of result in which nothing wraps.
class EveryFilterTest {
  /// Every filter.
  static Stream<Filter> filters() {
    return Stream.of(
        Gaussian.of(1.3),
        Gaussian.of(2).withOrder(1),
        GaussianLaplace.of(1),
        GaussianGradientMagnitude.of(2),
        Laplace.standard(),
        Sobel.along(0),
        Sobel.along(1),
        Prewitt.along(-1),
        SobelMagnitude.standard(),
        PrewittMagnitude.standard(),
        FourierGaussian.of(1.5),
        FourierGaussianMultiplier.of(0.3),
        Canny.of(20, 60),
        Threshold.keep(100),
        Threshold.binary(100),
        Normalize.toMaximum(255),
        Normalize.toRange(0, 1),
        Windowing.of(Window.linear(90, 120)),
        Windowing.of(new Window(0, 30, Window.Function.SIGMOID)).inverted(true),
        MapRange.of(0, 255, -1024, 1024),
        Standardize.byImage(),
        new ImageNet(255, false),
        Resize.to(50, 70),
        Resize.to(50, 70).withKernel(Resize.Kernel.LANCZOS).withFit(Resize.Fit.OUTSIDE),
        Resize.to(300, 20).withKernel(Resize.Kernel.AREA),
        Resize.to(40, 40).withKernel(Resize.Kernel.NEAREST),
        Letterbox.into(40, 30),
        CentreCrop.square(),
        new Crop(0, 1, 1, 2),
        Pad.by(5, Boundary.reflect()),
        SobelMagnitude.standard().then(Normalize.toMaximum(255)),
        Normalize.toMaximum(1).then(Threshold.keep(0.5)).then(Gaussian.of(1)),
        Gaussian.of(1).then(Normalize.toRange(0, 200)).then(Threshold.keep(100)));
  }

  private static NdArray image(DType type, String shape) {
    String flavour = type == DType.FLOAT64 ? "/full" : "/image";
    return GeneratedInput.named(type.label() + "/" + shape + flavour).array();
  }

  @ParameterizedTest
  @MethodSource("filters")
  void anyNumberOfThreadsGivesTheSameBits(Filter filter) {
    for (DType type : List.of(DType.UINT8, DType.FLOAT32, DType.FLOAT64)) {
      for (String shape : List.of("211x97", "1x4500", "1200x3", "7x61x33")) {
        NdArray input = image(type, shape);
        NdArray alone = filter.apply(input, Execution.ofThreads(1));
        for (int threads : new int[] {2, 7}) {
          assertThat(filter.apply(input, Execution.ofThreads(threads)).sameBits(alone))
              .as("%s of %s on %d threads", filter, input, threads)
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("filters")
  void theInputIsLeftAsItWas(Filter filter) {
    for (DType type : List.of(DType.UINT8, DType.INT16, DType.FLOAT32, DType.FLOAT64)) {
      byte[] storage = image(type, "33x31").toBytes();
      byte[] before = storage.clone();
      NdArray result = filter.apply(Bits.array(type, storage, 33, 31));
      assertThat(storage).as("%s of %s", filter, type).isEqualTo(before);
      byte[] kept = result.toBytes();
      Arrays.fill(storage, (byte) 0x3d);
      assertThat(result.toBytes())
          .as("%s of %s has storage of its own", filter, type)
          .isEqualTo(kept);
    }
  }

  @ParameterizedTest
  @MethodSource("filters")
  void byDefaultNothingWrapsAndNothingIsRescaled(Filter filter) {
    DType expected =
        switch (filter) {
          case Canny _ -> DType.UINT8;
          case Threshold(double _, Threshold.Mode mode) when mode == Threshold.Mode.BINARY ->
              DType.UINT8;
          default -> null;
        };
    for (DType type :
        List.of(DType.UINT8, DType.INT16, DType.INT32, DType.FLOAT32, DType.FLOAT64)) {
      DType natural =
          switch (filter) {
            case Threshold _, CentreCrop _, Crop _, Pad _ -> type;
            case Resize(_, _, _, Resize.Kernel kernel, _) when kernel == Resize.Kernel.NEAREST ->
                type;
            case FourierGaussianMultiplier _ -> type == DType.FLOAT32 ? type : DType.FLOAT64;
            default -> type.real();
          };
      assertThat(filter.apply(image(type, "7x16")).type())
          .as("%s of %s", filter, type)
          .isEqualTo(expected == null ? natural : expected)
          .isEqualTo(filter.resultType(type));
    }
  }

  /// So that one place will do for results that are needed one at a time, whatever it held before.
  @ParameterizedTest
  @MethodSource({"filters", "filtersOfLevels"})
  void storageIsAskedForOnceAndNeedNotBeCleared(Filter filter) {
    byte[] kept = new byte[1 << 20];
    for (DType type : List.of(DType.UINT8, DType.UINT16, DType.FLOAT32)) {
      if (type == DType.FLOAT32 && filter instanceof Clahe) {
        continue; // it is of levels
      }
      NdArray input = image(type, "211x97");
      for (int threads : new int[] {1, 2}) {
        int[] asked = {0};
        Arrays.fill(kept, (byte) 0x3d);
        Execution reusing =
            Execution.ofThreads(threads)
                .withAllocator((bytes, _) -> {
                  asked[0]++;
                  return MemorySegment.ofArray(kept).asSlice(0, bytes);
                });
        NdArray result = filter.apply(input, reusing);
        assertThat(result.sameBits(filter.apply(input))).as("%s of %s", filter, type).isTrue();
        assertThat(asked[0]).as("%s of %s", filter, type).isLessThanOrEqualTo(1);
      }
    }
  }

  static Stream<Filter> filtersOfLevels() {
    return Stream.of(Clahe.of(2), new ImageNet(255, true));
  }

  private static boolean isOfPictures(Filter filter) {
    return switch (filter) {
      case Resize _, Letterbox _, CentreCrop _, Crop _, Pad _ -> true;
      default -> false;
    };
  }

  @ParameterizedTest
  @MethodSource("filters")
  void anEmptyArrayGivesAnEmptyArray(Filter filter) {
    for (String shape : List.of("0", "0x5", "5x0", "3x0x4")) {
      if (filter instanceof Sobel(int axis, var _, var _) && axis > 0 && shape.equals("0")) {
        continue; // a line has no second axis
      }
      if (isOfPictures(filter) && (shape.equals("0") || filter instanceof Crop)) {
        continue; // nor a picture, and an empty picture has no box
      }
      NdArray result = filter.apply(image(DType.UINT8, shape));
      assertThat(GeneratedInput.label(result)).as("%s of %s", filter, shape).endsWith("/" + shape);
    }
  }
}
