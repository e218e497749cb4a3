package penumbra.cli.option;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import penumbra.figure.colour.Colormap;
import penumbra.imaging.Display;
import picocli.CommandLine.Option;

/// The options on how values become colours.
public final class DisplayOptions {
  @Option(
      names = "--colormap",
      paramLabel = "COLORMAP",
      completionCandidates = Names.class,
      description = "The colormap: ${COMPLETION-CANDIDATES}. _r at the end reverses a map.")
  private @Nullable String colormap;

  @Option(
      names = "--vmin",
      paramLabel = "X",
      description =
          "The value of the first colour, or of the last if low values are light"
              + " (MONOCHROME1). Default: the smallest value.")
  private @Nullable Double vmin;

  @Option(
      names = "--vmax",
      paramLabel = "X",
      description =
          "The value of the last colour, or of the first if low values are light."
              + " Default: the largest value.")
  private @Nullable Double vmax;

  public Display display() {
    return new Display(Optional.ofNullable(colormap), optional(vmin), optional(vmax));
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /// The maps' names without their reversed twins.
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      List<String> names = Colormap.names();
      return names.stream().filter(name -> !name.endsWith("_r")).iterator();
    }
  }
}
