package penumbra.figure;

import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.figure.colour.Colormap;
import penumbra.figure.colour.ColourScale;
import penumbra.figure.colour.Pixels;
import penumbra.figure.colour.ValueRange;

/// A picture, as Matplotlib's `imshow` shows it: grey values in the colours of a map, or an RGB
/// image as it is.
///
/// ```
/// ImagePanel log = ImagePanel.of("Laplacian of Gaussian", edges, Colormap.gray());
/// ImagePanel change = ImagePanel.of("Difference", difference, Colormap.named("seismic"))
///     .withRange(ValueRange.symmetric(difference))
///     .withColourBar(true);
/// ```
///
/// Pixels are square. A picture that is larger than its panel is averaged over areas, after the
/// colormap, so that every colour is a mixture of the picture's colours. A picture that is enlarged
/// threefold or more shows its pixels as squares.
///
/// @param image grey values of any type, shape (height, width), or `UINT8` of shape (height, width,
///   3)
/// @param colormap the colours of grey values
/// @param range the values from the first to the last colour
/// @param colourBar whether there is a colour bar beside the picture; it ends in arrows if the
///   image has values beyond the range
/// @param ticks whether the axes have ticks in pixels
public record ImagePanel(
    String title,
    NdArray image,
    Colormap colormap,
    ValueRange range,
    boolean colourBar,
    boolean ticks,
    String caption)
    implements Panel {

  public ImagePanel {
    boolean rgb = isRgb(image);
    InvalidInputException.require(
        (image.rank() == 2 || rgb) && image.size() > 0,
        "a picture in a figure",
        "must have shape (height, width), or (height, width, 3) of uint8, and at least one pixel",
        image,
        "give one image, for example one slice of a volume");
    InvalidInputException.require(
        !(rgb && colourBar),
        "the colour bar of an RGB picture",
        "must be left out, since its colours do not stand for values",
        true,
        "show grey values in a colormap instead");
  }

  /// Grey values from their least to their greatest.
  public static ImagePanel of(String title, NdArray image, Colormap colormap) {
    ValueRange range = isRgb(image) ? new ValueRange(0, 255) : ValueRange.of(image);
    return new ImagePanel(title, image, colormap, range, false, false, "");
  }

  /// Grey values from black to white, or an RGB picture as it is.
  public static ImagePanel of(String title, NdArray image) {
    return of(title, image, Colormap.gray());
  }

  /// The same picture between other limits.
  public ImagePanel withRange(ValueRange newRange) {
    return new ImagePanel(title, image, colormap, newRange, colourBar, ticks, caption);
  }

  /// The same picture between other limits.
  public ImagePanel withRange(double min, double max) {
    return withRange(new ValueRange(min, max));
  }

  /// The same picture with or without a colour bar.
  public ImagePanel withColourBar(boolean newColourBar) {
    return new ImagePanel(title, image, colormap, range, newColourBar, ticks, caption);
  }

  /// The same picture with or without ticks.
  public ImagePanel withTicks(boolean newTicks) {
    return new ImagePanel(title, image, colormap, range, colourBar, newTicks, caption);
  }

  /// The same picture above another caption.
  public ImagePanel withCaption(String newCaption) {
    return new ImagePanel(title, image, colormap, range, colourBar, ticks, newCaption);
  }

  boolean isRgb() {
    return isRgb(image);
  }

  /// The colours of all pixels, row by row.
  public int[] pixels(Execution execution) {
    return isRgb()
        ? Pixels.ofRgb(image)
        : new ColourScale(colormap, range).pixels(image, execution);
  }

  private static boolean isRgb(NdArray image) {
    return image.rank() == 3 && image.length(2) == 3 && image.type() == DType.UINT8;
  }
}
