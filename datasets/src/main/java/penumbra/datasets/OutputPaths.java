package penumbra.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import penumbra.core.Failure;
import penumbra.core.InvalidInputException;
import penumbra.dicom.series.Series;
import penumbra.imaging.FileFormat;
import penumbra.io.ImageFiles;

/// Computes the target files of results.
///
/// ```
/// List<Batch.Item> items = OutputPaths.of(sources.files(), Path.of("out"), Optional.empty());
/// ```
///
/// The output is a file if there is one input, the name has a known extension, and no folder has
/// that name. Otherwise it is a folder. The name of a new folder must not look like that of a file.
/// In a folder, results have their inputs' names, with the extension of the format: the requested
/// one, else the input's if it keeps all values (`npy`, `tif`, `nii`, `nii.gz`; for `npz` it is
/// `npy`), `nii.gz` for series of slices, else `png`.
///
/// Existing outputs are replaced, but never an input.
public final class OutputPaths {
  private static final Pattern LIKE_FILE = Pattern.compile(".+\\.[A-Za-z][A-Za-z0-9]{1,4}");

  private OutputPaths() {}

  /// The target of each source. It checks that no two are equal, and that none is a source.
  public static List<Batch.Item> of(List<Source> sources, Path output, Optional<FileFormat> asked)
      throws IOException {
    List<Batch.Item> items = new ArrayList<>();
    Optional<FileFormat> named = FileFormat.of(output);
    if (sources.size() == 1 && named.isPresent() && !Files.isDirectory(output)) {
      if (asked.isPresent() && !asked.equals(named)) {
        throw InvalidInputException.of(
            "format",
            "must agree with the output's name, " + output,
            asked.map(FileFormat::extension).orElse(""),
            "leave it out, or name a folder");
      }
      items.add(new Batch.Item(sources.getFirst(), output));
    } else {
      requireFolder(sources, output, named);
      for (Source source : sources) {
        items.add(new Batch.Item(source, output.resolve(nameOf(source, asked))));
      }
    }
    requireDistinct(items);
    requireNoSource(items);
    return items;
  }

  /// The target of the only source, which gets the name `stem` in the folder `folder`, with the
  /// extension that it would have in a folder of results.
  public static Batch.Item only(
      List<Source> sources, Path folder, String stem, Optional<FileFormat> asked) {
    if (sources.size() != 1) {
      throw InvalidInputException.of(
          "standard output", "must be for one result", "for " + sources.size(), "name a folder");
    }
    Source source = sources.getFirst();
    return new Batch.Item(source, folder.resolve(stem + "." + format(source, asked).extension()));
  }

  private static void requireFolder(List<Source> all, Path output, Optional<FileFormat> named) {
    int sources = all.size();
    if (Files.exists(output) && !Files.isDirectory(output)) {
      throw InvalidInputException.of(
          "the output",
          named.isEmpty() && sources == 1
              ? "must be a folder, or end in " + FileFormat.endings()
              : "must be a folder for " + sources + " inputs",
          "the file " + output,
          "name another");
    }
    if (named.isEmpty() && !Files.isDirectory(output) && looksLikeFile(output)) {
      throw InvalidInputException.of(
          "the output",
          "must be a folder, or end in " + FileFormat.endings(),
          output,
          "name it otherwise; for a folder of that name, make it first");
    }
    if (named.isPresent() && !Files.isDirectory(output)) {
      String series = orChoose(all);
      throw InvalidInputException.of(
          series.isEmpty() ? Failure.Kind.INVALID : Failure.Kind.SEVERAL_SERIES,
          "the output",
          "must be a folder for " + sources + " inputs",
          output,
          "name it without an extension" + series);
    }
  }

  /// One file cannot be the target of several series.
  private static String orChoose(List<Source> all) {
    List<Series> series = all.stream().flatMap(source -> source.series().stream()).toList();
    boolean parts = series.stream().anyMatch(one -> one.parts() > 1);
    return series.isEmpty()
        ? ""
        : ", or choose one by its number"
            + (parts ? " and its part: " : ": ")
            + VolumeSources.list(series);
  }

  private static Path nameOf(Source source, Optional<FileFormat> asked) {
    String stem = ImageFiles.stem(String.valueOf(source.name().getFileName()));
    return source.name().resolveSibling(stem + "." + format(source, asked).extension());
  }

  /// The format of a result without a name of its own.
  private static FileFormat format(Source source, Optional<FileFormat> asked) {
    if (source.series().isPresent()) {
      return asked.orElse(FileFormat.NII_GZ);
    }
    String name = String.valueOf(source.name().getFileName());
    Optional<FileFormat> own =
        name.toLowerCase(Locale.ROOT).endsWith(".npz")
            ? Optional.of(FileFormat.NPY)
            : FileFormat.of(source.file()).filter(FileFormat::keepsValues);
    return asked.or(() -> own).orElse(FileFormat.PNG);
  }

  /// Whether a name ends like a file name, with a dot and a few letters: `x.bmp`.
  private static boolean looksLikeFile(Path output) {
    return LIKE_FILE.matcher(String.valueOf(output.getFileName())).matches();
  }

  private static void requireDistinct(List<Batch.Item> items) {
    Map<Path, Path> sourceOf = new HashMap<>();
    for (Batch.Item item : items) {
      Path other = sourceOf.put(item.target().toAbsolutePath().normalize(), item.source());
      if (other != null) {
        throw InvalidInputException.of(
            item.target().toString(),
            "must come from one input",
            "the result of " + other + " and of " + item.source(),
            "filter them into folders of their own");
      }
    }
  }

  private static void requireNoSource(List<Batch.Item> items) throws IOException {
    Map<Object, Path> sources = new HashMap<>();
    for (Batch.Item item : items) {
      for (Path file : item.files()) {
        if (Files.exists(file)) {
          sources.put(identity(file), file);
        }
      }
    }
    for (Batch.Item item : items) {
      if (Files.exists(item.target())) {
        Path source = sources.get(identity(item.target()));
        if (source != null) {
          throw InvalidInputException.of(
              "the output",
              "must not be an input",
              item.target() + ", which is the input " + source,
              "write elsewhere");
        }
      }
    }
  }

  /// Equal for two names of the same file, including links.
  private static Object identity(Path file) throws IOException {
    Object key =
        Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class).fileKey();
    return Objects.requireNonNullElse(key, file.toRealPath());
  }
}
