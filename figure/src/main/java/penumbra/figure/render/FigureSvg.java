package penumbra.figure.render;

import penumbra.core.Execution;
import penumbra.figure.Figure;
import penumbra.figure.canvas.SvgCanvas;

/// Draws figures as SVG: lettering and curves as paths that stay sharp at any size, pictures as
/// embedded PNG.
///
/// ```
/// Files.writeString(path, FigureSvg.render(figure));
/// ```
///
/// Paths need no font, so the figure looks the same in every viewer; each text has its words as an
/// `aria-label`. The layout is that of [FigurePng]. The same figure gives the same text on every
/// machine.
public final class FigureSvg {
  private FigureSvg() {}

  /// The figure with pictures of [FigurePng#PIXELS_PER_POINT].
  public static String render(Figure figure, Execution execution) {
    return render(figure, FigurePng.PIXELS_PER_POINT, execution);
  }

  /// The same on all cores.
  public static String render(Figure figure) {
    return render(figure, Execution.allCores());
  }

  /// The figure with pictures of 1 to 10 pixels a point.
  public static String render(Figure figure, int pixelsPerPoint, Execution execution) {
    FigurePng.requireScale(pixelsPerPoint);
    var layout = new FigureLayout(figure);
    var canvas =
        new SvgCanvas(layout.width(), layout.height(), pixelsPerPoint, figure.title(), execution);
    layout.draw(canvas);
    return canvas.document();
  }

  /// The same on all cores.
  public static String render(Figure figure, int pixelsPerPoint) {
    return render(figure, pixelsPerPoint, Execution.allCores());
  }
}
