package penumbra.datasets;

import java.nio.file.Path;
import java.util.Optional;
import penumbra.dicom.series.Series;

/// A file to work on, or a series of files that is one volume.
///
/// @param file where it is; for a series the named folder
/// @param name the name of its result in an output folder: the file's name, with its path from the
///   named folder, if a folder was named
/// @param series the slices; empty for a single file
public record Source(Path file, Path name, Optional<Series> series) {
  /// A file.
  public Source(Path file, Path name) {
    this(file, name, Optional.empty());
  }
}
