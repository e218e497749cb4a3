package penumbra.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import penumbra.imaging.FileFormat;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The inputs of a command that makes a result of each, and where the results go.
public final class ResultOptions {
  @Parameters(
      paramLabel = "IN",
      arity = "1..*",
      description = InputDescriptions.DESCRIPTION + InputDescriptions.DASH)
  private List<Path> inputs = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description =
          "For one input, a file: *.png, *.jpg, *.npy, *.tif, *.nii, *.nii.gz, *.pgm,"
              + " *.gif or *.dcm, or - for standard output. Else a folder, created if it is"
              + " missing. Results in it have the names of their inputs.")
  private Path output = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormatNames.class,
      completionCandidates = FormatNames.class,
      description =
          "The format of results in a folder or on standard output:"
              + " ${COMPLETION-CANDIDATES}. Default: the input's if it is npy, tif, nii or"
              + " nii.gz, else png.")
  private @Nullable FileFormat format;

  public List<Path> inputs() {
    return inputs;
  }

  public Path output() {
    return output;
  }

  public Optional<FileFormat> format() {
    return Optional.ofNullable(format);
  }
}
