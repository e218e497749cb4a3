package penumbra.pipeline;

import static penumbra.core.InvalidInputException.require;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.measure.Histogram;
import penumbra.figure.Colormap;
import penumbra.figure.DensityPanel;
import penumbra.figure.Figure;
import penumbra.figure.FigurePng;
import penumbra.figure.FigureSvg;
import penumbra.figure.ImagePanel;
import penumbra.figure.Panel;
import penumbra.figure.ValueRange;
import penumbra.io.AtomicFiles;
import penumbra.io.UnwritableFileException;

/// The figures that users can ask for.
///
/// ```
/// Figure figure = Plots.grid(images, 3, 3, Display.standard()).withTitle("Normal chests");
/// Plots.write(figure, Path.of("grid.svg"));
/// ```
public final class Plots {
  private static final Colormap DIVERGING = Colormap.named("seismic");

  private Plots() {}

  /// An image with the words over it.
  ///
  /// @param title the words
  /// @param pixels shape (height, width)
  public record Titled(String title, NdArray pixels) {}

  /// Images in rows, 8-bit ones from 0 to 255, all others from their smallest to their largest
  /// value, unless the display says otherwise.
  public static Figure grid(List<Titled> images, int rows, int columns, Display display) {
    return Figure.grid(rows, columns, images.stream().map(i -> panel(i, display)).toList());
  }

  /// Images side by side in one scale, so that equal values have equal colours.
  public static Figure compare(List<Titled> images, Display display, boolean difference) {
    List<Panel> panels = new ArrayList<>();
    ValueRange range = common(images, display);
    for (Titled image : images) {
      ImagePanel panel = ImagePanel.of(image.title(), image.pixels(), display.colours());
      panels.add(panel.withRange(range).withColourBar(true));
    }
    if (difference) {
      require(
          images.size() == 2,
          "a comparison with the difference",
          "must have two images",
          images.size(),
          "leave the others out");
      NdArray change = difference(images.getFirst().pixels(), images.getLast().pixels());
      panels.add(
          ImagePanel.of("Difference, second - first", change, DIVERGING)
              .withRange(ValueRange.symmetric(change))
              .withColourBar(true));
    }
    return Figure.row(panels.toArray(Panel[]::new));
  }

  /// How often each grey level occurs, for up to nine images: 8-bit ones over 0..255, others over
  /// their own range.
  public static Figure histograms(List<Titled> images, int bins) {
    List<Panel> panels = new ArrayList<>();
    for (Titled image : images) {
      ValueRange range = plain(image.pixels());
      double max = range.max() > range.min() ? range.max() : range.min() + 1;
      Histogram density = Histogram.of(image.pixels(), range.min(), max, bins);
      panels.add(
          DensityPanel.of(image.title(), range.min(), max, density.counts())
              .withAxisLabels("grey level", "pixels"));
    }
    int columns = (int) Math.ceil(Math.sqrt(panels.size()));
    return Figure.grid(Math.ceilDiv(panels.size(), columns), columns, panels);
  }

  /// Writes the figure whole or not at all, as PNG or SVG by the name's extension.
  public static void write(Figure figure, Path file) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".svg")) {
      AtomicFiles.write(file, FigureSvg.render(figure).getBytes(StandardCharsets.UTF_8));
    } else if (name.endsWith(".png")) {
      AtomicFiles.write(file, FigurePng.render(figure));
    } else {
      throw UnwritableFileException.of(
          file, "must end in .png or .svg", "ends otherwise", "add one of these to the name");
    }
  }

  private static ImagePanel panel(Titled image, Display display) {
    ImagePanel panel = ImagePanel.of(image.title(), image.pixels(), display.colours());
    boolean fixed = display.vmin().isPresent() || display.vmax().isPresent();
    return panel.withRange(fixed ? display.range(image.pixels()) : plain(image.pixels()));
  }

  private static ValueRange common(List<Titled> images, Display display) {
    List<ValueRange> ranges = images.stream().map(image -> panel(image, display).range()).toList();
    return new ValueRange(
        ranges.stream().mapToDouble(ValueRange::min).min().orElse(0),
        ranges.stream().mapToDouble(ValueRange::max).max().orElse(0));
  }

  /// All that 8 bits can hold, or the range of the values.
  private static ValueRange plain(NdArray pixels) {
    return pixels.type() == DType.UINT8 ? new ValueRange(0, 255) : ValueRange.of(pixels);
  }

  private static NdArray difference(NdArray first, NdArray second) {
    require(
        Arrays.equals(first.shape(), second.shape()),
        "the shape of the second image",
        "must be that of the first, " + NdArray.describe(first.shape()),
        NdArray.describe(second.shape()),
        "leave the difference out");
    double[] values = second.toDoubles();
    double[] others = first.toDoubles();
    for (int i = 0; i < values.length; i++) {
      values[i] -= others[i];
    }
    return NdArray.ofFloat64(values, first.shape());
  }
}
