package penumbra.figure.render;

import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.figure.Figure;
import penumbra.figure.canvas.RasterCanvas;
import penumbra.figure.colour.Pixels;
import penumbra.figure.colour.RgbImage;

/// Draws figures as pixels.
///
/// ```
/// Files.write(path, FigurePng.render(figure));
/// ```
///
/// The same figure gives the same bytes on every machine: it uses no installed font and no graphics
/// card. Drawing works without a display.
public final class FigurePng {
  /// Two pixels per point: sharp on paper and on today's screens.
  public static final int PIXELS_PER_POINT = 2;

  private static final int MOST_PIXELS_PER_POINT = 10;

  private FigurePng() {}

  /// The figure as a PNG file, at [#PIXELS_PER_POINT].
  public static byte[] render(Figure figure, Execution execution) {
    return render(figure, PIXELS_PER_POINT, execution);
  }

  /// The same on all cores.
  public static byte[] render(Figure figure) {
    return render(figure, Execution.allCores());
  }

  /// The figure as a PNG file, at 1 to 10 pixels a point; grey if the figure has no colours.
  public static byte[] render(Figure figure, int pixelsPerPoint, Execution execution) {
    RgbImage drawn = draw(figure, pixelsPerPoint, execution);
    return Pixels.toPng(drawn.pixels(), drawn.width(), drawn.height());
  }

  /// The same on all cores.
  public static byte[] render(Figure figure, int pixelsPerPoint) {
    return render(figure, pixelsPerPoint, Execution.allCores());
  }

  /// The figure's pixels, `UINT8` of shape (height, width, 3), at 1 to 10 pixels a point.
  public static NdArray pixels(Figure figure, int pixelsPerPoint, Execution execution) {
    RgbImage drawn = draw(figure, pixelsPerPoint, execution);
    return NdArray.ofUint8(Pixels.toBytes(drawn.pixels()), drawn.height(), drawn.width(), 3);
  }

  /// The same on all cores.
  public static NdArray pixels(Figure figure, int pixelsPerPoint) {
    return pixels(figure, pixelsPerPoint, Execution.allCores());
  }

  private static RgbImage draw(Figure figure, int pixelsPerPoint, Execution execution) {
    requireScale(pixelsPerPoint);
    var layout = new FigureLayout(figure);
    try (var canvas =
        new RasterCanvas(layout.width(), layout.height(), pixelsPerPoint, execution)) {
      layout.draw(canvas);
      return canvas.drawn();
    }
  }

  static void requireScale(int pixelsPerPoint) {
    InvalidInputException.require(
        pixelsPerPoint >= 1 && pixelsPerPoint <= MOST_PIXELS_PER_POINT,
        "the number of pixels per point",
        "must be between 1 and " + MOST_PIXELS_PER_POINT,
        pixelsPerPoint,
        "2 suits screens, 4 print");
  }
}
