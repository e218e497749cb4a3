package penumbra.report.audit;

import java.util.List;
import java.util.Locale;
import penumbra.datasets.audit.measure.Auc;
import penumbra.datasets.audit.measure.Shortcut;
import penumbra.report.html.Html;

/// The areas under the curve with their intervals: for each feature its name and its area, and
/// below them the interval on the axis. It is narrow enough for a phone; the page's style sets its
/// colours.
final class AucChart {
  private static final int WIDTH = 400;
  private static final int SIDE = 6;
  private static final int ROW = 38;
  private static final int TOP = 22;
  private static final double TELLS = 0.7;

  private AucChart() {}

  /// A drawing in SVG.
  static String of(List<Shortcut> shortcuts) {
    int height = TOP + ROW * shortcuts.size() + 4;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"chart\" role=\"img\" aria-label=\"Areas under the curve\" width=\"%1$d\""
                + " height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\">\n",
            WIDTH,
            height));
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" class=\"band\"/>\n",
            x(1 - TELLS),
            TOP,
            x(TELLS) - x(1 - TELLS),
            height - TOP));
    for (double tick : new double[] {0, 0.3, 0.5, 0.7, 1}) {
      tick(svg, tick, height);
    }
    for (int i = 0; i < shortcuts.size(); i++) {
      row(svg, shortcuts.get(i), TOP + ROW * i);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void tick(StringBuilder svg, double tick, int height) {
    String anchor = tick == 0 ? "start" : tick == 1 ? "end" : "middle";
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" class=\"tick\"/>"
                + "<text x=\"%1$.1f\" y=\"14\" text-anchor=\"%4$s\">%5$s</text>\n",
            x(tick),
            TOP,
            height,
            anchor,
            tick == Math.rint(tick) ? String.valueOf((int) tick) : String.valueOf(tick)));
  }

  private static void row(StringBuilder svg, Shortcut shortcut, int top) {
    Auc auc = shortcut.auc();
    String kind = auc.strengthAtLeast() > TELLS ? "telling" : "usual";
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\">%s</text>"
                + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%.3f (%.3f\u2013%.3f)</text>\n",
            SIDE,
            top + 17,
            Html.escape(shortcut.feature().title()),
            WIDTH - SIDE,
            top + 17,
            auc.value(),
            auc.low(),
            auc.high()));
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%1$.1f\" x2=\"%2$.1f\" y1=\"%3$d\" y2=\"%3$d\" class=\"%4$s\""
                + " stroke-width=\"2\"/><circle cx=\"%5$.1f\" cy=\"%3$d\" r=\"4\""
                + " class=\"%4$s\"/>\n",
            x(auc.low()),
            x(auc.high()),
            top + 28,
            kind,
            x(auc.value())));
  }

  private static double x(double area) {
    return SIDE + area * (WIDTH - 2 * SIDE);
  }
}
