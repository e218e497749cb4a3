package penumbra.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;
import picocli.CommandLine.Option;

/// The options on what is read of a file.
final class ReadingOptions extends FrameOptions {
  @Option(
      names = "--values",
      paramLabel = "VALUES",
      description =
          "Which grey values of a DICOM file: ${COMPLETION-CANDIDATES}. stored: as in the"
              + " file; modality: after its rescale or table; display: those after window and"
              + " polarity. Default: modality to measure and filter, display to show.")
  private @Nullable GreyValues values;

  /// What is asked for; the modality's values if nothing is said of them.
  @Override
  ReadOptions options() {
    return super.options().withValues(Optional.ofNullable(values).orElse(GreyValues.MODALITY));
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
