package penumbra.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import penumbra.core.Failure;
import penumbra.core.InvalidInputException;
import penumbra.dicom.grey.DicomFormat;
import penumbra.dicom.series.Series;
import penumbra.io.archive.Archives;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;
import penumbra.io.format.ReadOptions;

/// The volumes that a command line names: the series of a folder or an archive, the frames of a
/// DICOM file, and other files.
///
/// @param options with its limits; lenient if unreadable files may be skipped
/// @param wanted the number of the requested series; empty for all
/// @param part the number of the requested part of each series; empty for all
record VolumeSources(ReadOptions options, OptionalInt wanted, OptionalInt part) {
  List<Source> of(List<Path> named) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Path name : named) {
      Path path = Archives.enter(name);
      if (Files.isDirectory(path)) {
        addFolder(path, sources);
      } else if (DicomFormat.isDicom(path)) {
        for (Series series : chosen(path, series(path, List.of(path)))) {
          Path own = Objects.requireNonNullElse(path.getFileName(), path);
          sources.add(new Source(path, own, Optional.of(series)));
        }
      } else {
        sources.add(new Source(path, Objects.requireNonNullElse(path.getFileName(), path)));
      }
    }
    return sources;
  }

  private void addFolder(Path folder, List<Source> sources) throws IOException {
    List<Path> files = Dataset.list(folder).images().stream().map(DatasetImage::file).toList();
    List<Series> all = series(folder, files);
    if (all.isEmpty()) {
      throw InvalidInputException.of(
          Failure.Kind.NO_VOLUME,
          folder.toString(),
          "must hold DICOM slices to be read as volumes",
          "a folder without any",
          "name another folder, or read its files one by one");
    }
    for (Series series : chosen(folder, all)) {
      Path root = folder.toAbsolutePath().normalize().getFileName();
      String prefix = root == null || root.toString().isEmpty() ? "" : root + "-";
      sources.add(new Source(folder, Path.of(prefix + series.name()), Optional.of(series)));
    }
  }

  private List<Series> series(Path named, List<Path> files) throws IOException {
    return Series.in(
        named,
        files,
        options.limits(),
        wrong -> {
          if (!options.lenient()) {
            throw wrong;
          }
        });
  }

  private List<Series> chosen(Path named, List<Series> all) {
    List<Series> ofNumber =
        all.stream().filter(series -> wanted.isEmpty() || series.number().equals(wanted)).toList();
    if (ofNumber.isEmpty() && wanted.isPresent()) {
      throw InvalidInputException.of(
          "series",
          "must be the number of a series in " + named,
          wanted.getAsInt(),
          "there are: " + list(all));
    }
    List<Series> chosen =
        ofNumber.stream()
            .filter(series -> part.isEmpty() || series.part() == part.getAsInt())
            .toList();
    if (chosen.isEmpty() && part.isPresent()) {
      throw InvalidInputException.of(
          "part",
          "must be the number of a part of a series in " + named,
          part.getAsInt(),
          "there are: " + list(ofNumber));
    }
    return chosen;
  }

  /// `series 2, CT, 4 slices of 512 x 512; series 700, MR, ...`
  static String list(List<Series> all) {
    return all.stream().map(Series::describe).collect(Collectors.joining("; "));
  }
}
