package penumbra.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import penumbra.core.InvalidInputException;
import penumbra.io.dataset.LabelRequest;
import picocli.CommandLine.Option;

/// The options on where the labels of a data set are read.
public final class LabelOptions {
  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "Take labels, splits and patients from this CSV file rather than from the names of"
              + " folders. Default: from folders; where these tell nothing, from label files"
              + " beside the images whose columns are known.")
  private @Nullable Path file;

  @Option(
      names = "--image-column",
      paramLabel = "NAME",
      description = "The column of --labels that names the image. Default: by its name.")
  private @Nullable String imageColumn;

  @Option(
      names = "--label-column",
      paramLabel = "NAME",
      description =
          "A column of --labels with labels, as often as needed. Default: by their names and"
              + " values.")
  private List<String> labelColumns = List.of();

  /// What was asked for.
  public LabelRequest request() {
    if (file == null) {
      requireAlone("--image-column", imageColumn == null);
      requireAlone("--label-column", labelColumns.isEmpty());
      return LabelRequest.BESIDE;
    }
    return new LabelRequest(Optional.of(file), Optional.ofNullable(imageColumn), labelColumns);
  }

  private static void requireAlone(String option, boolean left) {
    InvalidInputException.require(
        left, option, "must go with --labels", "alone", "name the label file");
  }
}
