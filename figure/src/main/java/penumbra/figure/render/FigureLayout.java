package penumbra.figure.render;

import java.util.ArrayList;
import java.util.List;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;
import penumbra.figure.Panel;
import penumbra.figure.canvas.Area;
import penumbra.figure.canvas.Canvas;
import penumbra.figure.canvas.FigureStyle;
import penumbra.figure.canvas.TextStyle;

/// The positions of everything in a figure, in points. Both back ends draw this layout.
///
/// The boxes of a column begin and end at the same x, those of a row at the same y. The widest
/// labels of a column and the tallest title of a row determine the space for all.
final class FigureLayout {
  private static final int TITLE_LINES = 2;
  private static final int FIGURE_TITLE_LINES = 3;
  private static final int CAPTION_LINES = 4;
  private static final int FIGURE_CAPTION_LINES = 12;

  private final Figure figure;
  private final List<Cell> cells = new ArrayList<>();
  private final double[] left;
  private final double[] right;
  private final double width;
  private final double height;
  private final TextStyle.Lines title;
  private final TextStyle.Lines caption;
  private final double captionTop;

  private record Measured(
      Content content, TextStyle.Lines title, TextStyle.Lines caption, Content.Margins margins) {}

  private record Cell(Measured measured, Area box, double captionTop) {}

  FigureLayout(Figure figure) {
    this.figure = figure;
    this.left = new double[figure.columns()];
    this.right = new double[figure.columns()];
    List<List<Measured>> rows = new ArrayList<>();
    double[] heights = new double[figure.rows()];
    for (int row = 0; row < figure.rows(); row++) {
      heights[row] = boxHeight(panelsOf(row));
      rows.add(measure(panelsOf(row), heights[row]));
    }
    this.width = Math.ceil(2 * margin() + innerWidth());
    this.title = FigureStyle.FIGURE_TITLE.fit(figure.title(), innerWidth(), FIGURE_TITLE_LINES);
    this.caption =
        FigureStyle.FIGURE_CAPTION.fit(figure.caption(), innerWidth(), FIGURE_CAPTION_LINES);
    double y = margin();
    if (title.height() > 0) {
      y += title.height() + FigureStyle.FIGURE_TITLE_GAP;
    }
    for (int row = 0; row < figure.rows(); row++) {
      if (!rows.get(row).isEmpty()) {
        y = place(rows.get(row), heights[row], y) + FigureStyle.ROW_GAP;
      }
    }
    y -= FigureStyle.ROW_GAP;
    this.captionTop = y + FigureStyle.FIGURE_CAPTION_GAP;
    if (caption.height() > 0) {
      y = captionTop + caption.height();
    }
    this.height = Math.ceil(y + margin());
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  void draw(Canvas canvas) {
    canvas.fill(new Area(0, 0, width, height), FigureStyle.PAPER);
    Lettering.centred(canvas, title, width / 2, margin());
    for (Cell cell : cells) {
      Area box = cell.box;
      TextStyle.Lines heading = cell.measured.title;
      double top = box.y() - FigureStyle.TITLE_GAP - heading.height();
      Lettering.centred(canvas, heading, box.centreX(), top);
      cell.measured.content.draw(canvas, box);
      Lettering.centred(canvas, cell.measured.caption, box.centreX(), cell.captionTop);
    }
    Lettering.centred(canvas, caption, width / 2, captionTop);
  }

  private List<Panel> panelsOf(int row) {
    int from = Math.min(row * figure.columns(), figure.panels().size());
    int to = Math.min(from + figure.columns(), figure.panels().size());
    return figure.panels().subList(from, to);
  }

  /// As tall as the tallest picture; plots beside pictures take their height.
  private double boxHeight(List<Panel> panels) {
    boolean pictures = panels.stream().anyMatch(ImagePanel.class::isInstance);
    return panels.stream()
        .filter(panel -> panel instanceof ImagePanel || !pictures)
        .mapToDouble(panel -> Content.of(panel).heightFor(boxWidth()))
        .max()
        .orElse(0);
  }

  private List<Measured> measure(List<Panel> panels, double boxHeight) {
    List<Measured> row = new ArrayList<>();
    for (int column = 0; column < panels.size(); column++) {
      Panel panel = panels.get(column);
      Content content = Content.of(panel);
      Content.Margins margins = content.margins(boxWidth(), boxHeight);
      left[column] = Math.max(left[column], Math.ceil(margins.left()));
      right[column] = Math.max(right[column], Math.ceil(margins.right()));
      row.add(
          new Measured(
              content,
              FigureStyle.PANEL_TITLE.fit(panel.title(), boxWidth(), TITLE_LINES),
              FigureStyle.PANEL_CAPTION.fit(panel.caption(), boxWidth(), CAPTION_LINES),
              margins));
    }
    return row;
  }

  /// Places a row whose titles begin at `top`; gives the y below it.
  private double place(List<Measured> row, double boxHeight, double top) {
    double heading = row.stream().mapToDouble(cell -> cell.title.height()).max().orElse(0);
    double y = Math.ceil(top + heading + (heading > 0 ? FigureStyle.TITLE_GAP : 0));
    double below = row.stream().mapToDouble(cell -> cell.margins.bottom()).max().orElse(0);
    double captionHeight = row.stream().mapToDouble(cell -> cell.caption.height()).max().orElse(0);
    double captionY = y + boxHeight + below + FigureStyle.CAPTION_GAP;
    double x = margin();
    for (int column = 0; column < row.size(); column++) {
      x += left[column];
      cells.add(new Cell(row.get(column), new Area(x, y, boxWidth(), boxHeight), captionY));
      x += boxWidth() + right[column] + FigureStyle.COLUMN_GAP;
    }
    return captionHeight > 0 ? captionY + captionHeight : y + boxHeight + below;
  }

  private double innerWidth() {
    double inner = (figure.columns() - 1) * FigureStyle.COLUMN_GAP;
    for (int column = 0; column < figure.columns(); column++) {
      inner += left[column] + boxWidth() + right[column];
    }
    return inner;
  }

  /// Room for the frames of pictures, at the least.
  private double margin() {
    return Math.max(figure.margin(), FigureStyle.HAIRLINE);
  }

  private double boxWidth() {
    return Math.rint(figure.panelWidth());
  }
}
