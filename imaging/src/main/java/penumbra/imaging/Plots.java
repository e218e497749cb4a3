package penumbra.imaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.measure.Histogram;
import penumbra.figure.DensityPanel;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;
import penumbra.figure.Overlay;
import penumbra.figure.Panel;
import penumbra.figure.colour.ValueRange;
import penumbra.figure.render.FigurePng;
import penumbra.figure.render.FigureSvg;
import penumbra.io.format.AtomicFiles;
import penumbra.io.format.UnwritableFileException;

/// The figures of `penumbra plot`.
///
/// ```
/// Figure figure = Plots.compare(images, Display.standard()).withTitle("Before and after");
/// Plots.write(figure, Path.of("compare.svg"), Execution.ofThreads(2));
/// ```
public final class Plots {
  private Plots() {}

  /// An image with its title.
  ///
  /// @param title the text above the image
  /// @param pixels shape (height, width), or colours, (height, width, 3)
  public record Titled(String title, NdArray pixels) {}

  /// Images in rows, each with its own display, between the limits of `look`.
  ///
  /// @param displays one for each image
  public static Figure grid(
      List<Titled> images, int rows, int columns, List<Display> displays, GridStyle look) {
    return Figure.grid(rows, columns, look.panels(images, displays));
  }

  /// Images side by side on one scale, so that equal values have equal colours.
  public static Figure compare(List<Titled> images, Display display) {
    return Figure.row(compared(images, display).toArray(Panel[]::new));
  }

  /// Two images side by side on one scale, and the second minus the first, within limits that
  /// contain `percent` of the differences.
  public static Figure difference(List<Titled> images, Display display, double percent) {
    if (images.size() != 2) {
      throw InvalidInputException.of(
          "a comparison with the difference",
          "must have two images",
          images.size(),
          "leave the others out");
    }
    NdArray change = Differences.between(images.getFirst().pixels(), images.getLast().pixels());
    List<Panel> panels = new ArrayList<>(compared(images, display));
    panels.add(Differences.panel("Difference, second - first", change, percent));
    return Figure.row(panels.toArray(Panel[]::new));
  }

  private static List<ImagePanel> compared(List<Titled> images, Display display) {
    var look = new GridStyle(true, Optional.empty(), true, false);
    return look.panels(images, Collections.nCopies(images.size(), display));
  }

  /// A picture with colours over it wherever masks are above their thresholds.
  ///
  /// @param masks with the picture's shape; later ones are drawn over earlier ones
  /// @param overlays one for each mask
  public static Figure overlay(
      Titled picture,
      List<NdArray> masks,
      List<Overlay> overlays,
      Display display,
      Execution execution) {
    ImagePanel below = GridStyle.standard().panels(List.of(picture), List.of(display)).getFirst();
    NdArray pixels =
        below.image().rank() == 2
            ? below.colormap().apply(below.image(), below.range(), execution)
            : below.image();
    for (int i = 0; i < masks.size(); i++) {
      pixels = overlays.get(i).on(pixels, masks.get(i));
    }
    return Figure.of(ImagePanel.of(picture.title(), pixels));
  }

  /// How the plots of [#histograms] are drawn.
  public enum HistogramAxis {
    /// Spikes at the ends are cut off, and their heights are given below.
    CUT,
    /// Up to the highest bin.
    WHOLE,
    /// Up to the highest bin, on a logarithmic axis.
    LOGARITHMIC
  }

  /// How often each grey level occurs, for up to nine images: 8-bit ones over 0..255, others over
  /// their own range.
  public static Figure histograms(
      List<Titled> images, int bins, HistogramAxis axis, Execution execution) {
    List<Panel> panels = new ArrayList<>();
    for (Titled image : images) {
      ValueRange range = GridStyle.plain(image.pixels());
      double max = range.max() > range.min() ? range.max() : range.min() + 1;
      Histogram density = Histogram.of(image.pixels(), range.min(), max, bins, execution);
      DensityPanel panel =
          DensityPanel.of(image.title(), range.min(), max, density.counts())
              .withAxisLabels("grey level", "pixels");
      panels.add(
          switch (axis) {
            case CUT -> panel.withSpikesCut();
            case WHOLE -> panel;
            case LOGARITHMIC -> panel.withScale(DensityPanel.Scale.LOGARITHMIC);
          });
    }
    int columns = (int) Math.ceil(Math.sqrt(panels.size()));
    return Figure.grid(Math.ceilDiv(panels.size(), columns), columns, panels);
  }

  /// Writes the figure completely or not at all, as PNG or SVG according to the name's extension.
  public static void write(Figure figure, Path file, Execution execution) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".svg")) {
      AtomicFiles.write(file, FigureSvg.render(figure, execution).getBytes(StandardCharsets.UTF_8));
    } else if (name.endsWith(".png")) {
      AtomicFiles.write(file, FigurePng.render(figure, execution));
    } else {
      throw UnwritableFileException.of(
          file, "must end in .png or .svg", "ends otherwise", "add one of these to the name");
    }
  }
}
