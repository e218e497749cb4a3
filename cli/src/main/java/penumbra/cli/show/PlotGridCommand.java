package penumbra.cli.show;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.cli.failure.Failures;
import penumbra.cli.option.FigureOptions;
import penumbra.cli.option.PanelOptions;
import penumbra.cli.option.ReadingOptions;
import penumbra.core.InvalidInputException;
import penumbra.imaging.Display;
import penumbra.imaging.GridStyle;
import penumbra.imaging.Plots;
import penumbra.imaging.Plots.Titled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra plot grid`: images in rows and columns.
@Command(
    name = "grid",
    description = "Show images in rows and columns, each with its own colours and limits.",
    footer = {
      "",
      "A picture in colour stays in colour unless its panel has a colormap or a limit."
    })
final class PlotGridCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions reading;
  @Mixin private FigureOptions figure;
  @Mixin private PanelOptions panels;

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
    GridStyle look = panels.look();
    panels.displays(panels.panelsOfOne());
    var failures = new Failures(console, spec);
    List<Titled> images =
        PictureReader.inColour(inputs, rows * columns, reading, console, failures);
    if (panels.panelsOfOne() > 1 && failures.exitCode() != ExitCodes.DONE) {
      // Which panel would have which colours?
      return failures.exitCode();
    }
    if (!images.isEmpty()) {
      List<Titled> shown =
          images.size() == 1
              ? Collections.nCopies(panels.panelsOfOne(), images.getFirst())
              : images;
      List<Display> displays = panels.displays(shown.size());
      List<Titled> titled =
          figure.titles().isEmpty()
              ? withMaps(shown)
              : PictureReader.titled(shown, figure.titles());
      int used = Math.min(columns, titled.size());
      figure.write(
          Plots.grid(titled, Math.ceilDiv(titled.size(), used), used, displays, look),
          reading.execution());
    }
    return failures.exitCode();
  }

  /// The pictures' own titles, with the names of colormaps where these differ.
  private List<Titled> withMaps(List<Titled> pictures) {
    List<Titled> titled = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      Titled picture = pictures.get(i);
      String map = panels.mapOf(i);
      titled.add(
          map.isEmpty() ? picture : new Titled(picture.title() + ", " + map, picture.pixels()));
    }
    return titled;
  }
}
