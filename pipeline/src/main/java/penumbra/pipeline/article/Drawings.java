package penumbra.pipeline.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import penumbra.core.NdArray;
import penumbra.core.filter.Threshold;
import penumbra.core.measure.Percentiles;
import penumbra.figure.Colormap;
import penumbra.figure.DensityPanel;
import penumbra.figure.Figure;
import penumbra.figure.ImagePanel;
import penumbra.figure.ValueRange;

/// The article's figures.
final class Drawings {
  private static final double WIDE_PANEL = 280;
  private static final double ROBUST_PERCENTILE = 99.5;

  private Drawings() {}

  /// The article's `plot_xray`: the picture in grey.
  static Figure xray(String name, NdArray pixels) {
    return Figure.of(
            ImagePanel.of(name, pixels)
                .withRange(0, ImageFigures.white(pixels))
                .withColourBar(true)
                .withTicks(true))
        .withPanelWidth(440);
  }

  /// The Laplacian of Gaussian: the picture, as published, corrected, and the difference.
  static Figure laplacian(NdArray pixels, Study study) {
    double reach = robustReach(study.corrected());
    ImagePanel corrected =
        ImagePanel.of("Corrected", study.corrected())
            .withRange(-reach, reach)
            .withColourBar(true)
            .withCaption("zero is mid-grey; the darkest and lightest 0.5 % are cut off");
    return quartet("Laplacian of Gaussian, sigma 1", pixels, study, corrected);
  }

  /// The gradient's magnitude, likewise.
  static Figure gradient(NdArray pixels, Study study) {
    ImagePanel corrected =
        ImagePanel.of("Corrected", study.corrected())
            .withRange(0, robustReach(study.corrected()))
            .withColourBar(true)
            .withCaption("grey levels per pixel");
    return quartet("Gaussian gradient magnitude, sigma 2", pixels, study, corrected);
  }

  /// Sobel in grey, likewise.
  static Figure sobel(NdArray pixels, Study study) {
    ImagePanel corrected =
        ImagePanel.of("Corrected", study.corrected())
            .withRange(0, robustReach(study.corrected()))
            .withColourBar(true)
            .withCaption("normalised to 255; the lightest 0.5 % are cut off");
    return quartet("Sobel magnitude, normalised to 255", pixels, study, corrected);
  }

  /// Sobel in the article's CMRmap, as published and corrected.
  static Figure sobelCmrmap(Study study) {
    Colormap map = Colormap.named("CMRmap");
    return Figure.row(
            ImagePanel.of("As published, CMRmap", study.published(), map).withColourBar(true),
            ImagePanel.of("Corrected, CMRmap", study.corrected(), map)
                .withRange(0, robustReach(study.corrected()))
                .withColourBar(true))
        .withTitle("Sobel magnitude in CMRmap")
        .withPanelWidth(WIDE_PANEL);
  }

  /// The article's "Canny" in its three colormaps.
  static Figure cannyPublished(Study study) {
    return Figure.row(
            published(study, "prism"),
            published(study, "nipy_spectral"),
            published(study, "terrain"))
        .withTitle("The article's \u201cCanny\u201d");
  }

  /// The steps of Canny's method, and how far its edges are from the article's.
  static Figure canny(NdArray pixels, Study study) {
    NdArray gradient = Studies.smoothedGradient(pixels);
    return Figure.grid(
            2,
            2,
            List.of(
                ImagePanel.of("Smoothed gradient", gradient).withRange(0, robustReach(gradient)),
                ImagePanel.of("Corrected: Canny's edges", study.corrected())
                    .withCaption(study.parameters()),
                ImagePanel.of("Edges on the picture", overlay(pixels, study.corrected())),
                difference(study)))
        .withTitle("Canny's edges")
        .withPanelWidth(WIDE_PANEL);
  }

  /// Nine pictures, or as many as there are.
  static Figure grid(String title, List<String> names, List<NdArray> pictures) {
    List<ImagePanel> panels = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      NdArray picture = pictures.get(i);
      panels.add(ImagePanel.of(names.get(i), picture).withRange(0, ImageFigures.white(picture)));
    }
    int columns = Math.min(3, panels.size());
    return Figure.grid(Math.ceilDiv(panels.size(), columns), columns, panels).withTitle(title);
  }

  /// How often each grey level occurs in each of the pictures.
  static Figure densities(List<ImageFigures> images) {
    List<DensityPanel> panels = new ArrayList<>();
    for (ImageFigures image : images) {
      panels.add(
          DensityPanel.of(
                  shortName(image.name()),
                  image.histogram().min(),
                  image.histogram().max(),
                  image.histogram().counts())
              .withAxisLabels("grey level", "pixels"));
    }
    int columns = Math.min(3, panels.size());
    return Figure.grid(Math.ceilDiv(panels.size(), columns), columns, panels)
        .withTitle("Distribution of pixel values");
  }

  /// The picture, what the mask keeps, and the mask.
  static Figure masks(NdArray pixels) {
    double threshold = ImageFigures.threshold(pixels);
    double white = ImageFigures.white(pixels);
    String level = String.format(Locale.ROOT, "%.0f", threshold);
    return Figure.row(
            ImagePanel.of("Picture", pixels).withRange(0, white),
            ImagePanel.of("where(x > " + level + ", x, 0)", Threshold.keep(threshold).apply(pixels))
                .withRange(0, white),
            ImagePanel.of("Mask: x > " + level, Threshold.binary(threshold).apply(pixels))
                .withRange(0, 255))
        .withTitle("Pixels above " + level);
  }

  /// A file's name without the folders above it.
  static String shortName(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static Figure quartet(String title, NdArray pixels, Study study, ImagePanel corrected) {
    return Figure.grid(
            2,
            2,
            List.of(
                ImagePanel.of("Picture", pixels).withRange(0, ImageFigures.white(pixels)),
                ImagePanel.of("As published", study.published())
                    .withColourBar(true)
                    .withCaption(overflow(study)),
                corrected,
                difference(study)))
        .withTitle(title)
        .withPanelWidth(WIDE_PANEL);
  }

  private static ImagePanel difference(Study study) {
    return ImagePanel.of("Difference", study.difference(), Colormap.named("inferno"))
        .withColourBar(true)
        .withCaption("|published \u2212 corrected|");
  }

  private static ImagePanel published(Study study, String map) {
    return ImagePanel.of("As published, " + map, study.published(), Colormap.named(map));
  }

  private static String overflow(Study study) {
    return String.format(Locale.ROOT, "%.1f %% of the pixels overflowed", study.overflowPercent());
  }

  /// The magnitude that all but the most extreme values stay below; never 0.
  private static double robustReach(NdArray array) {
    double[] ends = Percentiles.of(array, 100 - ROBUST_PERCENTILE, ROBUST_PERCENTILE);
    double reach = Math.max(Math.abs(ends[0]), Math.abs(ends[1]));
    if (reach > 0) {
      return reach;
    }
    ValueRange all = ValueRange.symmetric(array);
    return all.max() > 0 ? all.max() : 1;
  }

  /// The picture in grey with the edges in orange.
  private static NdArray overlay(NdArray pixels, NdArray edges) {
    double white = ImageFigures.white(pixels);
    double[] grey = pixels.toDoubles();
    double[] edge = edges.toDoubles();
    byte[] rgb = new byte[3 * grey.length];
    for (int i = 0; i < grey.length; i++) {
      byte level = (byte) Math.rint(grey[i] * 255 / white);
      boolean on = edge[i] > 0;
      rgb[3 * i] = on ? (byte) 255 : level;
      rgb[3 * i + 1] = on ? (byte) 140 : level;
      rgb[3 * i + 2] = on ? 0 : level;
    }
    return NdArray.ofUint8(rgb, pixels.length(0), pixels.length(1), 3);
  }
}
