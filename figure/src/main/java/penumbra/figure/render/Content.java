package penumbra.figure.render;

import penumbra.figure.DensityPanel;
import penumbra.figure.ImagePanel;
import penumbra.figure.Panel;
import penumbra.figure.canvas.Area;
import penumbra.figure.canvas.Canvas;

/// The drawing of a panel without title and caption: a box of the size that the grid gives, and
/// ticks, labels and bars around it.
interface Content {
  /// The room that ticks, labels and bars need outside the box.
  record Margins(double left, double right, double bottom) {}

  static Content of(Panel panel) {
    return switch (panel) {
      case ImagePanel image -> new ImageContent(image);
      case DensityPanel density -> new DensityContent(density);
    };
  }

  /// The height that a box of that width should have.
  double heightFor(double width);

  Margins margins(double width, double height);

  void draw(Canvas canvas, Area box);
}
