package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;
import penumbra.core.display.GreyPresentation;
import penumbra.core.display.GreyRange;
import penumbra.core.display.VoiTable;
import penumbra.core.display.Window;
import penumbra.core.filter.Canny;
import penumbra.core.filter.FourierGaussian;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.GaussianLaplace;
import penumbra.core.filter.Hypot;
import penumbra.core.filter.Prewitt;
import penumbra.core.filter.Sobel;
import penumbra.core.filter.intensity.Normalize;
import penumbra.core.filter.intensity.Threshold;
import penumbra.core.filter.intensity.Windowing;
import penumbra.core.measure.Histogram;
import penumbra.core.measure.Percentiles;

/// Every message of the core, word for word: one line that says what, which rule, which value, and
/// what to do.
class ErrorTextsTest {
  private static final NdArray IMAGE = NdArray.ofUint8(new byte[6], 2, 3);
  private static final NdArray SCALAR = NdArray.ofUint8(new byte[1]);

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "center must be a finite number, but is NaN; give the grey level in the middle of the"
                + " window",
            () -> Window.linear(Double.NaN, 2)),
        mistake(
            "width must be a finite number of at least 1, but is 0.5; give the stretch of grey levels"
                + " from black to white",
            () -> Window.linear(0, 0.5)),
        mistake(
            "width must be a finite number above 0, but is 0.0; give the stretch of grey levels from"
                + " black to white",
            () -> new Window(0, 0, Window.Function.SIGMOID)),
        mistake(
            "outputType must be uint8, uint16 or a floating-point type, but is"
                + " int16; ask for one of these",
            () -> Windowing.of(Window.linear(0, 2)).toPicture(DType.INT16).apply(IMAGE)),
        mistake(
            "the type of a picture must be uint8 or uint16, but is int8; ask for one of these",
            () -> GreyPresentation.of(new GreyRange(0, 1)).show(IMAGE, DType.INT8)),
        mistake(
            "a range of grey values must go from a finite number to one that is not below it, but is"
                + " 2..1; give its lower end first",
            () -> new GreyRange(2, 1)),
        mistake(
            "a table of grey levels must have shape (entries,) and type uint8 or uint16, but is (2, 3)"
                + " uint8; give an entry for each value",
            () -> new VoiTable(IMAGE, 0, 255)),
        mistake(
            "the white of a table must be at least 1, but is 0; give 2^bits - 1",
            () -> new VoiTable(IMAGE.reshape(6), 0, 0)),
        mistake(
            "sigma must be a finite number of at least 0, but is -1.0;"
                + " give 0 to leave an axis unsmoothed",
            () -> Gaussian.of(1, -1)),
        mistake(
            "sigma must be a finite number of at least 0, but is NaN;"
                + " give 0 to leave an axis unsmoothed",
            () -> GaussianLaplace.of(Double.NaN)),
        mistake(
            "sigma must be a finite number of at least 0, but is Infinity;"
                + " give 0 to leave an axis unsmoothed",
            () -> FourierGaussian.of(Double.POSITIVE_INFINITY)),
        mistake(
            "sigma must have one value or one for each of the 2 axes, but is 1.0,2.0,3.0;"
                + " give 1 or 2 values",
            () -> Gaussian.of(1, 2, 3).apply(IMAGE)),
        mistake(
            "sigma must have one value or one for each of the 2 axes, but is 1.0,2.0,3.0;"
                + " give 1 or 2 values",
            () -> FourierGaussian.of(1, 2, 3).apply(IMAGE)),
        mistake(
            "order must have one value or one for each of the 2 axes, but is 0,1,0;"
                + " give 1 or 2 values",
            () -> Gaussian.of(1).withOrder(0, 1, 0).apply(IMAGE)),
        mistake(
            "order must be at least 0, but is -2;"
                + " give 0 to smooth, 1 or 2 for the first or second derivative",
            () -> Gaussian.of(1).withOrder(-2)),
        mistake(
            "truncate must be a finite number of at least 0, but is -0.5;"
                + " give the kernel's reach in standard deviations, 4 for instance",
            () -> Gaussian.of(1).withTruncate(-0.5)),
        mistake(
            "a parameter per axis must have a value, but is empty; give one value", Gaussian::of),
        mistake(
            "axis must lie in -2..1 for an array of 2 axes, but is 2;"
                + " count axes from 0, or from -1 at the end",
            () -> Sobel.along(2).apply(IMAGE)),
        mistake(
            "axis must lie in -2..1 for an array of 2 axes, but is -3;"
                + " count axes from 0, or from -1 at the end",
            () -> Prewitt.along(-3).apply(IMAGE)),
        mistake(
            "the array must have at least 1 axis, but is () uint8; give it the shape (1,)",
            () -> Gaussian.of(1).apply(SCALAR)),
        mistake(
            "the array must have at least 1 axis, but is () uint8; give it the shape (1,)",
            () -> Canny.of(1, 2).apply(SCALAR)),
        mistake(
            "minVal must be at least 0, but is -1.0; give a gradient magnitude, 50 for instance",
            () -> Canny.of(-1, 2)),
        mistake(
            "maxVal must be at least minVal, 100.0, but is 50.0;"
                + " give the larger threshold as maxVal",
            () -> Canny.of(100, 50)),
        mistake(
            "sigma must be a finite number of at least 0, but is -1.4;"
                + " give 0 to leave the smoothing out",
            () -> Canny.of(1, 2).withSigma(-1.4)),
        mistake(
            "value must be a number, but is NaN; give the grey level to exceed",
            () -> Threshold.keep(Double.NaN)),
        mistake(
            "upper must be a finite number above lower, 0.0, but is -255.0;"
                + " give the range from its lower to its upper end",
            () -> Normalize.toMaximum(-255)),
        mistake(
            "the range of the normalised values must lie in that of uint8, 0..255,"
                + " but is 0.0..256.0; give another range or output type",
            () ->
                Normalize.toRange(0, 256).withOutputType(OutputType.of(DType.UINT8)).apply(IMAGE)),
        mistake(
            "the shape of the second array must be that of the first, (2, 3), but is (3, 2);"
                + " give two arrays of one shape",
            () -> Hypot.of(IMAGE, IMAGE.reshape(3, 2))),
        mistake(
            "the range of a histogram must run from a number to a larger one, but is 255.0..0.0;"
                + " give min below max",
            () -> Histogram.of(IMAGE, 255, 0, 256)),
        mistake(
            "bins must be at least 1, but is 0; give 256 for instance",
            () -> Histogram.of(IMAGE, 0, 255, 0)),
        mistake(
            "a percentile must lie in 0..100, but is 101.0; give percent, 50 for the median",
            () -> Percentiles.of(IMAGE, 50, 101)),
        mistake(
            "boundary must be one of reflect, constant, nearest, mirror, wrap, but is 'grid';"
                + " name one of these",
            () -> Boundary.named("grid", 0)),
        mistake(
            "element type must be one of uint8, int8, uint16, int16, uint32, int32, int64,"
                + " float16, float32, float64, but is 'int128'; name one of these",
            () -> DType.ofLabel("int128")),
        mistake(
            "threads must be at least 1, but is 0; give 1 to use the caller alone",
            () -> Execution.ofThreads(0)),
        mistake(
            "a shape must not be negative, but is (2, -3); check the lengths",
            () -> NdArray.ofUint8(new byte[6], 2, -3)),
        mistake(
            "the storage of an array of shape (2, 4) uint8 must hold 8 bytes, but is 6;"
                + " check shape and type",
            () -> NdArray.ofUint8(new byte[6], 2, 4)),
        mistake(
            "a parameter per axis must have a value, but is empty; give one value",
            () -> new PerAxis<>(List.of())));
  }

  private static Arguments mistake(String text, ThrowingCallable call) {
    return arguments(text, call);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void saysWhatWhichRuleWhichValueAndWhatToDo(String text, ThrowingCallable call) {
    assertThat(text).doesNotContain("\n");
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(call).withMessage(text);
  }

  @ParameterizedTest
  @MethodSource("hugeSigmas")
  void aSigmaWhoseKernelNoMachineHoldsIsRefusedInOneLine(double sigma) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Gaussian.of(sigma).apply(IMAGE))
        .withMessageEndingWith("; choose a smaller sigma or truncate")
        .withMessageStartingWith("the length of a Gaussian kernel must be at most ");
  }

  static Stream<Double> hugeSigmas() {
    return Stream.of(1e8, 1e9, 1e12, 1e300, Double.MAX_VALUE);
  }
}
