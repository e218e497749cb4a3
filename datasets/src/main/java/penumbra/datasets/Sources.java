package penumbra.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import penumbra.core.InvalidInputException;
import penumbra.io.ImageFiles;
import penumbra.io.archive.Archives;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.SkippedFiles;
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
/// @param unreadable named inputs that could not be entered, if there are others
/// @param skipped the other files in the named folders
public record Sources(
    List<Source> files,
    List<Path> archives,
    List<Path> unreadableFolders,
    List<UnreadableInput> unreadable,
    SkippedFiles skipped) {
  public Sources {
    files = List.copyOf(files);
    archives = List.copyOf(archives);
    unreadableFolders = List.copyOf(unreadableFolders);
    unreadable = List.copyOf(unreadable);
  }

  /// The volumes for `named`: the series in each folder, archive and DICOM file; other files are
  /// single sources. See [VolumeSources].
  ///
  /// @param options with its limits; lenient if unreadable files may be skipped
  /// @param wanted the Series Number, if only one series is requested
  /// @param part the number of a series' part, if only one of its volumes is requested
  public static Sources ofVolumes(
      List<Path> named, ReadOptions options, OptionalInt wanted, OptionalInt part)
      throws IOException {
    var volumes = new VolumeSources(options, wanted, part);
    List<Source> sources = new ArrayList<>();
    List<UnreadableInput> unreadable =
        UnreadableInput.among(named, name -> sources.addAll(volumes.of(List.of(name))));
    return new Sources(sources, List.of(), List.of(), unreadable, SkippedFiles.NONE);
  }

  /// The files for `named`. It does not check whether they can be read.
  public static Sources of(List<Path> named) throws IOException {
    List<Source> files = new ArrayList<>();
    List<Path> archives = new ArrayList<>();
    List<Path> folders = new ArrayList<>();
    var skipped = new AtomicReference<>(SkippedFiles.NONE);
    List<UnreadableInput> unreadable =
        UnreadableInput.among(
            named,
            name -> {
              Path path = Archives.enter(name);
              if (!Files.isDirectory(path)) {
                files.add(new Source(path, Objects.requireNonNullElse(path.getFileName(), path)));
                return;
              }
              Dataset set = Dataset.list(path);
              requireImages(path, set);
              for (Path file : set.files()) {
                files.add(new Source(file, path.relativize(file)));
              }
              archives.addAll(set.archives());
              folders.addAll(set.unreadableFolders());
              skipped.updateAndGet(others -> others.and(set.skipped()));
            });
    return new Sources(files, archives, folders, unreadable, skipped.get());
  }

  private static void requireImages(Path folder, Dataset set) {
    if (set.images().isEmpty()) {
      throw InvalidInputException.of(
          folder.toString(),
          "must hold images, " + ImageFiles.patterns(),
          set.skipped().count() == 0
              ? "a folder without any"
              : "a folder without any, of " + set.skipped().describe(),
          "name another folder, or single files");
    }
  }
}
