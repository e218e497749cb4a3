package penumbra.report.article;

import java.util.List;
import java.util.Optional;
import penumbra.core.Execution;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;
import penumbra.figure.Panel;
import penumbra.figure.colour.ValueRange;
import penumbra.figure.render.FigurePng;
import penumbra.report.html.InlineDrawing;

/// A drawn figure of the report: complete for its file, panel by panel for the page.
final class RenderedFigure {
  // Two panels share the width of the page's column, so that their text is as large as the page's.
  private static final double WIDE_PANEL = 240;
  private static final int NARROW = 3;

  private final String title;
  private final int columns;
  private final byte[] png;
  private final List<InlineDrawing> panels;
  private final List<Optional<ValueRange>> ranges;

  RenderedFigure(Figure figure, Execution execution) {
    double width =
        figure.columns() >= NARROW
            ? figure.panelWidth()
            : Math.max(WIDE_PANEL, figure.panelWidth());
    this.title = figure.title();
    this.columns = figure.columns();
    this.png = FigurePng.render(figure, execution);
    this.panels = InlineDrawing.panelsOf(figure, width, execution);
    this.ranges = figure.panels().stream().map(RenderedFigure::range).toList();
  }

  private static Optional<ValueRange> range(Panel panel) {
    return panel instanceof ImagePanel image ? Optional.of(image.range()) : Optional.empty();
  }

  /// The title above all panels; empty for none.
  String title() {
    return title;
  }

  /// The number of panels in a row.
  int columns() {
    return columns;
  }

  /// The complete figure.
  byte[] png() {
    return png;
  }

  /// Each panel separately.
  List<InlineDrawing> panels() {
    return panels;
  }

  /// The values of the first and the last colour of each panel that is a picture.
  List<Optional<ValueRange>> ranges() {
    return ranges;
  }
}
