package penumbra.report.html;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// A figure of a page: panels in a row if there is room, a caption below, and the commands that
/// reproduce it. A click on a panel enlarges it.
///
/// ```
/// page.add(FigureBlock.inColumns(2, 1).withDrawings(drawings)
///     .withCommand(ShellCommand.of("The figure", "penumbra", "article", "scans", "-o", "out"))
///     .html("Sobel magnitude"));
/// ```
public final class FigureBlock {
  private final String layout;
  private final List<String> panels = new ArrayList<>();
  private final List<ShellCommand> commands = new ArrayList<>();

  private FigureBlock(String layout) {
    this.layout = layout;
  }

  /// A figure with that many columns of panels, and that many on a phone.
  public static FigureBlock inColumns(int columns, int narrow) {
    String kind = columns == 1 ? " single" : columns == 2 ? " double" : "";
    return new FigureBlock(
        "<div class=\"panels"
            + kind
            + "\" style=\"--columns: "
            + columns
            + "; --narrow: "
            + narrow
            + "\">");
  }

  /// Small pictures in a row.
  public static FigureBlock ofThumbnails() {
    return new FigureBlock("<div class=\"thumbnails\">");
  }

  /// Adds drawings, all on one scale.
  public FigureBlock withDrawings(List<InlineDrawing> drawings) {
    double widest = drawings.stream().mapToDouble(InlineDrawing::width).max().orElse(1);
    for (InlineDrawing drawing : drawings) {
      String share =
          String.format(
              Locale.ROOT, "<svg style=\"--share: %.2f%%\"", 100 * drawing.width() / widest);
      panels.add(panel(drawing.title(), drawing.svg().replaceFirst("<svg", share)));
    }
    return this;
  }

  /// Adds a drawing in SVG that already has the page's colours.
  public FigureBlock withChart(String svg, String words) {
    panels.add(panel(words, svg));
    return this;
  }

  /// Adds a picture.
  public FigureBlock withPicture(String mediaType, byte[] picture, String words) {
    panels.add(panel(words, image(mediaType, picture, words)));
    return this;
  }

  /// Adds a picture with a caption below.
  public FigureBlock withThumbnail(String mediaType, byte[] picture, String words) {
    String below = "<span>" + Html.escape(words) + "</span>";
    panels.add(panel(words, image(mediaType, picture, words) + below));
    return this;
  }

  /// Adds text in place of a picture.
  public FigureBlock withoutPicture(String words) {
    panels.add("<span class=\"panel\"><span>" + Html.escape(words) + "</span></span>\n");
    return this;
  }

  /// Adds a command that makes the figure, or a panel of it.
  public FigureBlock withCommand(ShellCommand command) {
    commands.add(command);
    return this;
  }

  /// The figure above its caption; no caption if it is empty.
  public String html(String caption) {
    StringBuilder html = new StringBuilder("<figure>").append(layout).append('\n');
    panels.forEach(html::append);
    html.append("</div>\n");
    if (!caption.isEmpty() || !commands.isEmpty()) {
      html.append("<figcaption>").append(Html.escape(caption));
      html.append(Html.commands(commands)).append("</figcaption>\n");
    }
    return html.append("</figure>\n").toString();
  }

  private static String image(String mediaType, byte[] picture, String words) {
    return "<img alt=\""
        + Html.escape(words)
        + "\" src=\"data:"
        + mediaType
        + ";base64,"
        + Base64.getEncoder().encodeToString(picture)
        + "\"/>";
  }

  private static String panel(String words, String content) {
    String name = Html.escape(words);
    return "<button type=\"button\" class=\"panel\" data-words=\""
        + name
        + "\" aria-label=\"Enlarge: "
        + name
        + "\">"
        + content.strip()
        + "</button>\n";
  }
}
