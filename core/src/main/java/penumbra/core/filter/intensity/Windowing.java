package penumbra.core.filter.intensity;

import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.GreyScale;
import penumbra.core.InvalidInputException;
import penumbra.core.OutputType;
import penumbra.core.PointwiseFilter;
import penumbra.core.Polarity;
import penumbra.core.Reference;
import penumbra.core.Summary;
import penumbra.core.display.Window;
import penumbra.core.engine.PointwiseStep;

/// Shows the grey values of a window from black to white: DICOM's VOI step as a filter.
///
/// ```
/// NdArray lung = Windowing.of(Window.linear(-600, 1500)).apply(hounsfield);  // 0..255, float32
/// NdArray picture = Windowing.of(Window.linear(-600, 1500)).toPicture(DType.UINT8).apply(x);
/// ```
///
/// `white * lightness(x)`, or inverted `white * (1 - lightness(x))`. [Window] defines the
/// lightness.
///
/// **Result:** the input's shape. By default FLOAT32 (FLOAT64 for FLOAT64 input) from 0 to 255, not
/// rounded. UINT8 spans 0..255 and UINT16 0..65535, rounded to nearest, ties to even; other integer
/// types are errors.
///
/// **Notes.** Center and width refer to the input's values; for DICOM these are modality values,
/// such as the Hounsfield units of a CT. NaN stays NaN, and is 0 in an integer type.
///
/// **Source:** DICOM PS3.3, section C.11.2.1.
///
/// @param center the window's center
/// @param width the window's width, from black to white
/// @param function the curve
/// @param invert whether low values are light
/// @param outputType the type of the result
@Summary("Show the grey values of a window from black to white.")
@Reference("DICOM PS3.3, section C.11.2.1.")
public record Windowing(
    @Describe(value = "The centre of the window.", unit = "grey levels") double center,
    @Describe(
            value =
                "The width of the window from black to white: at least 1, for linear-exact and"
                    + " sigmoid above 0.",
            unit = "differences of grey levels")
        double width,
    Window.Function function,
    @Describe("Whether low values are light.") boolean invert,
    OutputType outputType)
    implements PointwiseFilter {
  private static final double WHITE = 255;

  public Windowing {
    new Window(center, width, function); // checks them
  }

  /// The window with high values light, FLOAT32.
  public static Windowing of(Window window) {
    return new Windowing(
        window.center(), window.width(), window.function(), false, OutputType.DEFAULT);
  }

  /// This filter with low values light, or high ones.
  public Windowing inverted(boolean newInvert) {
    return new Windowing(center, width, function, newInvert, outputType);
  }

  /// This filter with another type of result.
  public Windowing withOutputType(OutputType newOutputType) {
    return new Windowing(center, width, function, invert, newOutputType);
  }

  /// This filter with the whole range of `type`, UINT8 or UINT16.
  public Windowing toPicture(DType type) {
    return withOutputType(OutputType.of(type));
  }

  @Override
  public Optional<GreyScale> scale(Optional<GreyScale> input, DType type) {
    return Optional.of(new GreyScale(0, white(resultType(type))));
  }

  @Override
  public Polarity polarity() {
    return invert ? Polarity.TURNS : Polarity.FOLLOWS;
  }

  @Override
  public DType resultType(DType input) {
    DType type = outputType.resolve(input, input.real());
    if (type.isInteger() && type != DType.UINT8 && type != DType.UINT16) {
      throw InvalidInputException.of(
          "outputType",
          "must be uint8, uint16 or a floating-point type",
          type.label(),
          "ask for one of these");
    }
    return type;
  }

  private static double white(DType type) {
    return type.isInteger() ? type.max() : WHITE;
  }

  @Override
  public Step step(DType input) {
    DType type = resultType(input);
    Window window = new Window(center, width, function);
    double white = white(type);
    return new PointwiseStep(
        input,
        type,
        (line, n) -> {
          window.lighten(line, n);
          for (int i = 0; i < n; i++) {
            double level = type.isInteger() ? Math.rint(line[i] * white) : line[i] * white;
            line[i] = invert ? white - level : level;
          }
        });
  }
}
