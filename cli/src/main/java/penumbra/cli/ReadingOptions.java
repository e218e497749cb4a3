package penumbra.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import penumbra.core.InvalidInputException;
import penumbra.io.GreyValues;
import penumbra.io.ReadOptions;
import picocli.CommandLine.Option;

/// The options on what is read of a file.
final class ReadingOptions {
  @Option(
      names = "--frame",
      paramLabel = "N",
      description = "Which picture of a file that holds several, from 1.")
  private @Nullable Integer frame;

  @Option(
      names = "--window",
      paramLabel = "WHICH",
      description =
          "Which window or VOI table of a DICOM file shows it: its number from 1 or its name, as"
              + " 'penumbra explain' lists them; or CENTER/WIDTH; or full, for the whole range of"
              + " values. Default: the file's first.")
  private @Nullable String window;

  @Option(
      names = "--values",
      paramLabel = "VALUES",
      description =
          "Which grey values of a DICOM file: ${COMPLETION-CANDIDATES}. Stored ones stand in the"
              + " file, the modality's are those after its rescale or table, display ones those"
              + " after window and polarity. Default: modality to measure and filter, display to"
              + " show.")
  private @Nullable GreyValues values;

  @Option(names = "--lenient", description = "Read what is there of truncated DICOM files, too.")
  private boolean lenient;

  /// What is asked for; the modality's values if nothing is said of them.
  ReadOptions options() {
    ReadOptions options =
        ReadOptions.standard().withValues(Optional.ofNullable(values).orElse(GreyValues.MODALITY));
    if (frame != null) {
      InvalidInputException.require(
          frame >= 1, "--frame", "must be at least 1", frame, "count from 1");
      options = options.withFrame(frame);
    }
    if (window != null) {
      options = options.withWindow(window);
    }
    return lenient ? options.leniently() : options;
  }

  /// The values that are asked for, if any are.
  Optional<GreyValues> values() {
    return Optional.ofNullable(values);
  }

  /// Whether files are shown as they want to be seen: unless values are asked for that are not.
  boolean showsDisplay() {
    return values == null || values == GreyValues.DISPLAY;
  }
}
