package penumbra.cli.option;

import org.jspecify.annotations.Nullable;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.io.format.ReadOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options on which picture of a file is read, how it is seen, and on how many threads.
public class FrameOptions {
  @Option(
      names = "--frame",
      paramLabel = "N",
      description = "Which frame of a file with several frames or pages, from 1.")
  private @Nullable Integer frame;

  @Option(
      names = "--window",
      paramLabel = "WHICH",
      description =
          "The window or VOI table for display: its number from 1 or its name, as listed"
              + " by 'penumbra explain'; or CENTER/WIDTH; or full, for the whole range of"
              + " values. Default: the file's first.")
  private @Nullable String window;

  @Option(
      names = "--lenient",
      description =
          "Also read files of any format that are truncated, damaged JPEG, and series with"
              + " missing slices. What is missing is filled in; 'penumbra info' tells it.")
  private boolean lenient;

  @Option(
      names = "--strict",
      description = "Refuse DICOM files about which anything is odd; the message names what.")
  private boolean strict;

  @Mixin private ThreadsOption threads;

  /// On how many threads the command works.
  public Execution execution() {
    return threads.execution();
  }

  /// What is asked for, of the modality's values.
  public ReadOptions options() {
    ReadOptions options = ReadOptions.standard().withExecution(execution());
    if (frame != null) {
      InvalidInputException.require(
          frame >= 1, "--frame", "must be at least 1", frame, "count from 1");
      options = options.withFrame(frame);
    }
    if (window != null) {
      options = options.withWindow(window);
    }
    InvalidInputException.require(
        !(lenient && strict),
        "--strict",
        "must not be given with --lenient",
        "with it",
        "leave one out");
    options = lenient ? options.leniently() : options;
    return strict ? options.strictly() : options;
  }
}
