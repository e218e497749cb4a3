package penumbra.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A report: one self-contained page, with its style and its script, for light and dark screens,
/// for phones and for paper.
///
/// ```
/// String page = Page.of("Audit", "Audit of scans", "12 images: nothing found.")
///     .section("counts", "The data set").add(Html.table(rows))
///     .render("Computed by Penumbra.");
/// ```
///
/// The table of contents lists the sections. The page has no external references, and is
/// well-formed XML after its first line, so that tests can parse it.
public final class Page {
  private final String title;
  private final String heading;
  private final String lead;
  private final List<String> contents = new ArrayList<>();
  private final StringBuilder body = new StringBuilder();

  private Page(String title, String heading, String lead) {
    this.title = title;
    this.heading = heading;
    this.lead = lead;
  }

  /// An empty page.
  ///
  /// @param title the window's title
  /// @param heading the heading of the page
  /// @param lead the first sentence
  public static Page of(String title, String heading, String lead) {
    return new Page(title, heading, lead);
  }

  /// Begins a section.
  ///
  /// @param id the identifier for links: a letter, then letters, digits and hyphens; unique in the
  ///   page
  /// @param name the section's heading, and its line in the contents
  public Page section(String id, String name) {
    String words = Html.escape(name);
    contents.add("<li><a href=\"#" + id + "\">" + words + "</a></li>\n");
    return add("<h2 id=\"" + id + "\">" + words + "</h2>\n");
  }

  /// Adds text that is already HTML.
  public Page add(String html) {
    body.append(html);
    return this;
  }

  /// Adds a paragraph of plain text.
  public Page paragraph(String text) {
    return add(Html.paragraph(text));
  }

  /// The complete page.
  ///
  /// @param lastWords the text at the bottom
  public String render(String lastWords) {
    return head() + String.join("", contents) + "</ol>\n</nav>\n<main>\n" + body + foot(lastWords);
  }

  private String head() {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <header><h1>%s</h1>
    <p class="lead">%s</p>
    </header>
    <nav aria-labelledby="contents"><h2 id="contents">Contents</h2>
    <ol>
    """
        .formatted(
            Html.escape(title), resource("page.css"), Html.escape(heading), Html.escape(lead));
  }

  private static String foot(String lastWords) {
    return """
    </main>
    <footer>
    <p>%s</p>
    </footer>
    <dialog id="enlarged" aria-label="Enlarged figure">
    <div><p id="large-words"></p><button type="button" id="previous" aria-label="Previous figure">←</button>\
    <button type="button" id="next" aria-label="Next figure">→</button>\
    <button type="button" id="close" autofocus="autofocus">Close</button></div>
    <div id="large"></div>
    </dialog>
    <script>
    %s</script>
    </body>
    </html>
    """
        .formatted(Html.escape(lastWords), resource("page.js"));
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
