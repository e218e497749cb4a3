package penumbra.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import penumbra.core.InvalidInputException;
import penumbra.pipeline.Animation;
import penumbra.pipeline.Plots.Titled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra gif DIR -o FILE`: pictures one after the other.
@Command(name = "gif", description = "Show images one after the other in an animated GIF.")
final class GifCommand implements Callable<Integer> {
  private final Console console;
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions reading;

  @Parameters(
      paramLabel = "IN",
      arity = "1..*",
      description = "Folders of images, or files; 16-bit ones and arrays are scaled to 0..255.")
  private List<Path> inputs = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The animation, *.gif.")
  private Path output = Path.of("");

  @Option(
      names = {"-n", "--count"},
      paramLabel = "N",
      defaultValue = "10",
      description = "How many of the images, from the first on. Default: ${DEFAULT-VALUE}")
  private int count;

  @Option(
      names = "--fps",
      paramLabel = "X",
      defaultValue = "1",
      description = "Images per second, up to 50. Default: ${DEFAULT-VALUE}")
  private double fps;

  @Option(
      names = "--max-side",
      paramLabel = "N",
      defaultValue = "512",
      description =
          "The longest side in pixels; larger images are scaled down. Default: ${DEFAULT-VALUE}")
  private int maxSide;

  GifCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    InvalidInputException.require(
        count >= 1, "-n", "must be at least 1", count, "give the number of images");
    InvalidInputException.require(
        output.toString().toLowerCase(Locale.ROOT).endsWith(".gif"),
        "the output",
        "must end in .gif",
        output,
        "add it to the name");
    var animation = new Animation(fps, maxSide);
    var failures = new Failures(console, spec);
    List<Titled> pictures = Pictures.read(inputs, count, reading, console, failures);
    if (!pictures.isEmpty()) {
      animation.write(pictures.stream().map(Titled::pixels).toList(), output);
    }
    return failures.exitCode();
  }
}
