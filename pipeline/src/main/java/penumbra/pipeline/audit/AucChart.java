package penumbra.pipeline.audit;

import java.util.List;
import java.util.Locale;
import penumbra.pipeline.html.Html;

/// The areas under the curve with their intervals, one line for each feature.
final class AucChart {
  private static final int LEFT = 260;
  private static final int WIDTH = 420;
  private static final int RIGHT = 180;
  private static final int ROW = 26;
  private static final int TOP = 26;
  private static final double TELLS = 0.7;

  private AucChart() {}

  /// A drawing in SVG.
  static String of(List<Shortcut> shortcuts) {
    int height = TOP + ROW * shortcuts.size() + 10;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"chart\" role=\"img\" aria-label=\"Areas under the curve\" width=\"%d\""
                + " height=\"%d\" viewBox=\"0 0 %d %d\">\n",
            LEFT + WIDTH + RIGHT,
            height,
            LEFT + WIDTH + RIGHT,
            height));
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#f2f4f6\"/>\n",
            x(1 - TELLS),
            TOP - 6,
            x(TELLS) - x(1 - TELLS),
            height - TOP + 2));
    for (double tick : new double[] {0, 0.3, 0.5, 0.7, 1}) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"#d9dee3\"/>"
                  + "<text x=\"%1$.1f\" y=\"14\" text-anchor=\"middle\">%4$s</text>\n",
              x(tick),
              TOP - 6,
              height - 4,
              tick == Math.rint(tick) ? String.valueOf((int) tick) : String.valueOf(tick)));
    }
    for (int i = 0; i < shortcuts.size(); i++) {
      row(svg, shortcuts.get(i), TOP + ROW * i + ROW / 2);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void row(StringBuilder svg, Shortcut shortcut, int y) {
    Auc auc = shortcut.auc();
    String colour = auc.strengthAtLeast() > TELLS ? "#b3261e" : "#0b5c7a";
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                + "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"%s\""
                + " stroke-width=\"2\"/><circle cx=\"%.1f\" cy=\"%d\" r=\"4\" fill=\"%s\"/>"
                + "<text x=\"%d\" y=\"%d\">%.3f (%.3f\u2013%.3f)</text>\n",
            LEFT - 14,
            y + 4,
            Html.escape(shortcut.feature().title()),
            x(auc.low()),
            x(auc.high()),
            y,
            y,
            colour,
            x(auc.value()),
            y,
            colour,
            LEFT + WIDTH + 10,
            y + 4,
            auc.value(),
            auc.low(),
            auc.high()));
  }

  private static double x(double area) {
    return LEFT + area * WIDTH;
  }
}
