package penumbra.io.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where labels are read besides the names of folders.
///
/// ```
/// LabelRequest request = LabelRequest.of(Path.of("train.csv")).withLabelColumns(List.of("Edema"));
/// Dataset set = Dataset.list(folder, request);
/// ```
///
/// @param file the label file; its labels go before those of folders. Empty: files beside the
///   images that are known by their columns, for what folders do not tell
/// @param imageColumn the column that names the image; empty: recognised by its name
/// @param labelColumns the columns with labels; empty: recognised by their names and values
public record LabelRequest(
    Optional<Path> file, Optional<String> imageColumn, List<String> labelColumns) {
  /// Files beside the images, with the columns that they have.
  public static final LabelRequest BESIDE =
      new LabelRequest(Optional.empty(), Optional.empty(), List.of());

  public LabelRequest {
    labelColumns = List.copyOf(labelColumns);
  }

  /// That file.
  public static LabelRequest of(Path file) {
    return new LabelRequest(Optional.of(file), Optional.empty(), List.of());
  }

  /// The same with images named in that column.
  public LabelRequest withImageColumn(String column) {
    return new LabelRequest(file, Optional.of(column), labelColumns);
  }

  /// The same with labels in those columns.
  public LabelRequest withLabelColumns(List<String> columns) {
    return new LabelRequest(file, imageColumn, columns);
  }
}
