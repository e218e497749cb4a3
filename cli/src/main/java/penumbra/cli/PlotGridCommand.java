package penumbra.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import penumbra.core.InvalidInputException;
import penumbra.pipeline.Display;
import penumbra.pipeline.Plots;
import penumbra.pipeline.Plots.Titled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra plot grid`: images in rows and columns.
@Command(name = "grid", description = "Show images in rows and columns.")
final class PlotGridCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions reading;
  @Mixin private FigureOptions figure;
  @Mixin private DisplayOptions display;

  @Parameters(paramLabel = "IN", arity = "1..*", description = "Folders of images, or files.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "3",
      description = "Default: ${DEFAULT-VALUE}")
  private int rows;

  @Option(
      names = "--columns",
      paramLabel = "N",
      defaultValue = "3",
      description = "Default: ${DEFAULT-VALUE}")
  private int columns;

  PlotGridCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    figure.check();
    InvalidInputException.require(
        rows >= 1 && columns >= 1 && (long) rows * columns <= 400,
        "the grid",
        "must have from 1 to 400 cells",
        rows + " x " + columns,
        "give other --rows and --columns");
    Display shown = display.display();
    var failures = new Failures(console, spec);
    List<Titled> images = Pictures.read(inputs, rows * columns, reading, console, failures);
    if (!images.isEmpty()) {
      List<Titled> titled = Pictures.titled(images, figure.titles());
      int used = Math.min(columns, titled.size());
      figure.write(Plots.grid(titled, Math.ceilDiv(titled.size(), used), used, shown));
    }
    return failures.exitCode();
  }
}
