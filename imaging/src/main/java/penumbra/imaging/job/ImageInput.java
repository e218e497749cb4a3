package penumbra.imaging.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.core.Radiograph;
import penumbra.dicom.series.Series;
import penumbra.dicom.series.Slice;
import penumbra.io.ImageFiles;
import penumbra.io.archive.Archives;
import penumbra.io.format.ImageSource;
import penumbra.io.format.ReadOptions;

/// The source of an image: a file, or a series of slices that forms one volume.
///
/// @param file the file; for a series the named folder
/// @param series the slices; empty for a single file
public record ImageInput(Path file, Optional<Series> series) {
  /// A file, or a member of an archive.
  public static ImageInput of(Path file) {
    return new ImageInput(file, Optional.empty());
  }

  /// The files that are read.
  public List<Path> files() {
    return series
        .map(slices -> slices.slices().stream().map(Slice::file).distinct().toList())
        .orElse(List.of(file));
  }

  Radiograph read(ReadOptions options) throws IOException {
    return series.isPresent() ? series.get().read(options) : ImageFiles.readAny(file, options);
  }

  /// The file, or the first of the files, for formats that derive results from it.
  ImageSource source() throws IOException {
    return ImageSource.of(Archives.resolve(files().getFirst()));
  }
}
