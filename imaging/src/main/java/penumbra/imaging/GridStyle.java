package penumbra.imaging;

import java.util.List;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.figure.ImagePanel;
import penumbra.figure.colour.ValueRange;
import penumbra.imaging.Plots.Titled;
import penumbra.io.pixel.Luma;

/// The value ranges of the panels of a grid, and their colour bars and ticks.
///
/// ```
/// var look = new GridStyle(true, Optional.of(new GridStyle.Percentiles(1, 99)), true, false);
/// List<ImagePanel> panels = look.panels(images, displays);
/// ```
///
/// By default, 8-bit images are shown from 0 to 255 and all others from their smallest to their
/// largest value. Limits of a [Display] override all others.
///
/// @param shared whether all panels share one scale, from the smallest to the largest of their
///   limits, so that equal values in the same colormap have equal colours
/// @param percentiles the percentiles of each image that become its limits
/// @param colourBars whether each picture has a colour bar
/// @param ticks whether the axes have ticks in pixels
public record GridStyle(
    boolean shared, Optional<Percentiles> percentiles, boolean colourBars, boolean ticks) {
  /// Two percentiles.
  ///
  /// @param low from 0
  /// @param high above `low`, to 100
  public record Percentiles(double low, double high) {
    ValueRange of(NdArray pixels) {
      return ValueRange.between(pixels, low, high);
    }
  }

  /// The default.
  public static GridStyle standard() {
    return new GridStyle(false, Optional.empty(), false, false);
  }

  /// A panel for each image. A colour image stays in colour if its display has no options;
  /// otherwise its grey values are shown.
  ///
  /// @param displays one for each image
  public List<ImagePanel> panels(List<Titled> images, List<Display> displays) {
    List<ImagePanel> panels = new java.util.ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      panels.add(panel(images.get(i), displays.get(i)));
    }
    if (!shared) {
      return panels;
    }
    List<ValueRange> ranges =
        panels.stream().filter(panel -> panel.image().rank() == 2).map(ImagePanel::range).toList();
    ValueRange common = common(ranges);
    for (int i = 0; i < panels.size(); i++) {
      if (panels.get(i).image().rank() == 2) {
        ValueRange range = fixed(displays.get(i), common);
        panels.set(i, panels.get(i).withRange(range));
      }
    }
    return panels;
  }

  /// From the smallest to the largest end of all.
  static ValueRange common(List<ValueRange> ranges) {
    return new ValueRange(
        ranges.stream().mapToDouble(ValueRange::min).min().orElse(0),
        ranges.stream().mapToDouble(ValueRange::max).max().orElse(0));
  }

  private ImagePanel panel(Titled image, Display display) {
    boolean colours = image.pixels().rank() == 3;
    if (colours && !display.isAsked()) {
      return ImagePanel.of(image.title(), image.pixels()).withTicks(ticks);
    }
    NdArray pixels = colours ? Luma.of(image.pixels()) : image.pixels();
    return ImagePanel.of(image.title(), pixels, display.colours())
        .withRange(range(pixels, display))
        .withColourBar(colourBars)
        .withTicks(ticks);
  }

  private ValueRange range(NdArray pixels, Display display) {
    if (percentiles.isPresent()) {
      return fixed(display, percentiles.get().of(pixels));
    }
    boolean fixed = display.vmin().isPresent() || display.vmax().isPresent();
    return fixed ? display.range(pixels) : plain(pixels);
  }

  /// The range with the ends that the display fixes.
  private static ValueRange fixed(Display display, ValueRange range) {
    double min = display.vmin().orElse(Math.min(range.min(), display.vmax().orElse(range.min())));
    return new ValueRange(min, display.vmax().orElse(Math.max(range.max(), min)));
  }

  /// The range of 8 bits, or the range of the values.
  static ValueRange plain(NdArray pixels) {
    return pixels.type() == DType.UINT8 ? new ValueRange(0, 255) : ValueRange.of(pixels);
  }
}
