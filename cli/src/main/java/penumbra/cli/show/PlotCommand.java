package penumbra.cli.show;

import java.util.concurrent.Callable;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `penumbra plot ...`: figures of images.
@Command(
    name = "plot",
    description = "Draw a figure: a grid of images, their histograms, a comparison, or an overlay.",
    synopsisSubcommandLabel = "FIGURE",
    commandListHeading = "%nFigures:%n",
    optionListHeading = "%nOptions:%n")
public final class PlotCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;

  PlotCommand(Console console) {
    this.console = console;
  }

  /// The command with its figures.
  public static CommandLine on(Console console) {
    return new CommandLine(new PlotCommand(console))
        .addSubcommand(new PlotGridCommand(console))
        .addSubcommand(new PlotHistogramCommand(console))
        .addSubcommand(new PlotCompareCommand(console))
        .addSubcommand(new PlotOverlayCommand(console));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(console.err());
    return ExitCodes.USAGE;
  }
}
