package penumbra.report.html;

import java.util.List;

/// Pieces of a page. Text is escaped here and nowhere else.
///
/// ```
/// page.append(Html.table(rows)).append(Html.paragraph("That is all."));
/// ```
public final class Html {
  private static final String FORBIDDEN =
      "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

  private Html() {}

  /// Text that is valid anywhere in a page, in attributes too; characters that XML forbids become
  /// U+FFFD.
  public static String escape(String text) {
    return text.replaceAll(FORBIDDEN, "\uFFFD")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// A paragraph of plain text.
  public static String paragraph(String text) {
    return "<p>" + escape(text) + "</p>\n";
  }

  /// A table: the first row is its head; columns of numbers are right-aligned.
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

  /// Commands to copy, each with its purpose; nothing if there are none.
  public static String commands(List<ShellCommand> commands) {
    if (commands.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<ul class=\"commands\">\n");
    for (ShellCommand command : commands) {
      html.append("<li><span>").append(escape(command.purpose())).append("</span><code>");
      html.append(escape(command.text())).append("</code>");
      html.append("<button type=\"button\" class=\"copy\" hidden=\"hidden\">Copy</button></li>\n");
    }
    return html.append("</ul>\n").toString();
  }

  private static boolean isNumber(String cell) {
    return cell.matches("[-−+]?[0-9][0-9,.]*(E-?[0-9]+)?( ?%)?");
  }
}
