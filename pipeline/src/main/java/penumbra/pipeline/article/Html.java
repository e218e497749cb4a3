package penumbra.pipeline.article;

import java.util.Base64;
import java.util.List;

/// Pieces of a page. Text is escaped here and nowhere else.
final class Html {
  private Html() {}

  /// Text that may stand anywhere in a page, in attributes too.
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// A table: the first row is its head, and cells that look like numbers stand at the right.
  static String table(List<List<String>> rows) {
    StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<thead><tr>");
    for (String cell : rows.getFirst()) {
      html.append("<th>").append(escape(cell)).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows.subList(1, rows.size())) {
      html.append("<tr>");
      for (String cell : row) {
        String tag = isNumber(cell) ? "<td class=\"number\">" : "<td>";
        html.append(tag).append(escape(cell)).append("</td>");
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  /// A picture that is part of the page.
  static String figure(String mediaType, byte[] picture, String alternative, String caption) {
    return "<figure><img alt=\""
        + escape(alternative)
        + "\" src=\"data:"
        + mediaType
        + ";base64,"
        + Base64.getEncoder().encodeToString(picture)
        + "\"><figcaption>"
        + escape(caption)
        + "</figcaption></figure>\n";
  }

  private static boolean isNumber(String cell) {
    return cell.matches("[-+]?[0-9][0-9,.]*(E-?[0-9]+)?( ?%)?");
  }
}
