package penumbra.figure;

/// Draws the picture of an [ImagePanel], its counted edges and its colour bar.
record ImageContent(ImagePanel panel) implements Content {
  private static final double TALLEST = 1.35;
  private static final double NARROWEST = 8;
  private static final double BAR_GAP = 8;
  private static final double BAR_WIDTH = 9;

  @Override
  public double heightFor(double width) {
    return fit(width, TALLEST * width, 0, 0).height();
  }

  @Override
  public Margins margins(double width, double height) {
    Area picture = fit(width, height, 0, 0);
    double beside = (width - picture.width()) / 2;
    double left = panel.ticks() ? Axes.besideWidth(rows(picture)) : 0;
    double right = panel.ticks() ? Axes.widest(columns(picture)) / 2 : 0;
    if (panel.colourBar()) {
      right = BAR_GAP + BAR_WIDTH + Axes.besideWidth(bar(picture));
    }
    return new Margins(
        Math.max(0, left - beside),
        Math.max(0, right - beside),
        panel.ticks() ? Axes.belowHeight() : 0);
  }

  @Override
  public void draw(Canvas canvas, Area box) {
    Area picture = fit(box.width(), box.height(), box.x(), box.y());
    canvas.picture(new Picture(panel.pixels(), imageWidth(), imageHeight()), picture);
    canvas.frame(picture, Look.HAIRLINE, Look.FRAME);
    if (panel.ticks()) {
      double pixelWidth = picture.width() / imageWidth();
      double pixelHeight = picture.height() / imageHeight();
      Axes.below(
          canvas, columns(picture), picture.bottom(), x -> picture.x() + (x + 0.5) * pixelWidth);
      Axes.leftOf(canvas, rows(picture), picture.x(), y -> picture.y() + (y + 0.5) * pixelHeight);
    }
    if (panel.colourBar()) {
      drawBar(canvas, picture);
    }
  }

  private void drawBar(Canvas canvas, Area picture) {
    var bar = new Area(picture.right() + BAR_GAP, picture.y(), BAR_WIDTH, picture.height());
    int[] colours = new int[Colormap.SIZE];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = panel.colormap().rgb(constant() ? 0 : Colormap.SIZE - 1 - i);
    }
    canvas.picture(new Picture(colours, 1, Colormap.SIZE), bar);
    canvas.frame(bar, Look.HAIRLINE, Look.FRAME);
    double min = panel.range().min();
    double span = panel.range().max() - min;
    Axes.rightOf(
        canvas,
        bar(picture),
        bar.right(),
        value -> constant() ? bar.centreY() : bar.bottom() - (value - min) / span * bar.height());
  }

  /// The largest area of the image's shape in a box, at the middle of its top; extreme shapes keep
  /// a visible width.
  private Area fit(double width, double height, double x, double y) {
    double scale = Math.min(width / imageWidth(), height / imageHeight());
    double fittedWidth = Math.clamp(Math.rint(imageWidth() * scale), NARROWEST, width);
    double fittedHeight = Math.clamp(Math.rint(imageHeight() * scale), NARROWEST, height);
    return new Area(x + Math.rint((width - fittedWidth) / 2), y, fittedWidth, fittedHeight);
  }

  private Ticks columns(Area picture) {
    return Axes.horizontal(0, imageWidth() - 1, picture.width());
  }

  private Ticks rows(Area picture) {
    return Axes.vertical(0, imageHeight() - 1, picture.height());
  }

  private Ticks bar(Area picture) {
    return Axes.vertical(panel.range().min(), panel.range().max(), picture.height());
  }

  private boolean constant() {
    return panel.range().min() == panel.range().max();
  }

  private int imageWidth() {
    return panel.image().length(1);
  }

  private int imageHeight() {
    return panel.image().length(0);
  }
}
