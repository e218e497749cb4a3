package penumbra.report.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import penumbra.core.DType;
import penumbra.core.measure.Statistics;
import penumbra.report.article.ImageFigures.FilterFigures;
import penumbra.report.html.FigureBlock;
import penumbra.report.html.Html;
import penumbra.report.html.Page;
import penumbra.report.html.ShellCommand;

/// The report: one self-contained page with its pictures.
final class ReportPage {
  private static final String LAST_WORDS =
      "Penumbra computed this page. The file statistics.json beside it has every number of this page"
          + " and many more. The folder figures has the figures. This is not a diagnostic device: the"
          + " pictures are for study and software development, not for the care of patients.";
  private static final int FIRST_FILES = 12;
  private static final int LISTED_FILES = 1000;

  // If all three panels are pictures, two are next to each other on a phone.
  private static final int MANY_COLUMNS = 3;

  private final DataSetFigures dataSet;
  private final List<ImageFigures> images;
  private final Map<String, RenderedFigure> plates;
  private final byte[] animation;
  private final FigureCommands commands;
  private final Page page;
  private int figures;

  /// A page about `images`, with the figures by their names and the GIF of the first ten.
  ReportPage(
      DataSetFigures dataSet,
      List<ImageFigures> images,
      Map<String, RenderedFigure> plates,
      byte[] animation,
      FigureCommands commands) {
    this.dataSet = dataSet;
    this.images = List.copyOf(images);
    this.plates = plates;
    this.animation = animation;
    this.commands = commands;
    String heading = "Filters on chest radiographs";
    this.page = Page.of(heading + ": " + dataSet.folder(), heading, dataSet.sentence());
  }

  /// The page, with a note at the top, if any.
  String render(String note) {
    aboutTheReport(note);
    dataSet();
    shapes();
    page.section("picture", "The picture").paragraph("The first picture of the listing, in grey.");
    figure("xray");
    animation();
    for (FilterFigures filter : images.getFirst().filters()) {
      filter(filter);
    }
    page.section("nine", "Nine pictures").paragraph("The first nine of the listing, side by side.");
    figure("grid");
    statistics();
    page.section("densities", "Pixel densities")
        .paragraph(
            "Each plot shows how often each grey level occurs. The horizontal axis spans the range"
                + " of the picture's type. The vertical axis ends above all but the spikes at the"
                + " ends of the range; the heights of the spikes stand below the plot.");
    figure("densities");
    masks();
    return page.render(LAST_WORDS);
  }

  private void aboutTheReport(String note) {
    page.section("about", "About this report");
    if (!note.isEmpty()) {
      page.paragraph(note);
    }
    page.paragraph(
        "Each filter is shown twice. As published: the result of the article's own code, bit for bit"
            + " what SciPy gives when nothing is said about the result's type, so that the result"
            + " keeps the type of the picture. Corrected: the same filter computed in real numbers,"
            + " where nothing wraps around. A pixel overflowed if the same steps, stored in 64-bit"
            + " integers, give another value.");
    page.paragraph(
        "A click on a panel enlarges it; the arrow keys then lead to the next one. The commands below"
            + " a figure make it again. They are to be run in the folder in which this report was"
            + " made.");
    page.add(Html.commands(List.of(commands.report())));
  }

  private void dataSet() {
    page.section("data", "The data set").add(Html.table(dataSet.counts()));
    for (String remark : dataSet.remarks()) {
      page.paragraph(remark);
    }
    List<String> files = dataSet.files();
    int first = Math.min(FIRST_FILES, files.size());
    list(files.subList(0, first), 1);
    if (files.size() > first) {
      int last = Math.min(LISTED_FILES, files.size());
      String more = String.format(Locale.ROOT, "and %,d more", files.size() - first);
      page.add("<details><summary>" + more + "</summary>\n");
      list(files.subList(first, last), first + 1);
      if (files.size() > last) {
        page.paragraph("The file statistics.json has all file names.");
      }
      page.add("</details>\n");
    }
  }

  private void list(List<String> files, int start) {
    StringBuilder html = new StringBuilder("<ol class=\"files\" start=\"" + start + "\">\n");
    for (String file : files) {
      html.append("<li>").append(Html.escape(file)).append("</li>\n");
    }
    page.add(html.append("</ol>\n").toString());
  }

  private void shapes() {
    page.section("shapes", "Shape and type");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("picture", "shape and type", "decoding"));
    for (ImageFigures image : images) {
      rows.add(
          List.of(
              image.name(), image.pixels().describe(), String.join(" ", image.decodingSteps())));
    }
    page.add(Html.table(rows));
  }

  private void filter(FilterFigures filter) {
    String name = filter.name();
    DType type = images.getFirst().pixels().type();
    page.section(name, title(name));
    page.add("<p class=\"why\">" + Html.escape(Explanations.of(name, type)) + "</p>\n");
    figure(name);
    figure(name + "-colormaps");
    figure(name + "-cmrmap");
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
    page.add(Html.table(rows));
  }

  private void statistics() {
    page.section("statistics", "Statistics");
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
    page.add(Html.table(rows));
  }

  private void masks() {
    page.section("masks", "Masks")
        .paragraph("The mask keeps the pixels above the threshold. All others become 0.");
    figure(Article.MASKS);
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
    page.add(Html.table(rows));
  }

  private void animation() {
    page.section("first-ten", "The first ten")
        .paragraph("Each picture is shown for a second. All are fitted on one canvas.");
    page.add(
        FigureBlock.inColumns(1, 1)
            .withPicture("image/gif", animation, "The first ten pictures, one after the other")
            .withCommand(commands.whole(Article.ANIMATION))
            .html(numbered("The first ten pictures")));
  }

  /// A figure, if there is one of that name.
  private void figure(String name) {
    RenderedFigure plate = plates.get(name);
    if (plate == null) {
      return;
    }
    boolean pictures = plate.columns() >= MANY_COLUMNS && plate.ranges().getFirst().isPresent();
    FigureBlock exhibit = FigureBlock.inColumns(plate.columns(), pictures ? 2 : 1);
    exhibit.withDrawings(plate.panels());
    for (ShellCommand command : commands.of(name, plate)) {
      exhibit.withCommand(command);
    }
    String title = plate.title().isEmpty() ? plate.panels().getFirst().title() : plate.title();
    page.add(exhibit.html(numbered(title)));
  }

  private String numbered(String title) {
    figures++;
    return "Figure " + figures + ". " + title;
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
