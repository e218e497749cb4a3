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

/// The files that a command line names: each file as it is, each folder as the images in it, and so
/// each archive, as [Archives] tells.
///
/// ```
/// Sources sources = Sources.of(List.of(Path.of("chest_xray"), Path.of("scan.npy")));
/// ```
///
/// @param files in the order in which they were named, those of a folder sorted as [Dataset#list]
///   does
/// @param archives archives within the named folders, which are not entered
/// @param unreadableFolders folders within the named ones that the system would not list
public record Sources(List<Source> files, List<Path> archives, List<Path> unreadableFolders) {
  public Sources {
    files = List.copyOf(files);
    archives = List.copyOf(archives);
    unreadableFolders = List.copyOf(unreadableFolders);
  }

  /// The volumes that `named` stands for: of each folder, archive and DICOM file the series in it;
  /// other files as they are. See [VolumeSources].
  ///
  /// @param options with its limits, and lenient where unreadable files may be passed over
  /// @param wanted the Series Number, where only one series is meant
  public static Sources ofVolumes(List<Path> named, ReadOptions options, OptionalInt wanted)
      throws IOException {
    return new Sources(new VolumeSources(options, wanted).of(named), List.of(), List.of());
  }

  /// The files that `named` stands for. Whether they can be read shows when they are.
  public static Sources of(List<Path> named) throws IOException {
    List<Source> files = new ArrayList<>();
    List<Path> archives = new ArrayList<>();
    List<Path> unreadable = new ArrayList<>();
    for (Path name : named) {
      Path path = Archives.enter(name);
      if (Files.isDirectory(path)) {
        Dataset set = Dataset.list(path);
        InvalidInputException.require(
            !set.images().isEmpty(),
            path.toString(),
            "must hold images, " + ImageFiles.patterns(),
            "a folder without any",
            "name another folder, or single files");
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
