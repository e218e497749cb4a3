package penumbra.pipeline.article;

import java.util.List;
import java.util.Optional;
import penumbra.figure.Figure;
import penumbra.figure.FigurePng;
import penumbra.figure.ImagePanel;
import penumbra.figure.ValueRange;
import penumbra.pipeline.html.InlineDrawing;

/// A figure of the report, drawn: whole for its file, panel by panel for the page.
///
/// @param title over all panels
/// @param columns how many panels stand side by side
/// @param png the whole figure
/// @param panels each by itself
/// @param ranges of the panels that show grey values, else empty
record Plate(
    String title,
    int columns,
    byte[] png,
    List<InlineDrawing> panels,
    List<Optional<ValueRange>> ranges) {
  // Two panels share the column of the page, so that their lettering is as large as its text.
  private static final double WIDE_PANEL = 240;
  private static final int NARROW = 3;

  static Plate of(Figure figure) {
    double width =
        figure.columns() >= NARROW
            ? figure.panelWidth()
            : Math.max(WIDE_PANEL, figure.panelWidth());
    return new Plate(
        figure.title(),
        figure.columns(),
        FigurePng.render(figure),
        InlineDrawing.panelsOf(figure, width),
        figure.panels().stream()
            .map(panel ->
                panel instanceof ImagePanel image
                    ? Optional.of(image.range())
                    : Optional.<ValueRange>empty())
            .toList());
  }
}
