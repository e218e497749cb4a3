package penumbra.figure.render;

import java.awt.geom.Path2D;
import java.util.List;
import penumbra.figure.DensityPanel;
import penumbra.figure.canvas.Area;
import penumbra.figure.canvas.Canvas;
import penumbra.figure.canvas.FigureStyle;

/// Draws the plot of a [DensityPanel]: grid lines, the values, and two axes.
record DensityContent(DensityPanel panel) implements Content {
  private static final double HEIGHT = 0.62;
  private static final double LINE_WIDTH = 1.25;
  private static final double GAP_FROM = 5;
  private static final double GAP = 0.16;
  private static final double ARROW = 6;
  private static final double LEAST_SPAN = 10;

  @Override
  public double heightFor(double width) {
    return Math.rint(HEIGHT * width);
  }

  @Override
  public Margins margins(double width, double height) {
    Ticks across = across(width);
    double labelled = panel.yLabel().isEmpty() ? 0 : labelHeight();
    return new Margins(
        AxisTicks.besideWidth(up(height)) + labelled,
        FigureStyle.TICK_LABEL.width(across.labels().getLast()) / 2,
        AxisTicks.belowHeight() + (panel.xLabel().isEmpty() ? 0 : labelHeight()));
  }

  @Override
  public void draw(Canvas canvas, Area box) {
    Ticks across = across(box.width());
    Ticks up = up(box.height());
    for (double value : up.values()) {
      double y = AxisTicks.snap(y(value, box));
      canvas.fill(new Area(box.x(), y, box.width(), FigureStyle.HAIRLINE), FigureStyle.GRID);
    }
    drawValues(canvas, box);
    markCut(canvas, box);
    canvas.fill(
        new Area(box.x() - FigureStyle.HAIRLINE, box.y(), FigureStyle.HAIRLINE, box.height()),
        FigureStyle.AXIS);
    canvas.fill(
        new Area(
            box.x() - FigureStyle.HAIRLINE,
            box.bottom(),
            box.width() + FigureStyle.HAIRLINE,
            FigureStyle.HAIRLINE),
        FigureStyle.AXIS);
    AxisTicks.below(canvas, across, box.bottom(), value -> x(value, box));
    AxisTicks.leftOf(canvas, up, box.x() - FigureStyle.HAIRLINE, value -> y(value, box));
    drawLabels(canvas, box, up);
  }

  private void drawValues(Canvas canvas, Area box) {
    double[] values = panel.values().stream().mapToDouble(Double::doubleValue).toArray();
    if (panel.style() == DensityPanel.Style.BARS) {
      canvas.fill(bars(values, box), FigureStyle.CURVE);
      return;
    }
    var line = new Path2D.Double();
    line.moveTo(box.x(), y(values[0], box));
    for (int bin = 0; bin < values.length; bin++) {
      line.lineTo(box.x() + (bin + 0.5) / values.length * box.width(), y(values[bin], box));
    }
    line.lineTo(box.right(), y(values[values.length - 1], box));
    var filled = new Path2D.Double(line);
    filled.lineTo(box.right(), box.bottom());
    filled.lineTo(box.x(), box.bottom());
    filled.closePath();
    canvas.fill(filled, FigureStyle.CURVE_FILL);
    canvas.stroke(line, LINE_WIDTH, FigureStyle.CURVE);
  }

  /// One outline for all bars, so that no seams show between bars that touch.
  private Path2D bars(double[] values, Area box) {
    double width = box.width() / values.length;
    double gap = width >= GAP_FROM ? width * GAP / 2 : 0;
    var path = new Path2D.Double();
    path.moveTo(box.x(), box.bottom());
    for (int bin = 0; bin < values.length; bin++) {
      double left = box.x() + bin * width + gap;
      double right = box.x() + (bin + 1) * width - gap;
      double top = y(values[bin], box);
      path.lineTo(left, gap > 0 ? box.bottom() : top);
      path.lineTo(left, top);
      path.lineTo(right, top);
      path.lineTo(right, gap > 0 ? box.bottom() : top);
    }
    path.lineTo(box.right(), box.bottom());
    path.closePath();
    return path;
  }

  /// An arrow at the upper end of each row of bins that rise above it.
  private void markCut(Canvas canvas, Area box) {
    List<Double> values = panel.values();
    for (int bin = 0; bin < values.size(); bin++) {
      int from = bin;
      while (bin < values.size() && values.get(bin) > panel.top()) {
        bin++;
      }
      if (bin > from) {
        double middle = box.x() + (from + bin) / 2.0 / values.size() * box.width();
        arrow(canvas, Math.clamp(middle, box.x() + ARROW / 2, box.right() - ARROW / 2), box.y());
      }
    }
  }

  private static void arrow(Canvas canvas, double x, double top) {
    var arrow = new Path2D.Double();
    arrow.moveTo(x, top);
    arrow.lineTo(x + ARROW / 2, top + ARROW);
    arrow.lineTo(x - ARROW / 2, top + ARROW);
    arrow.closePath();
    canvas.fill(arrow, FigureStyle.INK);
  }

  private void drawLabels(Canvas canvas, Area box, Ticks up) {
    double halfLine = FigureStyle.AXIS_LABEL.capitalHeight() / 2;
    double y = box.bottom() + AxisTicks.belowHeight() + FigureStyle.AXIS_LABEL_GAP + halfLine;
    Lettering.centredAt(canvas, FigureStyle.AXIS_LABEL, panel.xLabel(), box.centreX(), y);
    double x = box.x() - AxisTicks.besideWidth(up) - FigureStyle.AXIS_LABEL_GAP - halfLine;
    Lettering.upwardsAt(canvas, FigureStyle.AXIS_LABEL, panel.yLabel(), x, box.centreY());
  }

  private double x(double value, Area box) {
    return box.x() + (value - panel.min()) / (panel.max() - panel.min()) * box.width();
  }

  private double y(double value, Area box) {
    double share =
        isLogarithmic()
            ? StrictMath.log(Math.max(value, bottom()) / bottom())
                / StrictMath.log(panel.top() / bottom())
            : value / panel.top();
    return box.bottom() - Math.min(share, 1) * box.height();
  }

  private boolean isLogarithmic() {
    return panel.scale() == DensityPanel.Scale.LOGARITHMIC;
  }

  /// The value at the lower end of the axis: a bin of one pixel still shows.
  private double bottom() {
    if (!isLogarithmic()) {
      return 0;
    }
    double least =
        panel.values().stream().mapToDouble(value -> value).filter(v -> v > 0).min().orElse(1);
    return Math.min(least / 2, panel.top() / LEAST_SPAN);
  }

  private Ticks across(double width) {
    return AxisTicks.horizontal(panel.min(), panel.max(), width);
  }

  private Ticks up(double height) {
    return isLogarithmic()
        ? AxisTicks.logarithmic(bottom(), panel.top(), height)
        : AxisTicks.vertical(0, panel.top(), height);
  }

  private static double labelHeight() {
    return FigureStyle.AXIS_LABEL_GAP + FigureStyle.AXIS_LABEL.capitalHeight() + 3;
  }
}
