package penumbra.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/// Draws into pixels with Java 2D, whose filler of antialiased shapes is plain Java and so gives
/// the same pixels on every machine.
final class RasterCanvas implements Canvas, AutoCloseable {
  private final BufferedImage image;
  private final Graphics2D graphics;
  private final int pixelsPerPoint;

  RasterCanvas(double width, double height, int pixelsPerPoint) {
    this.pixelsPerPoint = pixelsPerPoint;
    this.image =
        new BufferedImage(
            Math.multiplyExact((int) Math.ceil(width), pixelsPerPoint),
            Math.multiplyExact((int) Math.ceil(height), pixelsPerPoint),
            BufferedImage.TYPE_INT_RGB);
    this.graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(pixelsPerPoint, pixelsPerPoint);
  }

  @Override
  public void fill(Shape shape, int rgb) {
    graphics.setColor(new Color(rgb));
    graphics.fill(shape);
  }

  @Override
  public void stroke(Path2D path, double width, int rgb) {
    graphics.setColor(new Color(rgb));
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path);
  }

  @Override
  public void picture(Picture picture, Area area) {
    int x = pixel(area.x());
    int y = pixel(area.y());
    Picture sized = picture.resized(pixel(area.right()) - x, pixel(area.bottom()) - y);
    image.setRGB(x, y, sized.width(), sized.height(), sized.pixels(), 0, sized.width());
  }

  @Override
  public void text(String text, Shape outline, int rgb) {
    fill(outline, rgb);
  }

  /// What was drawn.
  Picture drawn() {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    return new Picture(pixels, image.getWidth(), image.getHeight());
  }

  @Override
  public void close() {
    graphics.dispose();
  }

  private int pixel(double position) {
    return (int) Math.rint(position * pixelsPerPoint);
  }
}
