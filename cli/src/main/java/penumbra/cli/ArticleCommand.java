package penumbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.cli.console.Progress;
import penumbra.cli.failure.FailureWords;
import penumbra.cli.failure.Failures;
import penumbra.cli.option.FrameOptions;
import penumbra.core.InvalidInputException;
import penumbra.report.article.Article;
import penumbra.report.article.ArticleRequest;
import penumbra.report.article.ArticleResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `penumbra article DIR -o OUT`: the whole article on a folder of radiographs.
@Command(
    name = "article",
    description = "Apply the whole article to a folder of X-rays and write a report.",
    footer = {
      "",
      "Writes OUT/report.html (self-contained), OUT/statistics.json, OUT/first-ten.gif and",
      "OUT/figures. Each filter is shown as published, bit for bit SciPy's result on 8-bit data,",
      "and corrected. Images are sorted by split (train, val, test), then by path.",
      "",
      "Example:",
      "  penumbra article chest_xray -o report"
    })
final class ArticleCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private FrameOptions reading;

  @Parameters(paramLabel = "DIR", description = "The folder of images; folders in it count too.")
  private Path folder = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "The folder for the report; created if it is missing.")
  private Path output = Path.of("");

  @Option(names = "--arrays", description = "Write each result as .npy too, into OUT/arrays.")
  private boolean arrays;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      description = "Filter and measure the first N images. Default: ${DEFAULT-VALUE}")
  private int limit = ArticleRequest.DEFAULT_LIMIT;

  @Option(
      names = "--figure",
      paramLabel = "NAME",
      completionCandidates = FigureNames.class,
      description =
          "Draw only this figure of the report into OUT/figures, with the same bytes:"
              + " ${COMPLETION-CANDIDATES}.")
  private @Nullable String figure;

  /// For help and completion.
  static final class FigureNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Article.FIGURE_NAMES.iterator();
    }
  }

  ArticleCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ArticleRequest request =
        ArticleRequest.of(folder, output)
            .withArrays(arrays)
            .withLimit(limit)
            .withOptions(reading.options());
    return figure == null ? run(console, request) : draw(request, figure);
  }

  private int draw(ArticleRequest request, String name) throws IOException {
    InvalidInputException.require(
        !arrays, "--figure", "must not be given with --arrays", name, "leave one of the two out");
    Path drawn;
    try (Progress progress = console.progress("Article", 1)) {
      drawn = Article.drawFigure(request, name, progress::reach);
    }
    console.out().println("Wrote " + drawn);
    return ExitCodes.DONE;
  }

  /// Runs the article, shows its progress, names the files that failed, and says where the report
  /// is.
  static int run(Console console, ArticleRequest request) throws IOException {
    ArticleResult result;
    try (Progress progress = console.progress("Article", 1)) {
      result = Article.run(request, progress::reach);
    }
    Failures.leaveOut(console, result.archives());
    result.failures().forEach(failure -> console.error(FailureWords.line(failure)));
    console.out().println("Open " + result.report());
    return result.failures().isEmpty() ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
  }
}
