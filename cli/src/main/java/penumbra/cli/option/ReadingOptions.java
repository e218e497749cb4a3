package penumbra.cli.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;
import picocli.CommandLine.Option;

/// The options on what is read of a file.
public final class ReadingOptions extends FrameOptions {
  @Option(
      names = "--values",
      paramLabel = "VALUES",
      description =
          "Which grey values of a DICOM file: ${COMPLETION-CANDIDATES}. stored: as in the"
              + " file; modality: after its rescale or table; display: those after window and"
              + " polarity. Default: modality to measure and filter, display to show.")
  private @Nullable GreyValues values;

  /// The options; modality values by default.
  @Override
  public ReadOptions options() {
    return super.options().withValues(Optional.ofNullable(values).orElse(GreyValues.MODALITY));
  }

  /// The requested values, if any.
  public Optional<GreyValues> values() {
    return Optional.ofNullable(values);
  }

  /// Whether display values are shown; false if other values are requested.
  public boolean showsDisplay() {
    return values == null || values == GreyValues.DISPLAY;
  }
}
