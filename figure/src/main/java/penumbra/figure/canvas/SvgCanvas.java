package penumbra.figure.canvas;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Base64;
import java.util.Locale;
import penumbra.core.Execution;
import penumbra.figure.colour.Pixels;
import penumbra.figure.colour.RgbImage;

/// Writes SVG 1.1: shapes and lettering as paths, pictures as embedded PNG.
public final class SvgCanvas implements Canvas {
  private static final String COMMANDS = "MLQCZ";
  private static final int[] POINTS = {1, 1, 2, 3, 0};

  private final StringBuilder body = new StringBuilder();
  private final String head;
  private final int pixelsPerPoint;
  private final Execution execution;

  public SvgCanvas(
      double width, double height, int pixelsPerPoint, String title, Execution execution) {
    this.execution = execution;
    this.pixelsPerPoint = pixelsPerPoint;
    this.head =
        """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
        width="%1$s" height="%2$s" viewBox="0 0 %1$s %2$s" role="img">
        """
                .formatted(number(width), number(height))
            + (title.isBlank() ? "" : "<title>" + escape(title) + "</title>\n");
  }

  @Override
  public Execution execution() {
    return execution;
  }

  @Override
  public void fill(Shape shape, int rgb) {
    String rule =
        shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD
            ? "\" fill-rule=\"evenodd"
            : "";
    path(shape, "fill=\"" + colour(rgb) + rule + "\"");
  }

  @Override
  public void stroke(Path2D path, double width, int rgb) {
    path(
        path,
        "fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\" stroke-linecap=\"round\""
            .formatted(colour(rgb), number(width)));
  }

  @Override
  public void picture(RgbImage picture, Area area) {
    RgbImage sized =
        picture.resized(
            (int) Math.rint(area.width() * pixelsPerPoint),
            (int) Math.rint(area.height() * pixelsPerPoint),
            execution);
    byte[] png = Pixels.toPng(sized.pixels(), sized.width(), sized.height());
    body.append(
        """
        <image x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none" \
        xlink:href="data:image/png;base64,%s"/>
        """
            .formatted(
                number(area.x()),
                number(area.y()),
                number(area.width()),
                number(area.height()),
                Base64.getEncoder().encodeToString(png)));
  }

  @Override
  public void text(String text, Shape outline, int rgb) {
    if (!text.isBlank()) {
      path(outline, "aria-label=\"" + escape(text) + "\" fill=\"" + colour(rgb) + "\"");
    }
  }

  /// The whole document.
  public String document() {
    return head + body + "</svg>\n";
  }

  private void path(Shape shape, String attributes) {
    body.append("<path ").append(attributes).append(" d=\"");
    double[] points = new double[6];
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      int segment = path.currentSegment(points);
      body.append(COMMANDS.charAt(segment));
      for (int i = 0; i < 2 * POINTS[segment]; i++) {
        body.append(i == 0 ? "" : " ").append(number(points[i]));
      }
    }
    body.append("\"/>\n");
  }

  /// To hundredths of a point, the shortest way.
  public static String number(double value) {
    long hundredths = Math.round(value * 100);
    String sign = hundredths < 0 ? "-" : "";
    long whole = Math.abs(hundredths) / 100;
    long rest = Math.abs(hundredths) % 100;
    if (rest == 0) {
      return sign + whole;
    }
    String decimals = rest < 10 ? "0" + rest : rest % 10 == 0 ? "" + rest / 10 : "" + rest;
    return sign + whole + "." + decimals;
  }

  private static String colour(int rgb) {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  /// What XML forbids is left out, what it reads as markup is written as entities.
  private static String escape(String text) {
    return text.replaceAll("[^\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
