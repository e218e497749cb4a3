package penumbra.figure.render;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import penumbra.core.Execution;
import penumbra.figure.canvas.Area;
import penumbra.figure.canvas.Canvas;
import penumbra.figure.colour.RgbImage;

/// Notes what is drawn where, for tests of the layout.
final class RecordingCanvas implements Canvas {
  public record Text(String text, Rectangle2D bounds) {}

  public final List<Rectangle2D> everything = new ArrayList<>();
  public final List<Area> pictures = new ArrayList<>();
  public final List<Text> texts = new ArrayList<>();

  public static RecordingCanvas of(FigureLayout layout) {
    var canvas = new RecordingCanvas();
    layout.draw(canvas);
    return canvas;
  }

  @Override
  public Execution execution() {
    return Execution.ofThreads(1);
  }

  @Override
  public void fill(Shape shape, int rgb) {
    everything.add(shape.getBounds2D());
  }

  @Override
  public void stroke(Path2D path, double width, int rgb) {
    Rectangle2D line = path.getBounds2D();
    everything.add(
        new Rectangle2D.Double(
            line.getX() - width / 2,
            line.getY() - width / 2,
            line.getWidth() + width,
            line.getHeight() + width));
  }

  @Override
  public void picture(RgbImage picture, Area area) {
    pictures.add(area);
    everything.add(new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height()));
  }

  @Override
  public void text(String text, Shape outline, int rgb) {
    if (!text.isBlank()) {
      texts.add(new Text(text, outline.getBounds2D()));
      everything.add(outline.getBounds2D());
    }
  }
}
