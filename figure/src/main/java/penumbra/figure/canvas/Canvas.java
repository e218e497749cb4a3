package penumbra.figure.canvas;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import penumbra.core.Execution;
import penumbra.figure.colour.RgbImage;

/// A surface for figures: pixels or SVG. Lengths are in points, y grows downwards.
public interface Canvas {
  /// The threads that make pictures.
  Execution execution();

  /// Fills a shape with one colour.
  void fill(Shape shape, int rgb);

  /// Draws a line along a path, with round joins.
  void stroke(Path2D path, double width, int rgb);

  /// Draws a picture over an area.
  void picture(RgbImage picture, Area area);

  /// Fills the outlines of a text; a canvas may also store the words.
  void text(String text, Shape outline, int rgb);

  /// Fills a rectangle.
  default void fill(Area area, int rgb) {
    fill(new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height()), rgb);
  }

  /// Draws a frame of that thickness around an area, outside it.
  default void frame(Area area, double thickness, int rgb) {
    var outer =
        new Rectangle2D.Double(
            area.x() - thickness,
            area.y() - thickness,
            area.width() + 2 * thickness,
            area.height() + 2 * thickness);
    var path = new Path2D.Double(Path2D.WIND_EVEN_ODD, 10);
    path.append(outer, false);
    path.append(new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height()), false);
    fill(path, rgb);
  }
}
