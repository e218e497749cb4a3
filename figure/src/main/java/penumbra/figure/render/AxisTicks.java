package penumbra.figure.render;

import java.util.function.DoubleUnaryOperator;
import penumbra.figure.canvas.Area;
import penumbra.figure.canvas.Canvas;
import penumbra.figure.canvas.FigureStyle;

/// Ticks and their labels along the edges of an area.
final class AxisTicks {
  private static final int MOST_TICKS = 7;
  private static final double LEAST_DISTANCE = 26;
  private static final double LEAST_LABEL_DISTANCE = 12;

  private AxisTicks() {}

  /// As many round values as fit beside a vertical line of that length.
  static Ticks vertical(double min, double max, double length) {
    return Ticks.between(min, max, Math.clamp((int) (length / LEAST_DISTANCE), 1, MOST_TICKS));
  }

  /// As many powers of ten as fit beside a vertical line of that length.
  static Ticks logarithmic(double min, double max, double length) {
    int most = Math.clamp((int) (length / LEAST_DISTANCE), 1, MOST_TICKS);
    return Ticks.logarithmic(min, max, most);
  }

  /// As many round values as fit below a horizontal line of that length.
  static Ticks horizontal(double min, double max, double length) {
    for (int most = MOST_TICKS; most > 1; most--) {
      Ticks ticks = Ticks.between(min, max, most);
      if (ticks.labels().size() * (widest(ticks) + LEAST_LABEL_DISTANCE) <= length) {
        return ticks;
      }
    }
    return Ticks.between(min, max, 1);
  }

  /// The width of the widest label.
  static double widest(Ticks ticks) {
    return ticks.labels().stream().mapToDouble(FigureStyle.TICK_LABEL::width).max().orElse(0);
  }

  /// The room that the labels of a vertical axis need beside it.
  static double besideWidth(Ticks ticks) {
    return FigureStyle.TICK + FigureStyle.LABEL_GAP + widest(ticks);
  }

  /// The room that the labels of a horizontal axis need below it.
  static double belowHeight() {
    return FigureStyle.TICK + FigureStyle.LABEL_GAP + FigureStyle.TICK_LABEL.capitalHeight() + 1;
  }

  /// Ticks below the line at `y`; `place` gives a value's x.
  static void below(Canvas canvas, Ticks ticks, double y, DoubleUnaryOperator place) {
    for (int i = 0; i < ticks.values().size(); i++) {
      double x = place.applyAsDouble(ticks.values().get(i));
      mark(canvas, new Area(snap(x), y, FigureStyle.HAIRLINE, FigureStyle.TICK));
      double middle =
          y + FigureStyle.TICK + FigureStyle.LABEL_GAP + FigureStyle.TICK_LABEL.capitalHeight() / 2;
      Lettering.centredAt(canvas, FigureStyle.TICK_LABEL, ticks.labels().get(i), x, middle);
    }
  }

  /// Ticks left of the line at `x`; `place` gives a value's y.
  static void leftOf(Canvas canvas, Ticks ticks, double x, DoubleUnaryOperator place) {
    for (int i = 0; i < ticks.values().size(); i++) {
      double y = place.applyAsDouble(ticks.values().get(i));
      mark(canvas, new Area(x - FigureStyle.TICK, snap(y), FigureStyle.TICK, FigureStyle.HAIRLINE));
      Lettering.rightAt(
          canvas,
          FigureStyle.TICK_LABEL,
          ticks.labels().get(i),
          x - FigureStyle.TICK - FigureStyle.LABEL_GAP,
          y);
    }
  }

  /// Ticks right of the line at `x`; `place` gives a value's y.
  static void rightOf(Canvas canvas, Ticks ticks, double x, DoubleUnaryOperator place) {
    for (int i = 0; i < ticks.values().size(); i++) {
      double y = place.applyAsDouble(ticks.values().get(i));
      mark(canvas, new Area(x, snap(y), FigureStyle.TICK, FigureStyle.HAIRLINE));
      Lettering.leftAt(
          canvas,
          FigureStyle.TICK_LABEL,
          ticks.labels().get(i),
          x + FigureStyle.TICK + FigureStyle.LABEL_GAP,
          y);
    }
  }

  /// The start of a hairline around that position, on a boundary of pixels at two per point.
  static double snap(double position) {
    return Math.round((position - FigureStyle.HAIRLINE / 2) * 2) / 2.0;
  }

  private static void mark(Canvas canvas, Area area) {
    canvas.fill(area, FigureStyle.AXIS);
  }
}
