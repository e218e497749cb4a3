package penumbra.report.article;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import penumbra.core.Failure;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;
import penumbra.io.dataset.Label;
import penumbra.io.dataset.Split;

/// What the article says about the data set as a whole.
///
/// @param set the listing
/// @param images the images in the article's order: train before val before test, then by path
/// @param failures one for each file that could not be read
record DataSetFigures(Dataset set, List<DatasetImage> images, List<Failure> failures) {
  static DataSetFigures of(Dataset set, List<Failure> failures) {
    List<DatasetImage> ordered = new ArrayList<>();
    for (Split split : Split.values()) {
      for (DatasetImage image : set.images()) {
        if (image.split() == split) {
          ordered.add(image);
        }
      }
    }
    return new DataSetFigures(set, List.copyOf(ordered), failures);
  }

  String folder() {
    Path name = set.root().toAbsolutePath().normalize().getFileName();
    return name == null ? set.root().toString() : name.toString();
  }

  /// A file's name in the report: relative to the set's folder, with `/`.
  String name(Path file) {
    return set.root().relativize(file).toString().replace('\\', '/');
  }

  List<String> files() {
    return images.stream().map(image -> name(image.file())).toList();
  }

  String sentence() {
    return String.format(
        Locale.ROOT,
        "%s: %,d %s.",
        folder(),
        images.size(),
        images.size() == 1 ? "image" : "images");
  }

  /// The counts as a table: a row for each split, a column for each label, and the sums.
  List<List<String>> counts() {
    SortedSet<Label> labels = labels();
    List<String> head = new ArrayList<>(List.of("split"));
    labels.forEach(label -> head.add(label.toString()));
    head.add("all");
    List<List<String>> rows = new ArrayList<>(List.of(head));
    for (Split split : set.counts().keySet()) {
      List<String> row = new ArrayList<>(List.of(label(split)));
      int sum = 0;
      for (Label label : labels) {
        int count = set.count(split, label);
        row.add(number(count));
        sum += count;
      }
      row.add(number(sum));
      rows.add(row);
    }
    List<String> all = new ArrayList<>(List.of("all"));
    for (Label label : labels) {
      all.add(number(images.stream().filter(image -> image.label().equals(label)).count()));
    }
    all.add(number(images.size()));
    rows.add(all);
    return rows;
  }

  /// The counts for programs: split, then label.
  Map<String, Map<String, Integer>> countsByName() {
    Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    set.counts()
        .forEach((split, labels) -> {
          Map<String, Integer> byLabel = new LinkedHashMap<>();
          labels.forEach((label, count) -> byLabel.put(label.toString(), count));
          counts.put(label(split), byLabel);
        });
    return counts;
  }

  /// Further notes for the reader: copies left out, files and folders that could not be read.
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!set.nestedCopies().isEmpty()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%,d more files are nested copies of these and were left out, the first of them %s.",
              set.nestedCopies().size(),
              name(set.nestedCopies().getFirst())));
    }
    for (Path folder : set.unreadableFolders()) {
      remarks.add("The folder " + name(folder) + " could not be listed.");
    }
    if (!failures.isEmpty()) {
      remarks.add(
          "Could not be read: "
              + String.join("; ", failures.stream().map(Failure::line).toList())
              + ".");
    }
    return remarks;
  }

  private SortedSet<Label> labels() {
    SortedSet<Label> labels = new TreeSet<>();
    images.forEach(image -> labels.add(image.label()));
    return labels;
  }

  private static String label(Split split) {
    return split.name().toLowerCase(Locale.ROOT);
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
