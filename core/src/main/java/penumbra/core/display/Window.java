package penumbra.core.display;

import static penumbra.core.InvalidInputException.require;

import java.util.Locale;
import penumbra.core.Describe;
import penumbra.core.InvalidInputException;

/// A window, as DICOM defines it: the grey values around a center are shown from black to white.
///
/// ```
/// Presentation bone = GreyPresentation.of(Window.linear(300, 1500));
/// NdArray picture = bone.show(hounsfield, DType.UINT8);
/// ```
///
/// The lightness of a value x, from 0 to 1, with the center c and the width w:
///
/// - [Function#LINEAR]: 0 where x <= c - 0.5 - (w - 1) / 2, 1 where x > c - 0.5 + (w - 1) / 2, else
///   (x - (c - 0.5)) / (w - 1) + 0.5. So a window of width w contains w whole numbers.
/// - [Function#LINEAR_EXACT]: 0 where x <= c - w / 2, 1 where x > c + w / 2, else (x - c) / w +
///   0.5.
/// - [Function#SIGMOID]: 1 / (1 + exp(-4 (x - c) / w)).
///
/// **Source:** DICOM PS3.3, section C.11.2.1.2 and C.11.2.1.3.
///
/// @param center the value in the middle of the grey scale
/// @param width the number of values from black to white: at least 1 for LINEAR, above 0 for the
///   others
/// @param function which curve
public record Window(double center, double width, Function function) implements Voi {
  /// The curve between black and white.
  @Describe("The curve from black to white, as DICOM names it.")
  public enum Function {
    /// A straight line over whole numbers, DICOM's default.
    LINEAR,
    /// A straight line from c - w / 2 to c + w / 2.
    LINEAR_EXACT,
    /// A curve that flattens toward black and white.
    SIGMOID
  }

  public Window {
    require(
        Double.isFinite(center),
        "center",
        "must be a finite number",
        center,
        "give the grey level in the middle of the window");
    if (!(Double.isFinite(width) && (function == Function.LINEAR ? width >= 1 : width > 0))) {
      throw InvalidInputException.of(
          "width",
          function == Function.LINEAR
              ? "must be a finite number of at least 1"
              : "must be a finite number above 0",
          width,
          "give the stretch of grey levels from black to white");
    }
  }

  /// A window with DICOM's default curve.
  public static Window linear(double center, double width) {
    return new Window(center, width, Function.LINEAR);
  }

  @Override
  public double black() {
    return function == Function.LINEAR ? center - 0.5 - (width - 1) / 2 : center - width / 2;
  }

  @Override
  public double white() {
    return function == Function.LINEAR ? center - 0.5 + (width - 1) / 2 : center + width / 2;
  }

  @Override
  public void lighten(double[] line, int n) {
    switch (function) {
      case LINEAR -> line(line, n, center - 0.5, width - 1);
      case LINEAR_EXACT -> line(line, n, center, width);
      case SIGMOID -> curve(line, n);
    }
  }

  private void line(double[] line, int n, double middle, double stretch) {
    double black = black();
    double white = white();
    for (int i = 0; i < n; i++) {
      double x = line[i];
      double between = (x - middle) / stretch + 0.5;
      double upToWhite = x > white ? 1 : between;
      line[i] = x <= black ? 0 : upToWhite;
    }
  }

  private void curve(double[] line, int n) {
    for (int i = 0; i < n; i++) {
      // Not Math.exp, whose last bit depends on the machine.
      line[i] = 1 / (1 + StrictMath.exp(-4 * (line[i] - center) / width));
    }
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "the window with center %s and width %s (%s)",
        LevelText.text(center),
        LevelText.text(width),
        function);
  }
}
