package penumbra.io.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import penumbra.io.ImageFiles;

/// A label file's rows, found by the images that they name: by their path, as much of it as the
/// file writes, with or without the ending.
final class LabelFile {
  private static final int DEEPEST = 12;
  private static final int MOST_ROWS = 5_000_000;

  private final Path file;
  private final Split ofFile;
  private final Optional<LabelColumns> columns;
  private final Map<String, LabelRow> rows = new LinkedHashMap<>();

  /// The keys of rows without the first folder, which may have been renamed.
  private final Map<String, String> renamed = new HashMap<>();

  private final Set<String> used = new HashSet<>();
  private int images;
  private int several;
  private int uncertain;

  private LabelFile(Path file, Optional<LabelColumns> columns) {
    this.file = file;
    this.columns = columns;
    this.ofFile = SplitNames.ofFile(String.valueOf(file.getFileName()));
  }

  static LabelFile read(Path file, LabelColumns columns) throws IOException {
    var labels = new LabelFile(file, Optional.of(columns));
    try (CsvFile csv = CsvFile.open(file)) {
      csv.row();
      for (@Nullable List<String> row = csv.row(); row != null; row = csv.row()) {
        if (columns.image() < row.size() && !row.get(columns.image()).isEmpty()) {
          String name = row.get(columns.image());
          labels.row(columns.study() ? study(name) : name).add(row, columns, labels.ofFile);
        }
      }
    }
    return labels;
  }

  /// A list of the images of a split, one on each line, such as NIH's `test_list.txt`.
  static LabelFile readList(Path file) throws IOException {
    var labels = new LabelFile(file, Optional.empty());
    try (CsvFile csv = CsvFile.open(file)) {
      for (@Nullable List<String> row = csv.row(); row != null; row = csv.row()) {
        labels.row(row.getFirst()).add(labels.ofFile);
      }
    }
    return labels;
  }

  private LabelRow row(String name) throws IOException {
    String key = name.replace('\\', '/').replaceFirst("^(?:\\.?/)+", "");
    int below = key.indexOf('/');
    if (below >= 0) {
      renamed.putIfAbsent(key.substring(below + 1), key);
    }
    if (rows.size() > MOST_ROWS) {
      throw new IOException("more than " + MOST_ROWS + " images");
    }
    return rows.computeIfAbsent(key, _ -> new LabelRow());
  }

  /// MIMIC's studies are numbers in its tables, and `s50414267` as folders.
  private static String study(String number) {
    return number.startsWith("s") ? number : "s" + number;
  }

  /// What the file says of an image.
  ///
  /// @param path the names of all folders it lies in, and its own
  /// @param depth how many of them are below the set's folder
  Optional<LabelRow> find(List<String> path, int depth, Split split) {
    Optional<String> key =
        columns.map(LabelColumns::study).orElse(false) ? ofStudy(path) : key(path, depth, split);
    key.ifPresent(used::add);
    Optional<LabelRow> row = key.map(rows::get);
    row.ifPresent(this::count);
    return row;
  }

  private Optional<String> ofStudy(List<String> path) {
    return path.subList(0, path.size() - 1).reversed().stream()
        .filter(rows::containsKey)
        .findFirst();
  }

  private Optional<String> key(List<String> path, int depth, Split split) {
    for (int from = Math.max(0, path.size() - DEEPEST); from < path.size(); from++) {
      // A bare name is not enough where the file is for another split.
      boolean other = split != Split.NONE && ofFile != Split.NONE && split != ofFile;
      if (from == path.size() - 1 && other) {
        break;
      }
      for (String name : spellings(path.subList(from, path.size()))) {
        if (rows.containsKey(name)) {
          return Optional.of(name);
        }
      }
    }
    for (String name : spellings(path.subList(path.size() - depth, path.size()))) {
      if (depth > 1 && renamed.containsKey(name)) {
        return Optional.ofNullable(renamed.get(name));
      }
    }
    return Optional.empty();
  }

  private static List<String> spellings(List<String> names) {
    String whole = String.join("/", names);
    List<String> folders = new ArrayList<>(names.subList(0, names.size() - 1));
    folders.add(ImageFiles.stem(names.getLast()));
    return List.of(whole, String.join("/", folders));
  }

  private void count(LabelRow row) {
    images++;
    several += row.findings().size() > 1 ? 1 : 0;
    uncertain += row.isUncertain() ? 1 : 0;
  }

  /// The patient that a row names.
  Optional<DatasetPatient> patient(LabelRow row) {
    String source = columns.map(LabelColumns::set).orElse("");
    String named = source.equals("a table") ? String.valueOf(file.getFileName()) : source;
    return row.patient().map(key -> new DatasetPatient(named, key));
  }

  /// What was read from the file.
  LabelUse use() {
    return new LabelUse(
        file,
        columns.map(LabelColumns::set).orElse("a list"),
        columns.map(LabelColumns::labelNames).orElse(List.of()),
        images,
        several,
        uncertain,
        rows.size() - used.size());
  }
}
