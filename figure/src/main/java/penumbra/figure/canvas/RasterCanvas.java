package penumbra.figure.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import penumbra.core.Execution;
import penumbra.figure.colour.RgbImage;

/// Draws into pixels with Java 2D, whose filler of antialiased shapes is plain Java and so gives
/// the same pixels on every machine.
public final class RasterCanvas implements Canvas, AutoCloseable {
  /// The smallest side in pixels for which splitting a rectangle is worthwhile.
  private static final int LARGE = 64;

  private final BufferedImage image;
  private final Graphics2D graphics;
  private final int pixelsPerPoint;
  private final Execution execution;

  public RasterCanvas(double width, double height, int pixelsPerPoint, Execution execution) {
    this.execution = execution;
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
  public Execution execution() {
    return execution;
  }

  @Override
  public void fill(Shape shape, int rgb) {
    if (!(shape instanceof Rectangle2D rectangle) || !fillInside(rectangle, rgb)) {
      graphics.setColor(new Color(rgb));
      graphics.fill(shape);
    }
  }

  /// Fills a rectangle whose edges are on pixel boundaries, as most are, without Java 2D, which
  /// would process each row as for any shape. The pixels are the same. In a large rectangle with
  /// other edges, such as the page, only the edges are left to Java 2D.
  private boolean fillInside(Rectangle2D rectangle, int rgb) {
    double left = rectangle.getMinX() * pixelsPerPoint;
    double top = rectangle.getMinY() * pixelsPerPoint;
    double right = rectangle.getMaxX() * pixelsPerPoint;
    double bottom = rectangle.getMaxY() * pixelsPerPoint;
    int x = (int) Math.max(0, Math.ceil(left));
    int y = (int) Math.max(0, Math.ceil(top));
    int endX = (int) Math.min(image.getWidth(), Math.floor(right));
    int endY = (int) Math.min(image.getHeight(), Math.floor(bottom));
    boolean onPixels = x == left && y == top && endX == right && endY == bottom;
    if (!onPixels && (endX - x < LARGE || endY - y < LARGE)) {
      return false;
    }
    int[] pixels = pixels();
    for (int row = y; row < endY; row++) {
      int at = row * image.getWidth();
      Arrays.fill(pixels, at + x, at + endX, rgb);
    }
    if (!onPixels) {
      graphics.setColor(new Color(rgb));
      fillBetween(left, top, right, y);
      fillBetween(left, endY, right, bottom);
      fillBetween(left, y, x, endY);
      fillBetween(endX, y, right, endY);
    }
    return true;
  }

  private void fillBetween(double left, double top, double right, double bottom) {
    if (left < right && top < bottom) {
      double scale = pixelsPerPoint;
      graphics.fill(
          new Rectangle2D.Double(
              left / scale, top / scale, (right - left) / scale, (bottom - top) / scale));
    }
  }

  @Override
  public void stroke(Path2D path, double width, int rgb) {
    graphics.setColor(new Color(rgb));
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path);
  }

  @Override
  public void picture(RgbImage picture, Area area) {
    int x = pixel(area.x());
    int y = pixel(area.y());
    RgbImage sized = picture.resized(pixel(area.right()) - x, pixel(area.bottom()) - y, execution);
    image.setRGB(x, y, sized.width(), sized.height(), sized.pixels(), 0, sized.width());
  }

  @Override
  public void text(String text, Shape outline, int rgb) {
    fill(outline, rgb);
  }

  /// What was drawn.
  public RgbImage drawn() {
    return new RgbImage(pixels(), image.getWidth(), image.getHeight());
  }

  private int[] pixels() {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  @Override
  public void close() {
    graphics.dispose();
  }

  private int pixel(double position) {
    return (int) Math.rint(position * pixelsPerPoint);
  }
}
