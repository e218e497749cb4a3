package penumbra.figure.render;

import java.awt.geom.AffineTransform;
import penumbra.figure.canvas.Canvas;
import penumbra.figure.canvas.TextStyle;

/// Sets text on a canvas.
final class Lettering {
  private Lettering() {}

  /// A line whose left end is at `x` and whose digits are centred on `y`.
  static void leftAt(Canvas canvas, TextStyle style, String text, double x, double y) {
    double baseline = y + style.capitalHeight() / 2;
    canvas.text(text, style.face().outline(text, style.size(), x, baseline), style.rgb());
  }

  /// A line whose right end is at `x` and whose digits are centred on `y`.
  static void rightAt(Canvas canvas, TextStyle style, String text, double x, double y) {
    leftAt(canvas, style, text, x - style.width(text), y);
  }

  /// A line centred on (`x`, `y`).
  static void centredAt(Canvas canvas, TextStyle style, String text, double x, double y) {
    leftAt(canvas, style, text, x - style.width(text) / 2, y);
  }

  /// A line centred on (`x`, `y`) that reads upwards.
  static void upwardsAt(Canvas canvas, TextStyle style, String text, double x, double y) {
    var place = new AffineTransform(0, -1, 1, 0, x, y);
    var outline =
        style.face().outline(text, style.size(), -style.width(text) / 2, style.capitalHeight() / 2);
    canvas.text(text, place.createTransformedShape(outline), style.rgb());
  }

  /// Lines below each other, each centred on `x`, the first line's top at `top`.
  static void centred(Canvas canvas, TextStyle.Lines lines, double x, double top) {
    double y = top + lines.style().lineHeight() / 2;
    for (String line : lines.lines()) {
      centredAt(canvas, lines.style(), line, x, y);
      y += lines.style().lineHeight();
    }
  }
}
