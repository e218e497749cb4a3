package penumbra.figure.render;

import java.awt.geom.Path2D;
import penumbra.figure.ImagePanel;
import penumbra.figure.canvas.Area;
import penumbra.figure.canvas.Canvas;
import penumbra.figure.canvas.FigureStyle;
import penumbra.figure.colour.Colormap;
import penumbra.figure.colour.RgbImage;

/// Draws the picture of an [ImagePanel], its counted edges and its colour bar.
record ImageContent(ImagePanel panel) implements Content {
  private static final double TALLEST = 1.35;
  private static final double NARROWEST = 8;
  private static final double BAR_GAP = 8;
  private static final double BAR_WIDTH = 9;

  @Override
  public double heightFor(double width) {
    return fit(width, TALLEST * width, 0, 0).height();
  }

  @Override
  public Margins margins(double width, double height) {
    Area picture = fit(width, height, 0, 0);
    double beside = (width - picture.width()) / 2;
    double left = panel.ticks() ? AxisTicks.besideWidth(rows(picture)) : 0;
    double right = panel.ticks() ? AxisTicks.widest(columns(picture)) / 2 : 0;
    if (panel.colourBar()) {
      right = BAR_GAP + BAR_WIDTH + AxisTicks.besideWidth(bar(picture));
    }
    return new Margins(
        Math.max(0, left - beside),
        Math.max(0, right - beside),
        panel.ticks() ? AxisTicks.belowHeight() : 0);
  }

  @Override
  public void draw(Canvas canvas, Area box) {
    Area picture = fit(box.width(), box.height(), box.x(), box.y());
    canvas.picture(
        new RgbImage(panel.pixels(canvas.execution()), imageWidth(), imageHeight()), picture);
    canvas.frame(picture, FigureStyle.HAIRLINE, FigureStyle.FRAME);
    if (panel.ticks()) {
      double pixelWidth = picture.width() / imageWidth();
      double pixelHeight = picture.height() / imageHeight();
      AxisTicks.below(
          canvas, columns(picture), picture.bottom(), x -> picture.x() + (x + 0.5) * pixelWidth);
      AxisTicks.leftOf(
          canvas, rows(picture), picture.x(), y -> picture.y() + (y + 0.5) * pixelHeight);
    }
    if (panel.colourBar()) {
      drawBar(canvas, picture);
    }
  }

  private void drawBar(Canvas canvas, Area picture) {
    Area bar = barOf(picture);
    int[] colours = new int[Colormap.SIZE];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = panel.colormap().rgb(constant() ? 0 : Colormap.SIZE - 1 - i);
    }
    canvas.picture(new RgbImage(colours, 1, Colormap.SIZE), bar);
    canvas.frame(bar, FigureStyle.HAIRLINE, FigureStyle.FRAME);
    if (arrowUp(picture) > 0) {
      arrow(canvas, bar, bar.y(), bar.y() - arrowUp(picture), Colormap.SIZE - 1);
    }
    if (arrowDown(picture) > 0) {
      arrow(canvas, bar, bar.bottom(), bar.bottom() + arrowDown(picture), 0);
    }
    double min = panel.range().min();
    double span = panel.range().max() - min;
    AxisTicks.rightOf(
        canvas,
        bar(picture),
        bar.right(),
        value -> constant() ? bar.centreY() : bar.bottom() - (value - min) / span * bar.height());
  }

  /// The bar beside the picture, as tall as it together with its arrows.
  private Area barOf(Area picture) {
    double up = arrowUp(picture);
    return new Area(
        picture.right() + BAR_GAP,
        picture.y() + up,
        BAR_WIDTH,
        picture.height() - up - arrowDown(picture));
  }

  private double arrowUp(Area picture) {
    return panel.range().cutsAbove(panel.image()) ? arrowHeight(picture) : 0;
  }

  private double arrowDown(Area picture) {
    return panel.range().cutsBelow(panel.image()) ? arrowHeight(picture) : 0;
  }

  private static double arrowHeight(Area picture) {
    return Math.min(BAR_WIDTH, Math.floor(picture.height() / 4));
  }

  /// A triangle at an end of the bar in the colour of that end: values beyond it are drawn so.
  private void arrow(Canvas canvas, Area bar, double base, double tip, int entry) {
    double sign = Math.signum(tip - base);
    // The frame's lines run outside the bar, and one of its sides is where the arrow begins.
    triangle(
        canvas,
        bar,
        FigureStyle.HAIRLINE,
        base,
        tip + sign * FigureStyle.HAIRLINE,
        FigureStyle.FRAME);
    triangle(canvas, bar, 0, base, tip, panel.colormap().rgb(constant() ? 0 : entry));
  }

  private static void triangle(
      Canvas canvas, Area bar, double beside, double base, double tip, int rgb) {
    var triangle = new Path2D.Double();
    triangle.moveTo(bar.x() - beside, base);
    triangle.lineTo(bar.centreX(), tip);
    triangle.lineTo(bar.right() + beside, base);
    triangle.closePath();
    canvas.fill(triangle, rgb);
  }

  /// The largest area of the image's shape in a box, at the middle of its top; extreme shapes keep
  /// a visible width.
  private Area fit(double width, double height, double x, double y) {
    double scale = Math.min(width / imageWidth(), height / imageHeight());
    double fittedWidth = Math.clamp(Math.rint(imageWidth() * scale), NARROWEST, width);
    double fittedHeight = Math.clamp(Math.rint(imageHeight() * scale), NARROWEST, height);
    return new Area(x + Math.rint((width - fittedWidth) / 2), y, fittedWidth, fittedHeight);
  }

  private Ticks columns(Area picture) {
    return AxisTicks.horizontal(0, imageWidth() - 1, picture.width());
  }

  private Ticks rows(Area picture) {
    return AxisTicks.vertical(0, imageHeight() - 1, picture.height());
  }

  private Ticks bar(Area picture) {
    return AxisTicks.vertical(panel.range().min(), panel.range().max(), barOf(picture).height());
  }

  private boolean constant() {
    return panel.range().min() == panel.range().max();
  }

  private int imageWidth() {
    return panel.image().length(1);
  }

  private int imageHeight() {
    return panel.image().length(0);
  }
}
