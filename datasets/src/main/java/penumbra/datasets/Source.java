package penumbra.datasets;

import java.nio.file.Path;
import java.util.Optional;
import penumbra.dicom.series.Series;

/// A file to process, or a series of files that forms one volume.
///
/// @param file the file; for a series the named folder
/// @param name the name of its result in an output folder: the file's name, with its path from the
///   named folder, if a folder was named
/// @param series the slices; empty for a single file
public record Source(Path file, Path name, Optional<Series> series) {
  /// A file.
  public Source(Path file, Path name) {
    this(file, name, Optional.empty());
  }
}
