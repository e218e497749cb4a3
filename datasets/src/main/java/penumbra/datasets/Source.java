package penumbra.datasets;

import java.nio.file.Path;
import java.util.Optional;
import penumbra.dicom.series.Series;

/// A file to work on, or a series of files that is one volume.
///
/// @param file where it is; of a series the folder that was named
/// @param name what its result is called in an output folder: the file's name, with the folders
///   between it and the folder that was named, if one was
/// @param series the slices; empty where it is one file
public record Source(Path file, Path name, Optional<Series> series) {
  /// A file.
  public Source(Path file, Path name) {
    this(file, name, Optional.empty());
  }
}
