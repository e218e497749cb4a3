package penumbra.cli.show;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import penumbra.catalogue.Numbers;
import penumbra.catalogue.OperationCall;
import penumbra.cli.console.Console;
import penumbra.cli.failure.Failures;
import penumbra.cli.operation.OperationText;
import penumbra.cli.option.DisplayOptions;
import penumbra.cli.option.FigureOptions;
import penumbra.cli.option.ReadingOptions;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.datasets.Attempt;
import penumbra.figure.Figure;
import penumbra.figure.Overlay;
import penumbra.imaging.Display;
import penumbra.imaging.Plots;
import penumbra.imaging.Plots.Titled;
import penumbra.io.ImageFiles;
import penumbra.io.format.ReadOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra plot overlay PICTURE MASK`: edges or masks over a picture.
@Command(
    name = "overlay",
    description = "Draw edges or masks over a picture, each in its own colour.")
final class PlotOverlayCommand implements Callable<Integer> {
  private static final List<String> COLOURS =
      List.of("orange", "cyan", "magenta", "yellow", "green", "red", "blue");

  private final Console console;
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions reading;
  @Mixin private FigureOptions figure;
  @Mixin private DisplayOptions display;

  @Parameters(index = "0", paramLabel = "PICTURE", description = "An image or an array.")
  private Path picture = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "MASK",
      description = "Images or arrays of the picture's shape, such as its edges.")
  private List<Path> masks = new ArrayList<>();

  @Option(
      names = "--operation",
      paramLabel = "CALL",
      description =
          "Draw the result of an operation over the picture, for example \"canny --sigma"
              + " 2\". Can be repeated, and combined with masks.")
  private List<String> calls = new ArrayList<>();

  @Option(
      names = "--color",
      paramLabel = "NAME",
      split = ",",
      completionCandidates = Names.class,
      description =
          "A colour for each mask, separated by commas: ${COMPLETION-CANDIDATES} or"
              + " #RRGGBB. Default: orange, then others.")
  private List<String> colours = new ArrayList<>();

  @Option(
      names = "--opacity",
      paramLabel = "X",
      defaultValue = "1",
      description = "From 0 (invisible) to 1 (hides the picture below). Default: ${DEFAULT-VALUE}")
  private double opacity;

  @Option(
      names = "--above",
      paramLabel = "X",
      defaultValue = "0",
      description = "Mask values above this are drawn. Default: ${DEFAULT-VALUE}")
  private double above;

  PlotOverlayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    figure.check();
    int count = masks.size() + calls.size();
    InvalidInputException.require(
        count > 0,
        "an overlay",
        "must have a mask or an --operation",
        "none",
        "name a picture of edges, or add --operation canny");
    InvalidInputException.require(
        colours.isEmpty() || colours.size() == count,
        "--color",
        "must have one colour for each of the " + count + " masks",
        colours.size(),
        "separate them with commas");
    List<Overlay> overlays = overlays(count);
    List<OperationCall> operations = calls.stream().map(OperationText::parse).toList();
    Display shown = display.display();
    var failures = new Failures(console, spec);
    List<Titled> pictures = PictureReader.inColour(List.of(picture), 2, reading, console, failures);
    InvalidInputException.require(
        pictures.size() <= 1,
        "the picture",
        "must be one",
        picture + " holds several",
        "name a file");
    if (pictures.isEmpty()) {
      return failures.exitCode();
    }
    List<NdArray> layers = layers(operations, failures);
    if (layers.size() == count) {
      Titled titled = PictureReader.titled(pictures, figure.titles()).getFirst();
      Figure drawn = Plots.overlay(titled, layers, overlays, shown, reading.execution());
      figure.write(drawn.withCaption(legend()), reading.execution());
    }
    return failures.exitCode();
  }

  private List<Overlay> overlays(int count) {
    List<Overlay> overlays = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      overlays.add(Overlay.of(colour(i)).withOpacity(opacity).withAbove(above));
    }
    return overlays;
  }

  private String colour(int i) {
    return colours.isEmpty() ? COLOURS.get(i % COLOURS.size()) : colours.get(i);
  }

  /// The masks of files, then those of operations on the picture's values.
  private List<NdArray> layers(List<OperationCall> operations, Failures failures)
      throws IOException {
    ReadOptions options = reading.options();
    List<NdArray> layers = new ArrayList<>();
    for (Path mask : masks) {
      failures
          .sort(mask, Attempt.of(() -> ImageFiles.read(mask, options).pixels()))
          .ifPresent(layers::add);
    }
    for (OperationCall operation : operations) {
      Radiograph image = ImageFiles.read(picture, options);
      layers.add(operation.on(image).apply(image.pixels(), reading.execution()));
    }
    return layers;
  }

  /// Which colour is what.
  private String legend() {
    List<String> entries = new ArrayList<>();
    for (Path mask : masks) {
      entries.add(colour(entries.size()) + ": " + mask.getFileName());
    }
    for (String call : calls) {
      entries.add(colour(entries.size()) + ": " + call.strip());
    }
    String threshold = above == 0 ? "" : " above " + Numbers.rounded(above);
    return String.join(threshold + "; ", entries) + threshold;
  }

  /// The names of colours.
  static final class Names implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return Overlay.names().iterator();
    }
  }
}
