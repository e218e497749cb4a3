package penumbra.core.display;

import java.util.Arrays;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Presentation;
import penumbra.core.engine.Pointwise;

/// How grey values are displayed: which of them span black to white, whether low or high ones are
/// light, and which pixels do not belong to the picture.
///
/// ```
/// Presentation chest = GreyPresentation.of(Window.linear(2048, 4096)).inverted(true);
/// NdArray picture = chest.show(pixels, DType.UINT8);
/// ```
///
/// A pixel's level is white times the lightness of its value, rounded to nearest, ties to even; if
/// low values are light, it is white minus that. NaN and the background are black.
///
/// @param voi which values are shown, and how light each is
/// @param inverted whether low values are light, as in DICOM's MONOCHROME1; applied after `voi`
/// @param background not 0 in pixels outside the picture; it applies only to arrays of its shape
public record GreyPresentation(Voi voi, boolean inverted, Optional<NdArray> background)
    implements Presentation {
  /// High values are light, and all pixels belong to the picture.
  public static GreyPresentation of(Voi voi) {
    return new GreyPresentation(voi, false, Optional.empty());
  }

  /// The same with low values light, or high ones.
  public GreyPresentation inverted(boolean newInverted) {
    return new GreyPresentation(voi, newInverted, background);
  }

  /// The same where `mask`, `UINT8`, is 0; black elsewhere.
  public GreyPresentation withBackground(NdArray mask) {
    return new GreyPresentation(voi, inverted, Optional.of(mask));
  }

  @Override
  public NdArray show(NdArray values, DType type, Execution execution) {
    double full = white(type);
    Optional<NdArray> mask = background.filter(mine -> Arrays.equals(mine.shape(), values.shape()));
    return Pointwise.map(
        values,
        type,
        execution,
        (line, from, n) -> {
          toLevels(voi, inverted, full, line, n);
          mask.ifPresent(pixels -> blacken(pixels, line, from, n));
        });
  }

  private static double white(DType type) {
    if (type != DType.UINT8 && type != DType.UINT16) {
      throw InvalidInputException.of(
          "the type of a picture", "must be uint8 or uint16", type.label(), "ask for one of these");
    }
    return type.max();
  }

  /// Turns values into levels from 0 to `full`, rounded, in place.
  private static void toLevels(Voi voi, boolean inverted, double full, double[] line, int n) {
    voi.lighten(line, n);
    for (int i = 0; i < n; i++) {
      double level = Math.rint(line[i] * full);
      line[i] = inverted ? full - level : level;
    }
  }

  private static void blacken(NdArray mask, double[] line, long from, int n) {
    double[] marks = new double[n];
    mask.load(from, marks, 0, n);
    for (int i = 0; i < n; i++) {
      if (marks[i] != 0) {
        line[i] = 0;
      }
    }
  }

  @Override
  public String describe() {
    return "Shown through "
        + voi.describe()
        + (inverted ? ", low values light" : ", high values light")
        + (background.isPresent() ? ", the background black." : ".");
  }
}
