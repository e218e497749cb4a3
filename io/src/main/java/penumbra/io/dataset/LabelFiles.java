package penumbra.io.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import penumbra.io.archive.Archives;
import penumbra.io.format.UnreadableFileException;

/// The label files of a set: the one asked for, or those beside the images.
final class LabelFiles {
  private static final Pattern TABLE =
      Pattern.compile("[.](?:csv|tsv)(?:[.]gz)?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern LIST =
      Pattern.compile("(?:^|[/\\\\])\\w*_list[.]txt$", Pattern.CASE_INSENSITIVE);

  /// A set with a table for each image has no label file among them.
  private static final int MOST = 64;

  private final LabelRequest request;
  private final List<Path> candidates = new ArrayList<>();

  LabelFiles(LabelRequest request) {
    this.request = request;
  }

  /// Notes a file beside images if it may be a label file.
  void offer(Path file) {
    boolean possible =
        TABLE.matcher(file.toString()).find() || LIST.matcher(file.toString()).find();
    if (request.file().isEmpty() && possible) {
      candidates.add(file);
    }
  }

  /// Reads them, those that are higher up first.
  List<LabelFile> read() throws IOException {
    if (request.file().isPresent()) {
      return List.of(named(Archives.resolve(request.file().get())));
    }
    candidates.sort(Comparator.comparingInt(Path::getNameCount).thenComparing(Path::toString));
    List<LabelFile> files = new ArrayList<>();
    for (Path file : candidates.subList(0, Math.min(MOST, candidates.size()))) {
      if (Files.isReadable(file)) {
        beside(file).ifPresent(files::add);
      }
    }
    return files;
  }

  private LabelFile named(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw UnreadableFileException.of(
          file,
          "must be a label file",
          Files.exists(file) ? "is a folder or a device" : "is missing",
          "check the path");
    }
    try {
      return LabelFile.read(file, LabelColumns.of(file, request).orElseThrow());
    } catch (UnreadableFileException told) {
      throw told;
    } catch (IOException broken) {
      throw UnreadableFileException.of(
          file,
          "must be a label file",
          "cannot be read: " + broken.getMessage(),
          "name a CSV file",
          broken);
    }
  }

  /// A file that nobody asked for is left out where it is none after all.
  private Optional<LabelFile> beside(Path file) {
    try {
      if (LIST.matcher(file.toString()).find()) {
        boolean splits = SplitNames.ofFile(String.valueOf(file.getFileName())) != Split.NONE;
        return splits ? Optional.of(LabelFile.readList(file)) : Optional.empty();
      }
      Optional<LabelColumns> columns = LabelColumns.of(file, request);
      return columns.isEmpty()
          ? Optional.empty()
          : Optional.of(LabelFile.read(file, columns.get()));
    } catch (IOException noTable) {
      return Optional.empty();
    }
  }
}
