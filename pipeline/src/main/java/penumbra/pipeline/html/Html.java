package penumbra.pipeline.html;

import java.util.Base64;
import java.util.List;

/// Pieces of a page. Text is escaped here and nowhere else.
///
/// ```
/// page.append(Html.table(rows)).append(Html.paragraph("That is all."));
/// ```
public final class Html {
  private Html() {}

  /// Text that may stand anywhere in a page, in attributes too.
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// A heading of a section.
  public static String heading(String text) {
    return "<h2>" + escape(text) + "</h2>\n";
  }

  /// A paragraph of plain text.
  public static String paragraph(String text) {
    return "<p>" + escape(text) + "</p>\n";
  }

  /// A table: the first row is its head; columns of numbers stand at the right.
  public static String table(List<List<String>> rows) {
    List<List<String>> body = rows.subList(1, rows.size());
    StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<thead>");
    row(html, "th", rows.getFirst(), body);
    html.append("</thead>\n<tbody>\n");
    for (List<String> row : body) {
      row(html, "td", row, body);
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  private static void row(
      StringBuilder html, String tag, List<String> row, List<List<String>> body) {
    html.append("<tr>");
    for (int column = 0; column < row.size(); column++) {
      int at = column;
      boolean numbers = body.stream().allMatch(cells -> isNumber(cells.get(at)));
      html.append('<').append(tag).append(numbers ? " class=\"number\">" : ">");
      html.append(escape(row.get(column))).append("</").append(tag).append('>');
    }
    html.append("</tr>\n");
  }

  /// A picture that is part of the page, `width` CSS pixels wide where the page is wide enough.
  public static String figure(
      String mediaType, byte[] picture, int width, String alternative, String caption) {
    String below = caption.isEmpty() ? "" : "<figcaption>" + escape(caption) + "</figcaption>";
    return "<figure><img alt=\""
        + escape(alternative)
        + "\" width=\""
        + width
        + "\" src=\"data:"
        + mediaType
        + ";base64,"
        + Base64.getEncoder().encodeToString(picture)
        + "\">"
        + below
        + "</figure>\n";
  }

  private static boolean isNumber(String cell) {
    return cell.matches("[-−+]?[0-9][0-9,.]*(E-?[0-9]+)?( ?%)?");
  }
}
