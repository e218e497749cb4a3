package penumbra.pipeline.html;

/// The frame of a report: one page that holds everything, set for screen and paper.
///
/// ```
/// String page = Page.head("Filters on chest radiographs") + body + Page.foot("Computed by Penumbra.");
/// ```
public final class Page {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>@TITLE@</title>
      <style>
      :root { color-scheme: light; --ink: #1d2329; --soft: #5b6672; --line: #d9dee3; --mark: #0b5c7a; }
      * { box-sizing: border-box; }
      body { margin: 0; color: var(--ink); background: #fff; font: 17px/1.55 system-ui, sans-serif; }
      header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
      header { padding-top: 2.5rem; }
      h1 { font-size: 2.1rem; line-height: 1.15; margin: 0 0 .4rem; letter-spacing: -.01em; }
      h2 { font-size: 1.35rem; margin: 2.6rem 0 .5rem; padding-top: .9rem; border-top: 1px solid var(--line); }
      p { max-width: 44rem; margin: .5rem 0 .9rem; }
      .lead { font-size: 1.12rem; color: var(--soft); }
      .why { border-left: 3px solid var(--mark); padding-left: .9rem; }
      figure { margin: 1.1rem 0; }
      figure img { display: block; max-width: 100%; height: auto; }
      figcaption { color: var(--soft); font-size: .9rem; }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; font-size: .88rem; margin: .8rem 0 1.2rem; }
      th, td { text-align: left; padding: .32rem .8rem .32rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
      th { color: var(--soft); font-weight: 600; }
      th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
      td.number { white-space: nowrap; }
      ol.files { font-size: .88rem; columns: 2 20rem; color: var(--soft); }
      summary { color: var(--mark); cursor: pointer; font-size: .88rem; }
      footer { color: var(--soft); font-size: .9rem; padding-top: 2rem; padding-bottom: 3rem; }
      @page { margin: 14mm; }
      @media print {
        body { font-size: 10.5pt; }
        header, main, footer { max-width: none; padding: 0; }
        h1, h2, h2 + p { break-after: avoid; }
        figure, table, p, .together { break-inside: avoid; }
        h2 { margin-top: 1.4rem; }
        figure img { width: auto; max-height: 15.5cm; }
        .wide { overflow: visible; }
      }
      @STYLE@</style>
      </head>
      <body>
      """;

  private static final String FOOT =
      """
      </main>
      <footer>
      <p>@TEXT@</p>
      </footer>
      </body>
      </html>
      """;

  private Page() {}

  /// What comes before the header.
  ///
  /// @param title the window's title
  public static String head(String title) {
    return head(title, "");
  }

  /// What comes before the header, with further rules of style.
  ///
  /// @param title the window's title
  /// @param style rules of CSS, each with a line break at its end
  public static String head(String title, String style) {
    return HEAD.replace("@STYLE@", style).replace("@TITLE@", Html.escape(title));
  }

  /// What comes after the body.
  ///
  /// @param text the last words
  public static String foot(String text) {
    return FOOT.replace("@TEXT@", Html.escape(text));
  }
}
