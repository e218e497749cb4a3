package penumbra.cli.show;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import penumbra.cli.console.Console;
import penumbra.cli.failure.Failures;
import penumbra.cli.option.FigureOptions;
import penumbra.cli.option.ReadingOptions;
import penumbra.core.InvalidInputException;
import penumbra.imaging.Plots;
import penumbra.imaging.Plots.HistogramAxis;
import penumbra.imaging.Plots.Titled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra plot histogram`: how often each grey level occurs.
@Command(name = "histogram", description = "Draw the histograms of up to nine images.")
final class PlotHistogramCommand implements Callable<Integer> {
  private static final int MOST = 9;

  private final Console console;
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions reading;
  @Mixin private FigureOptions figure;

  @Parameters(
      paramLabel = "IN",
      arity = "1..*",
      description = "Folders of images, or files; the first nine are shown.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--bins",
      paramLabel = "N",
      defaultValue = "256",
      description =
          "Bins from 0 to 255 for 8-bit images, from the smallest to the largest value for others."
              + " Default: ${DEFAULT-VALUE}")
  private int bins;

  @Option(
      names = "--log",
      description = "Use a logarithmic vertical axis, so that rare levels are visible.")
  private boolean logarithmic;

  @Option(
      names = "--whole",
      description =
          "Draw the vertical axis up to the fullest bin. Without this or --log, spikes at"
              + " the ends, such as the black around the body, are cut off, and a line gives"
              + " their height.")
  private boolean whole;

  PlotHistogramCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    figure.check();
    InvalidInputException.require(
        bins >= 1 && bins <= 65536, "bins", "must lie in 1..65536", bins, "256 suits 8-bit images");
    InvalidInputException.require(
        !(logarithmic && whole), "--log and --whole", "must not be given both", "both", "give one");
    HistogramAxis axis =
        logarithmic ? HistogramAxis.LOGARITHMIC : whole ? HistogramAxis.WHOLE : HistogramAxis.CUT;
    var failures = new Failures(console, spec);
    List<Titled> images = PictureReader.values(inputs, MOST, reading, console, failures);
    if (!images.isEmpty()) {
      figure.write(
          Plots.histograms(
              PictureReader.titled(images, figure.titles()), bins, axis, reading.execution()),
          reading.execution());
    }
    return failures.exitCode();
  }
}
