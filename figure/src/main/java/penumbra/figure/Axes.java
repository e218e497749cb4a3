package penumbra.figure;

import java.util.function.DoubleUnaryOperator;

/// Ticks and their labels along the edges of an area.
final class Axes {
  private static final int MOST_TICKS = 7;
  private static final double LEAST_DISTANCE = 26;
  private static final double LEAST_LABEL_DISTANCE = 12;

  private Axes() {}

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
    return ticks.labels().stream().mapToDouble(Look.TICK_LABEL::width).max().orElse(0);
  }

  /// The room that the labels of a vertical axis need beside it.
  static double besideWidth(Ticks ticks) {
    return Look.TICK + Look.LABEL_GAP + widest(ticks);
  }

  /// The room that the labels of a horizontal axis need below it.
  static double belowHeight() {
    return Look.TICK + Look.LABEL_GAP + Look.TICK_LABEL.capitalHeight() + 1;
  }

  /// Ticks below the line at `y`; `place` gives a value's x.
  static void below(Canvas canvas, Ticks ticks, double y, DoubleUnaryOperator place) {
    for (int i = 0; i < ticks.values().size(); i++) {
      double x = place.applyAsDouble(ticks.values().get(i));
      mark(canvas, new Area(snap(x), y, Look.HAIRLINE, Look.TICK));
      double middle = y + Look.TICK + Look.LABEL_GAP + Look.TICK_LABEL.capitalHeight() / 2;
      Lettering.centredAt(canvas, Look.TICK_LABEL, ticks.labels().get(i), x, middle);
    }
  }

  /// Ticks left of the line at `x`; `place` gives a value's y.
  static void leftOf(Canvas canvas, Ticks ticks, double x, DoubleUnaryOperator place) {
    for (int i = 0; i < ticks.values().size(); i++) {
      double y = place.applyAsDouble(ticks.values().get(i));
      mark(canvas, new Area(x - Look.TICK, snap(y), Look.TICK, Look.HAIRLINE));
      Lettering.rightAt(
          canvas, Look.TICK_LABEL, ticks.labels().get(i), x - Look.TICK - Look.LABEL_GAP, y);
    }
  }

  /// Ticks right of the line at `x`; `place` gives a value's y.
  static void rightOf(Canvas canvas, Ticks ticks, double x, DoubleUnaryOperator place) {
    for (int i = 0; i < ticks.values().size(); i++) {
      double y = place.applyAsDouble(ticks.values().get(i));
      mark(canvas, new Area(x, snap(y), Look.TICK, Look.HAIRLINE));
      Lettering.leftAt(
          canvas, Look.TICK_LABEL, ticks.labels().get(i), x + Look.TICK + Look.LABEL_GAP, y);
    }
  }

  /// The start of a hairline around that position, on a boundary of pixels at two per point.
  static double snap(double position) {
    return Math.round((position - Look.HAIRLINE / 2) * 2) / 2.0;
  }

  private static void mark(Canvas canvas, Area area) {
    canvas.fill(area, Look.AXIS);
  }
}
