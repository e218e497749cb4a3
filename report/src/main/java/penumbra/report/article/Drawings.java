package penumbra.report.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.filter.intensity.Threshold;
import penumbra.core.measure.Percentiles;
import penumbra.figure.DensityPanel;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;
import penumbra.figure.Overlay;
import penumbra.figure.colour.Colormap;
import penumbra.figure.colour.ValueRange;
import penumbra.imaging.Differences;

/// The article's figures.
final class Drawings {
  // Noise does not compress, and these figures are mostly noise: with panels of 280 points the
  // report has 17 MB, with these 9.
  private static final double PANEL = 184;
  private static final double ROBUST_PERCENTILE = 99.5;

  private Drawings() {}

  /// The article's `plot_xray`: the picture in grey.
  static Figure xray(String name, NdArray pixels) {
    return Figure.of(
            ImagePanel.of(name, pixels)
                .withRange(0, ImageFigures.white(pixels))
                .withColourBar(true)
                .withTicks(true))
        .withPanelWidth(440)
        .withMargin(0);
  }

  /// The Laplacian of Gaussian: the picture, as published, corrected, and the difference.
  static Figure laplacian(NdArray pixels, FilterComparison study, Execution execution) {
    double reach = robustReach(study.corrected(), execution);
    ImagePanel corrected =
        corrected(study)
            .withRange(-reach, reach)
            .withCaption("0 is mid-grey; the most extreme 0.5 % are drawn black or white");
    return quartet("Laplacian of Gaussian, σ = 1", pixels, published(study), corrected, study);
  }

  /// The gradient's magnitude, in the same form.
  static Figure gradient(NdArray pixels, FilterComparison study, Execution execution) {
    ImagePanel corrected =
        bright(study, execution)
            .withCaption("grey levels per pixel; the steepest 0.5 % are drawn white");
    return quartet(
        "Gaussian gradient magnitude, σ = 2", pixels, published(study), corrected, study);
  }

  /// Sobel in grey, in the same form.
  static Figure sobel(NdArray pixels, FilterComparison study, Execution execution) {
    ImagePanel corrected =
        bright(study, execution)
            .withCaption("the largest is 255; the steepest 0.5 % are drawn white");
    ImagePanel published =
        published(study, "As published (derivatives in " + pixels.type().label() + ")");
    return quartet("Sobel magnitude, largest set to 255", pixels, published, corrected, study);
  }

  /// Sobel in the article's CMRmap, as published and corrected.
  static Figure sobelCmrmap(FilterComparison study, Execution execution) {
    Colormap map = Colormap.named("CMRmap");
    return Figure.row(
            ImagePanel.of("As published, CMRmap", study.published(), map).withColourBar(true),
            ImagePanel.of("Corrected, CMRmap", study.corrected(), map)
                .withRange(0, robustReach(study.corrected(), execution))
                .withColourBar(true))
        .withTitle("Sobel magnitude in CMRmap")
        .withPanelWidth(PANEL)
        .withMargin(0);
  }

  /// The article's "Canny" in its three colormaps.
  static Figure cannyPublished(FilterComparison study) {
    return Figure.row(
            inColours(study, "prism"),
            inColours(study, "nipy_spectral"),
            inColours(study, "terrain"))
        .withTitle("The article's \u201cCanny\u201d in its three colormaps")
        .withPanelWidth(PANEL)
        .withMargin(0);
  }

  /// What the article calls Canny, Canny's edges, and the distance between them.
  static Figure canny(NdArray pixels, FilterComparison study, Execution execution) {
    return quartet(
        "The article's \u201cCanny\u201d and Canny's edges",
        ImagePanel.of("Picture with Canny's edges", overlay(pixels, study.corrected())),
        published(study)
            .withRange(0, robustReach(study.published(), execution))
            .withCaption(overflow(study) + "; the steepest 0.5 % are drawn white"),
        corrected(study).withCaption("255 on an edge, else 0; " + study.parameters()),
        study);
  }

  /// Nine pictures, or as many as there are.
  static Figure grid(String title, List<String> names, List<NdArray> pictures) {
    List<ImagePanel> panels = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      NdArray picture = pictures.get(i);
      panels.add(ImagePanel.of(names.get(i), picture).withRange(0, ImageFigures.white(picture)));
    }
    int columns = Math.min(3, panels.size());
    return Figure.grid(Math.ceilDiv(panels.size(), columns), columns, panels)
        .withTitle(title)
        .withPanelWidth(PANEL)
        .withMargin(0);
  }

  /// The histograms of the pictures.
  static Figure densities(List<ImageFigures> images) {
    List<DensityPanel> panels = new ArrayList<>();
    for (ImageFigures image : images) {
      panels.add(
          DensityPanel.of(
                  shortName(image.name()),
                  image.histogram().min(),
                  image.histogram().max(),
                  image.histogram().counts())
              .withAxisLabels("grey level", "pixels")
              .withSpikesCut());
    }
    int columns = Math.min(3, panels.size());
    return Figure.grid(Math.ceilDiv(panels.size(), columns), columns, panels)
        .withTitle("Distribution of pixel values")
        .withPanelWidth(PANEL)
        .withMargin(0);
  }

  /// The picture, the picture inside the mask, and the mask.
  static Figure masks(NdArray pixels, Execution execution) {
    double threshold = ImageFigures.threshold(pixels);
    double white = ImageFigures.white(pixels);
    String level = String.format(Locale.ROOT, "%.0f", threshold);
    NdArray kept = Threshold.keep(threshold).apply(pixels, execution);
    NdArray mask = Threshold.binary(threshold).apply(pixels, execution);
    return Figure.row(
            ImagePanel.of("Picture", pixels).withRange(0, white),
            ImagePanel.of("where(x > " + level + ", x, 0)", kept).withRange(0, white),
            ImagePanel.of("Mask: x > " + level, mask).withRange(0, 255))
        .withTitle("Pixels above " + level)
        .withPanelWidth(PANEL)
        .withMargin(0);
  }

  /// A file's name without the folders above it.
  static String shortName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static Figure quartet(
      String title,
      NdArray pixels,
      ImagePanel published,
      ImagePanel corrected,
      FilterComparison study) {
    ImagePanel picture =
        ImagePanel.of("Picture (" + pixels.type().label() + ")", pixels)
            .withRange(0, ImageFigures.white(pixels));
    return quartet(title, picture, published, corrected, study);
  }

  private static Figure quartet(
      String title,
      ImagePanel picture,
      ImagePanel published,
      ImagePanel corrected,
      FilterComparison study) {
    return Figure.grid(2, 2, List.of(picture, published, corrected, difference(study)))
        .withTitle(title)
        .withPanelWidth(PANEL)
        .withMargin(0);
  }

  private static ImagePanel published(FilterComparison study) {
    return published(study, "As published (" + study.published().type().label() + ")");
  }

  private static ImagePanel published(FilterComparison study, String title) {
    return ImagePanel.of(title, study.published()).withColourBar(true).withCaption(overflow(study));
  }

  private static ImagePanel corrected(FilterComparison study) {
    String title = "Corrected (" + study.corrected().type().label() + ")";
    return ImagePanel.of(title, study.corrected()).withColourBar(true);
  }

  /// The corrected result, from 0 to the limit that only the most extreme values exceed.
  private static ImagePanel bright(FilterComparison study, Execution execution) {
    return corrected(study).withRange(0, robustReach(study.corrected(), execution));
  }

  private static ImagePanel difference(FilterComparison study) {
    NdArray change = Differences.between(study.corrected(), study.published());
    return Differences.panel("Difference", change, ROBUST_PERCENTILE)
        .withCaption("published \u2212 corrected; the most extreme 0.5 % in the end colours");
  }

  private static ImagePanel inColours(FilterComparison study, String map) {
    return ImagePanel.of("As published, " + map, study.published(), Colormap.named(map));
  }

  private static String overflow(FilterComparison study) {
    return study.overflowed() == 0
        ? "no pixel overflowed"
        : String.format(Locale.ROOT, "%.1f %% of the pixels overflowed", study.overflowPercent());
  }

  /// The magnitude that only the most extreme values exceed; never 0.
  private static double robustReach(NdArray array, Execution execution) {
    double[] ends = Percentiles.of(array, execution, 100 - ROBUST_PERCENTILE, ROBUST_PERCENTILE);
    double reach = Math.max(Math.abs(ends[0]), Math.abs(ends[1]));
    if (reach > 0) {
      return reach;
    }
    ValueRange all = ValueRange.symmetric(array);
    return all.max() > 0 ? all.max() : 1;
  }

  /// The picture in grey with the edges in orange.
  private static NdArray overlay(NdArray pixels, NdArray edges) {
    ValueRange range = new ValueRange(0, ImageFigures.white(pixels));
    return Overlay.of("orange").on(Colormap.gray().greys(pixels, range), edges);
  }
}
