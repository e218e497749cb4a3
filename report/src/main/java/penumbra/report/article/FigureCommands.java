package penumbra.report.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import penumbra.figure.colour.ValueRange;
import penumbra.io.format.ReadOptions;
import penumbra.report.html.ShellCommand;

/// The commands that reproduce the report's figures: each complete figure, and each panel that a
/// single filter makes.
final class FigureCommands {
  // The positions of the panels in a figure of four.
  private static final int PUBLISHED = 1;
  private static final int CORRECTED = 2;

  private static final Pattern THRESHOLDS = Pattern.compile("minVal (\\d+), maxVal (\\d+)");

  private final ArticleRequest request;
  private final String first;
  private final boolean asStored;
  private final ImageFigures image;

  /// @param first the path of the first picture
  /// @param asStored whether the filters get the file's own grey values
  /// @param image its measurements
  FigureCommands(ArticleRequest request, String first, boolean asStored, ImageFigures image) {
    this.request = request;
    this.first = first;
    this.asStored = asStored;
    this.image = image;
  }

  /// The command that makes the report.
  ShellCommand report() {
    return new ShellCommand("This report", article());
  }

  /// The commands of a figure; the first is for the complete figure.
  List<ShellCommand> of(String figure, RenderedFigure plate) {
    List<ShellCommand> commands = new ArrayList<>(List.of(whole(figure)));
    if (asStored) {
      panels(figure, plate, commands);
    }
    return commands;
  }

  /// The command of a complete figure.
  ShellCommand whole(String figure) {
    List<String> words = article();
    words.addAll(List.of("--figure", figure));
    return new ShellCommand("The whole figure, into " + Article.fileOf(figure), words);
  }

  private List<String> article() {
    List<String> words = new ArrayList<>(List.of("penumbra", "article"));
    words.add(ShellCommand.path(request.input()));
    words.addAll(List.of("-o", ShellCommand.path(request.output())));
    if (request.limit() != ArticleRequest.DEFAULT_LIMIT) {
      words.add("--limit=" + request.limit());
    }
    ReadOptions options = request.options();
    options.frame().ifPresent(frame -> words.add("--frame=" + frame));
    options.window().ifPresent(window -> words.add("--window=" + window));
    if (options.lenient()) {
      words.add("--lenient");
    }
    if (options.strict()) {
      words.add("--strict");
    }
    return words;
  }

  private void panels(String figure, RenderedFigure plate, List<ShellCommand> commands) {
    switch (figure) {
      case Studies.LAPLACIAN -> smoothed("gaussian-laplace", "--sigma=1", plate, commands);
      case Studies.GRADIENT ->
          smoothed("gaussian-gradient-magnitude", "--sigma=2", plate, commands);
      case Studies.CANNY -> {
        Matcher chosen = THRESHOLDS.matcher(image.filter(figure).parameters());
        if (!chosen.matches()) {
          throw new IllegalStateException("the parameters of Canny's edges are two thresholds");
        }
        List<String> options =
            List.of("--min-val=" + chosen.group(1), "--max-val=" + chosen.group(2));
        commands.add(filter("Corrected: Canny's edges", "canny", "canny.png", options));
      }
      case Article.MASKS -> {
        String value = String.format(Locale.ROOT, "--value=%.0f", image.threshold());
        List<String> keep = range(plate.ranges().get(1));
        keep.addFirst(value);
        commands.add(filter("What the mask keeps", "threshold", "kept.png", keep));
        List<String> binary = List.of(value, "--mode=binary");
        commands.add(filter("The mask", "threshold", "mask.png", binary));
      }
      default -> {}
    }
  }

  private void smoothed(
      String filter, String sigma, RenderedFigure plate, List<ShellCommand> commands) {
    List<String> published = range(plate.ranges().get(PUBLISHED));
    published.addAll(0, List.of(sigma, "--output-type=same"));
    commands.add(filter("As published", filter, filter + "-published.png", published));
    List<String> corrected = range(plate.ranges().get(CORRECTED));
    corrected.addAll(0, List.of(sigma, "--output-type=float64"));
    commands.add(filter("Corrected", filter, filter + "-corrected.png", corrected));
  }

  private ShellCommand filter(String purpose, String name, String output, List<String> options) {
    List<String> words = new ArrayList<>(List.of("penumbra", "filter", name, first));
    words.addAll(List.of("-o", output));
    words.addAll(options);
    return new ShellCommand(purpose, words);
  }

  /// The values of the first and the last colour; none for a constant picture.
  private static List<String> range(Optional<ValueRange> range) {
    List<String> words = new ArrayList<>();
    range
        .filter(ends -> ends.min() < ends.max())
        .ifPresent(ends -> {
          words.add("--vmin=" + number(ends.min()));
          words.add("--vmax=" + number(ends.max()));
        });
    return words;
  }

  /// The shortest text that parses to this number.
  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : Double.toString(value);
  }
}
