package penumbra.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import penumbra.core.InvalidInputException;
import penumbra.io.ImageFiles;
import penumbra.io.archive.Archives;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;
import penumbra.io.format.ReadOptions;

/// The files that a command line names. A folder or an archive represents the images in it, see
/// [Archives].
///
/// ```
/// Sources sources = Sources.of(List.of(Path.of("chest_xray"), Path.of("scan.npy")));
/// ```
///
/// @param files in the order of the command line; those of a folder are sorted as in [Dataset#list]
/// @param archives archives within the named folders, which are not opened
/// @param unreadableFolders folders within the named ones that could not be listed
public record Sources(List<Source> files, List<Path> archives, List<Path> unreadableFolders) {
  public Sources {
    files = List.copyOf(files);
    archives = List.copyOf(archives);
    unreadableFolders = List.copyOf(unreadableFolders);
  }

  /// The volumes for `named`: the series in each folder, archive and DICOM file; other files are
  /// single sources. See [VolumeSources].
  ///
  /// @param options with its limits; lenient if unreadable files may be skipped
  /// @param wanted the Series Number, if only one series is requested
  public static Sources ofVolumes(List<Path> named, ReadOptions options, OptionalInt wanted)
      throws IOException {
    return new Sources(new VolumeSources(options, wanted).of(named), List.of(), List.of());
  }

  /// The files for `named`. It does not check whether they can be read.
  public static Sources of(List<Path> named) throws IOException {
    List<Source> files = new ArrayList<>();
    List<Path> archives = new ArrayList<>();
    List<Path> unreadable = new ArrayList<>();
    for (Path name : named) {
      Path path = Archives.enter(name);
      if (Files.isDirectory(path)) {
        Dataset set = Dataset.list(path);
        if (set.images().isEmpty()) {
          throw InvalidInputException.of(path.toString(), "must hold images, " + ImageFiles.patterns(), "a folder without any", "name another folder, or single files");
        }
        for (DatasetImage image : set.images()) {
          files.add(new Source(image.file(), path.relativize(image.file())));
        }
        archives.addAll(set.archives());
        unreadable.addAll(set.unreadableFolders());
      } else {
        files.add(new Source(path, Objects.requireNonNullElse(path.getFileName(), path)));
      }
    }
    return new Sources(files, archives, unreadable);
  }
}
