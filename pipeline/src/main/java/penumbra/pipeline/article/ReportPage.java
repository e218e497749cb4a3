package penumbra.pipeline.article;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import penumbra.core.measure.Statistics;
import penumbra.pipeline.article.ImageFigures.FilterFigures;
import penumbra.pipeline.html.Html;

/// The report: one page that holds everything, its pictures included.
final class ReportPage {
  private static final int FIRST_FILES = 12;
  private static final int LISTED_FILES = 1000;

  // A row of three panels is as wide as the page.
  private static final double CSS_PIXELS_PER_PIXEL = 0.8;

  // Where the files of pictures say how wide they are.
  private static final int PNG_WIDTH = 16;
  private static final int GIF_WIDTH = 6;

  private final DataSetFigures dataSet;
  private final List<ImageFigures> images;
  private final Map<String, byte[]> pictures;
  private final String note;
  private final StringBuilder html = new StringBuilder();

  /// A page about `images`, with the pictures by their names, and a note at the top, if any.
  ReportPage(
      DataSetFigures dataSet,
      List<ImageFigures> images,
      Map<String, byte[]> pictures,
      String note) {
    this.note = note;
    this.dataSet = dataSet;
    this.images = List.copyOf(images);
    this.pictures = pictures;
  }

  String render() {
    html.append(ReportStyle.head(dataSet.folder()));
    html.append("<header><h1>Filters on chest radiographs</h1>\n<p class=\"lead\">");
    html.append(Html.escape(dataSet.sentence()));
    html.append("</p>\n</header>\n<main>\n");
    if (!note.isEmpty()) {
      paragraph(note);
    }
    aboutTheReport();
    dataSet();
    shapes();
    section("The picture", "The first picture of the listing, in grey.");
    picture("xray", "The first picture in grey");
    section("The first ten", "One second each, fitted on one canvas.");
    animation();
    for (FilterFigures filter : images.getFirst().filters()) {
      filter(filter);
    }
    section("Nine pictures", "The first nine of the listing, side by side.");
    picture("grid", "Nine chest radiographs in a grid");
    statistics();
    section(
        "Pixel densities",
        "How often each grey level occurs; the horizontal axis spans the type's range, the vertical"
            + " one ends above all but spikes at its ends, whose heights stand below the plot.");
    picture("densities", "Nine plots of pixel densities");
    masks();
    html.append(ReportStyle.foot());
    return html.toString();
  }

  private void aboutTheReport() {
    paragraph(
        "Each filter is shown twice. As published: the result of the article's own code, bit for bit"
            + " what SciPy gives when an 8-bit picture goes in and nothing is said about the result's"
            + " type. Corrected: the same filter computed in real numbers, where nothing wraps around."
            + " The share of pixels that overflowed counts those that differ from the same steps stored"
            + " in 64-bit integers.");
  }

  private void dataSet() {
    section("The data set", "");
    html.append(Html.table(dataSet.counts()));
    for (String remark : dataSet.remarks()) {
      paragraph(remark);
    }
    List<String> files = dataSet.files();
    int first = Math.min(FIRST_FILES, files.size());
    list(files.subList(0, first), 1);
    if (files.size() > first) {
      int last = Math.min(LISTED_FILES, files.size());
      html.append("<details><summary>")
          .append(String.format(Locale.ROOT, "and %,d more", files.size() - first))
          .append("</summary>\n");
      list(files.subList(first, last), first + 1);
      if (files.size() > last) {
        paragraph("All file names stand in statistics.json.");
      }
      html.append("</details>\n");
    }
  }

  private void list(List<String> files, int start) {
    html.append("<ol class=\"files\" start=\"").append(start).append("\">\n");
    for (String file : files) {
      html.append("<li>").append(Html.escape(file)).append("</li>\n");
    }
    html.append("</ol>\n");
  }

  private void shapes() {
    section("Shape and type", "");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("picture", "shape and type", "decoding"));
    for (ImageFigures image : images) {
      rows.add(
          List.of(
              image.name(), image.pixels().describe(), String.join(" ", image.decodingSteps())));
    }
    html.append(Html.table(rows));
  }

  private void filter(FilterFigures filter) {
    String name = filter.name();
    String title = title(name);
    html.append("<div class=\"together\">\n");
    section(title, "");
    html.append("<p class=\"why\">").append(Html.escape(Explanations.of(name))).append("</p>\n");
    picture(name, title + ", as published and corrected");
    html.append("</div>\n");
    picture(name + "-colormaps", title + " as published, in three colormaps");
    picture(name + "-cmrmap", title + " in CMRmap");
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "picture",
            "published min",
            "published max",
            "corrected min",
            "corrected max",
            "overflowed pixels"));
    for (ImageFigures image : images) {
      FilterFigures figures = image.filter(name);
      rows.add(
          List.of(
              image.name(),
              number(figures.published().min()),
              number(figures.published().max()),
              number(figures.corrected().min()),
              number(figures.corrected().max()),
              String.format(Locale.ROOT, "%.2f %%", figures.overflowPercent())));
    }
    html.append(Html.table(rows));
  }

  private void statistics() {
    section("Statistics", "");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("picture", "min", "max", "mean", "median", "standard deviation"));
    for (ImageFigures image : images) {
      Statistics s = image.statistics();
      rows.add(
          List.of(
              image.name(),
              number(s.min()),
              number(s.max()),
              number(s.mean()),
              number(s.median()),
              number(s.standardDeviation())));
    }
    html.append(Html.table(rows));
  }

  private void masks() {
    section("Masks", "Only the pixels above the threshold are kept; all others become 0.");
    picture("masks", "The picture, its bright pixels, and the mask");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("picture", "threshold", "kept pixels", "share"));
    for (ImageFigures image : images) {
      rows.add(
          List.of(
              image.name(),
              number(image.threshold()),
              String.format(Locale.ROOT, "%,d", image.kept()),
              String.format(Locale.ROOT, "%.2f %%", image.keptPercent())));
    }
    html.append(Html.table(rows));
  }

  private void animation() {
    byte[] gif = pictures.get("first-ten");
    if (gif != null) {
      int width = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN).getShort(GIF_WIDTH) & 0xFFFF;
      String alternative = "The first ten pictures, one after the other";
      html.append(Html.figure("image/gif", gif, width, alternative, ""));
    }
  }

  /// A figure, so large that the lettering of all figures has one size.
  private void picture(String name, String alternative) {
    byte[] png = pictures.get(name);
    if (png != null) {
      long width = Math.round(ByteBuffer.wrap(png).getInt(PNG_WIDTH) * CSS_PIXELS_PER_PIXEL);
      html.append(Html.figure("image/png", png, (int) width, alternative, ""));
    }
  }

  private void section(String title, String lead) {
    html.append("<h2>").append(Html.escape(title)).append("</h2>\n");
    if (!lead.isEmpty()) {
      paragraph(lead);
    }
  }

  private void paragraph(String text) {
    html.append("<p>").append(Html.escape(text)).append("</p>\n");
  }

  private static String title(String filter) {
    return switch (filter) {
      case Studies.LAPLACIAN -> "Laplacian of Gaussian";
      case Studies.GRADIENT -> "Gaussian gradient magnitude";
      case Studies.SOBEL -> "Sobel";
      case Studies.CANNY -> "Canny";
      default -> throw new IllegalArgumentException(filter);
    };
  }

  /// Up to four decimals, without zeros at the end.
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.4f", value);
    String trimmed = text.replaceFirst("\\.?0+$", "");
    return trimmed.equals("-0") ? "0" : trimmed.replace('-', '−');
  }
}
