package penumbra.cli.show;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import penumbra.cli.console.Console;
import penumbra.cli.failure.Failures;
import penumbra.cli.option.DisplayOptions;
import penumbra.cli.option.FigureOptions;
import penumbra.cli.option.ReadingOptions;
import penumbra.core.InvalidInputException;
import penumbra.imaging.Display;
import penumbra.imaging.Plots;
import penumbra.imaging.Plots.Titled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra plot compare A B [C]`: images side by side, in one scale.
@Command(
    name = "compare",
    description = "Show two or three images side by side, with equal colours for equal values.")
final class PlotCompareCommand implements Callable<Integer> {
  private static final int MOST = 3;

  private final Console console;
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions reading;
  @Mixin private FigureOptions figure;
  @Mixin private DisplayOptions display;

  @Parameters(paramLabel = "IMAGE", arity = "2..3", description = "Images or arrays.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--difference",
      description =
          "Also show the second image minus the first, red where it is higher and blue"
              + " where it is lower. Both must have the same shape.")
  private boolean difference;

  @Option(
      names = "--percent",
      paramLabel = "P",
      description =
          "The percentage of differences within the colour scale. Larger differences have"
              + " the end colours, and the bar ends in arrows. 100 for all. Default:"
              + " ${DEFAULT-VALUE}",
      defaultValue = "99.5")
  private double percent;

  PlotCompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    figure.check();
    InvalidInputException.require(
        inputs.size() <= MOST && (!difference || inputs.size() == 2),
        "a comparison",
        difference ? "with --difference must have two images" : "must have two or three images",
        inputs.size(),
        "'penumbra plot grid' shows many");
    InvalidInputException.require(
        percent > 0 && percent <= 100,
        "--percent",
        "must be above 0 and at most 100",
        percent,
        "99.5 leaves out the most extreme half percent");
    Display shown = display.display();
    var failures = new Failures(console, spec);
    List<Titled> images = PictureReader.read(inputs, inputs.size(), reading, console, failures);
    if (images.size() == inputs.size()) {
      List<Titled> titled = PictureReader.titled(images, figure.titles());
      figure.write(
          difference ? Plots.difference(titled, shown, percent) : Plots.compare(titled, shown),
          reading.execution());
    }
    return failures.exitCode();
  }
}
