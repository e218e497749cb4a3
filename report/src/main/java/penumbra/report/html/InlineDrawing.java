package penumbra.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import penumbra.core.Execution;
import penumbra.figure.Figure;
import penumbra.figure.Panel;
import penumbra.figure.render.FigureSvg;

/// A panel of a figure, drawn in SVG as a part of a page: its margin is cut off, so that pictures
/// align with the text, and the page's colours replace its foreground and background.
///
/// @param title the panel's title
/// @param svg the drawing
/// @param width the width of the drawing, in points
public record InlineDrawing(String title, String svg, double width) {
  // The margin that the layout leaves around figures, in points.
  private static final int MARGIN = 16;

  private static final Pattern SIZE =
      Pattern.compile("width=\"(\\d+)\" height=\"(\\d+)\" viewBox=\"0 0 \\1 \\2\"");
  private static final String PAPER = "<path fill=\"#ffffff\"";

  /// Each panel of the figure separately, `panelWidth` points wide without its text.
  public static List<InlineDrawing> panelsOf(
      Figure figure, double panelWidth, Execution execution) {
    List<InlineDrawing> drawings = new ArrayList<>();
    for (Panel panel : figure.panels()) {
      String svg = FigureSvg.render(Figure.of(panel).withPanelWidth(panelWidth), execution);
      drawings.add(of(panel.title(), svg));
    }
    return drawings;
  }

  private static InlineDrawing of(String title, String svg) {
    Matcher size = SIZE.matcher(svg);
    if (!size.find()) {
      throw new IllegalStateException("an SVG figure begins with its size");
    }
    int width = Integer.parseInt(size.group(1)) - 2 * MARGIN;
    int height = Integer.parseInt(size.group(2)) - 2 * MARGIN;
    String box =
        String.format(
            Locale.ROOT,
            "width=\"%1$d\" height=\"%2$d\" viewBox=\"%3$d %3$d %1$d %2$d\"",
            width,
            height,
            MARGIN);
    String cut = svg.substring(0, size.start()) + box + svg.substring(size.end());
    return new InlineDrawing(
        title, cut.replaceFirst(PAPER, "<path class=\"paper\" fill=\"#ffffff\""), width);
  }
}
