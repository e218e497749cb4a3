package penumbra.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import penumbra.core.InvalidInputException;
import penumbra.datasets.Sources;
import penumbra.io.format.ReadOptions;
import picocli.CommandLine.Option;

/// The options on reading series of slices as volumes.
public final class VolumeOptions {
  @Option(
      names = "--volume",
      description =
          "Read the DICOM series in folders, archives and multi-frame files as volumes,"
              + " with slices sorted by position.")
  private boolean volume;

  @Option(
      names = "--series",
      paramLabel = "N",
      description =
          "Read only the series with this Series Number, as a volume. 'penumbra info' of"
              + " the folder lists the numbers.")
  private @Nullable Integer series;

  @Option(
      names = "--part",
      paramLabel = "N",
      description =
          "Read only this part of a series, as a volume: one of its times, echoes or b-values."
              + " 'penumbra info' of the folder lists them.")
  private @Nullable Integer part;

  /// The sources for `named`.
  public Sources sources(List<Path> named, ReadOptions options) throws IOException {
    if (!volume && series == null && part == null) {
      return Sources.of(named);
    }
    InvalidInputException.require(
        options.frame().isEmpty(),
        "--frame",
        "must be left out for a volume",
        options.frame().orElse(0),
        "read the frame without --volume");
    return Sources.ofVolumes(named, options, optional(series), optional(part));
  }

  private static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
