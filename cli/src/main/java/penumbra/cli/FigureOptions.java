package penumbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import penumbra.core.InvalidInputException;
import penumbra.figure.Figure;
import penumbra.pipeline.Plots;
import picocli.CommandLine.Option;

/// The options that all figures have.
final class FigureOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The figure, *.png or *.svg.")
  private Path output = Path.of("");

  @Option(names = "--title", paramLabel = "TEXT", description = "The title over all.")
  private String title = "";

  @Option(
      names = "--titles",
      paramLabel = "TEXT",
      split = ",",
      description = "The titles of the panels, with commas between. Default: the files' names.")
  private List<String> titles = new ArrayList<>();

  List<String> titles() {
    return titles;
  }

  /// Throws unless the output's name says which form the figure has, before any work is done.
  void check() {
    String name = output.toString().toLowerCase(Locale.ROOT);
    InvalidInputException.require(
        name.endsWith(".png") || name.endsWith(".svg"),
        "the output",
        "must end in .png or .svg",
        output,
        "add one of these to the name");
  }

  void write(Figure figure) throws IOException {
    Plots.write(figure.withTitle(title), output);
  }
}
