package penumbra.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import penumbra.cli.console.Pipes;
import penumbra.cli.console.RootCommand;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.figure.Figure;
import penumbra.imaging.Plots;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The options that all figures have.
public final class FigureOptions {
  /// The format of a figure.
  enum Form {
    /// Pixels.
    PNG,
    /// Lines and text, for print; images in them are pixels.
    SVG;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The figure, *.png or *.svg, or - for standard output.")
  private Path output = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "The format of a figure on standard output: ${COMPLETION-CANDIDATES}. Default:" + " png")
  private @Nullable Form format;

  @Option(names = "--title", paramLabel = "TEXT", description = "The title over all.")
  private String title = "";

  @Option(
      names = "--titles",
      paramLabel = "TEXT",
      split = ",",
      description = "The titles of the panels, separated by commas. Default: the files' names.")
  private List<String> titles = new ArrayList<>();

  public List<String> titles() {
    return titles;
  }

  /// Throws, before any work is done, if the format of the figure is unknown.
  public void check() {
    String name = output.toString().toLowerCase(Locale.ROOT);
    InvalidInputException.require(
        isPiped() || name.endsWith(".png") || name.endsWith(".svg"),
        "the output",
        "must end in .png or .svg",
        output,
        "add one of these to the name");
    InvalidInputException.require(
        isPiped() || format == null || name.endsWith("." + format),
        "--format",
        "must agree with the output's name, " + output,
        String.valueOf(format),
        "leave it out");
    if (isPiped() && format != Form.SVG) {
      pipes().requireOutput();
    }
  }

  public void write(Figure figure, Execution execution) throws IOException {
    if (!isPiped()) {
      Plots.write(figure.withTitle(title), output, execution);
      return;
    }
    Form form = format == null ? Form.PNG : format;
    Path made = pipes().output().resolve("standard-output." + form);
    Plots.write(figure.withTitle(title), made, execution);
    pipes().send(made);
  }

  private boolean isPiped() {
    return Pipes.isDash(output);
  }

  private Pipes pipes() {
    return ((RootCommand) spec.root().userObject()).console().pipes();
  }
}
