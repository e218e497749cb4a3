package penumbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import penumbra.cli.console.Console;
import penumbra.cli.console.Progress;
import penumbra.cli.option.ThreadsOption;
import penumbra.io.format.ReadOptions;
import penumbra.phantom.PhantomDataset;
import penumbra.report.article.ArticleRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `penumbra demo`: the article on simulated radiographs; needs no data.
@Command(
    name = "demo",
    description = "Simulate a set of chest X-rays and run the article on it; needs no data.",
    footer = {
      "",
      "Writes OUT/data (22 simulated radiographs in Kaggle's layout, with the true",
      "edges, lungs and opacities) and OUT/report.html. Every run gives the same bytes.",
      "",
      "Example:",
      "  penumbra demo"
    })
final class DemoCommand implements Callable<Integer> {
  private static final String NOTE =
      "These radiographs are simulated: no patient was X-rayed. Beside them, in data/truth, lie the"
          + " true edges, lungs and opacities.";

  private final Console console;
  @Mixin private ThreadsOption threads;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "The folder for data and report (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("penumbra-demo");

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path images;
    try (Progress progress = console.progress("Simulating", 1)) {
      images =
          PhantomDataset.standard()
              .write(
                  output.resolve("data"),
                  threads.execution(),
                  (done, all) -> progress.reach("radiographs", done, all));
    }
    ArticleRequest request =
        ArticleRequest.of(images, output)
            .withOptions(ReadOptions.standard().withExecution(threads.execution()));
    return ArticleCommand.run(console, request.withNote(NOTE));
  }
}
