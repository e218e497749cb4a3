package penumbra.cli.show;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import penumbra.cli.console.Console;
import penumbra.cli.console.Pipes;
import penumbra.cli.failure.Failures;
import penumbra.cli.option.InputDescriptions;
import penumbra.cli.option.Limit;
import penumbra.cli.option.ReadingOptions;
import penumbra.core.InvalidInputException;
import penumbra.imaging.Animation;
import penumbra.imaging.Plots.Titled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `penumbra gif DIR -o FILE`: pictures one after the other.
@Command(name = "gif", description = "Write images as an animated GIF.")
public final class GifCommand implements Callable<Integer> {
  private static final int DEFAULT_LIMIT = 10;

  private final Console console;
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions reading;

  @Parameters(
      paramLabel = "IN",
      arity = "1..*",
      description =
          "Folders of images, or files. 16-bit images and arrays are scaled to 0..255."
              + InputDescriptions.DASH)
  private List<Path> inputs = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "The animation, *.gif, or - for standard output.")
  private Path output = Path.of("");

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      description = "Show the first N images. Default: " + DEFAULT_LIMIT)
  private @Nullable Integer limit;

  @Option(names = "--count", paramLabel = "N", hidden = true, description = "As --limit.")
  private @Nullable Integer count;

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
          "The longest side in pixels. Larger images are scaled down. Default:"
              + " ${DEFAULT-VALUE}")
  private int maxSide;

  public GifCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    int most = Limit.of(limit, count, DEFAULT_LIMIT);
    boolean piped = Pipes.isDash(output);
    if (piped) {
      console.pipes().requireOutput();
    }
    InvalidInputException.require(
        piped || output.toString().toLowerCase(Locale.ROOT).endsWith(".gif"),
        "the output",
        "must end in .gif",
        output,
        "add it to the name");
    var animation = new Animation(fps, maxSide);
    var failures = new Failures(console, spec);
    List<Titled> pictures = PictureReader.read(inputs, most, reading, console, failures);
    if (!pictures.isEmpty()) {
      Path made = piped ? console.pipes().output().resolve("standard-output.gif") : output;
      animation.write(pictures.stream().map(Titled::pixels).toList(), made, reading.execution());
      if (piped) {
        console.pipes().send(made);
      }
    }
    return failures.exitCode();
  }
}
