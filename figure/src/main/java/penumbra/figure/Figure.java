package penumbra.figure;

import java.util.List;
import penumbra.core.InvalidInputException;
import penumbra.figure.canvas.FigureStyle;

/// An immutable description of a figure: panels in rows and columns, a title above, a caption
/// below. [FigurePng][penumbra.figure.render.FigurePng] or
/// [FigureSvg][penumbra.figure.render.FigureSvg] draws it.
///
/// ```
/// Figure figure = Figure.row(
///         ImagePanel.of("Grey", edges, Colormap.gray()),
///         ImagePanel.of("CMRmap", edges, Colormap.named("CMRmap")))
///     .withTitle("Sobel filter");
/// byte[] png = FigurePng.render(figure);
/// ```
///
/// Panels fill the grid row by row; cells that are left over stay empty. Widths are in points (1/72
/// inch); the figure is as large as its panels and their lettering need.
///
/// @param title over all panels; empty for none
/// @param rows the number of rows, at least 1
/// @param columns the number of columns, at least 1
/// @param panels from 1 to rows * columns of them
/// @param caption below all panels; empty for none
/// @param panelWidth the width of an image or of a plot's area, without lettering, 60 to 2000
///   points
/// @param margin the white around all, 0 to 200 points; with 0, the outermost pictures and labels
///   align with the text of the page that contains the figure
public record Figure(
    String title,
    int rows,
    int columns,
    List<Panel> panels,
    String caption,
    double panelWidth,
    double margin) {
  private static final double[] WIDTH_BY_COLUMNS = {460, 370, 280};
  private static final double WIDTH_OF_MANY_COLUMNS = 220;

  public Figure {
    panels = List.copyOf(panels);
    if (!(rows >= 1 && columns >= 1)) {
      throw InvalidInputException.of(
          "the grid of a figure",
          "must have at least one row and one column",
          rows + " x " + columns,
          "give numbers from 1 on");
    }
    if (!(!panels.isEmpty() && panels.size() <= (long) rows * columns)) {
      throw InvalidInputException.of(
          "the number of panels",
          "must be between 1 and the " + (long) rows * columns + " cells of the grid",
          panels.size(),
          "add or remove panels, or change rows and columns");
    }
    InvalidInputException.require(
        panelWidth >= 60 && panelWidth <= 2000,
        "the width of a panel",
        "must be between 60 and 2000 points",
        panelWidth,
        "a page is some 600 points wide");
    InvalidInputException.require(
        margin >= 0 && margin <= 200,
        "the margin of a figure",
        "must be between 0 and 200 points",
        margin,
        "0 suits figures in a page, 16 those that stand alone");
  }

  /// One panel.
  public static Figure of(Panel panel) {
    return grid(1, 1, List.of(panel));
  }

  /// Panels side by side.
  public static Figure row(Panel... panels) {
    return grid(1, Math.max(1, panels.length), List.of(panels));
  }

  /// Panels in rows, filled from the top left; the panels' width follows from the columns.
  public static Figure grid(int rows, int columns, List<? extends Panel> panels) {
    double width =
        columns >= 1 && columns <= WIDTH_BY_COLUMNS.length
            ? WIDTH_BY_COLUMNS[columns - 1]
            : WIDTH_OF_MANY_COLUMNS;
    return new Figure("", rows, columns, List.copyOf(panels), "", width, FigureStyle.PAGE_MARGIN);
  }

  /// The same figure under another title.
  public Figure withTitle(String newTitle) {
    return new Figure(newTitle, rows, columns, panels, caption, panelWidth, margin);
  }

  /// The same figure above another caption.
  public Figure withCaption(String newCaption) {
    return new Figure(title, rows, columns, panels, newCaption, panelWidth, margin);
  }

  /// The same figure with panels of another width, in points.
  public Figure withPanelWidth(double newPanelWidth) {
    return new Figure(title, rows, columns, panels, caption, newPanelWidth, margin);
  }

  /// The same figure with another margin, in points; 0 for a figure that is set into a page.
  public Figure withMargin(double newMargin) {
    return new Figure(title, rows, columns, panels, caption, panelWidth, newMargin);
  }
}
