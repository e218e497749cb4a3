package penumbra.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import penumbra.catalogue.Numbers;
import penumbra.core.Failure;
import penumbra.imaging.FileFacts;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.Label;
import penumbra.io.dataset.Split;

/// Facts about a folder of images without decoding them: the number of images of each class in each
/// split, the number of copies, and the volumes of its DICOM files.
///
/// ```
/// FolderFacts facts = FolderFacts.of(Path.of("chest_xray"));
/// ```
///
/// @param folder the folder, as it was named
/// @param set the images in it
/// @param series the volumes in its DICOM files
public record FolderFacts(Path folder, Dataset set, List<SeriesFacts> series) {
  public FolderFacts {
    series = List.copyOf(series);
  }

  /// Lists the folder, and reads the headers of the DICOM files in it.
  public static FolderFacts of(Path folder) throws IOException {
    Dataset set = Dataset.list(folder);
    return new FolderFacts(folder, set, SeriesFacts.in(folder, set));
  }

  /// The facts for programs.
  public Map<String, Object> toJson() {
    Map<String, Object> splits = new LinkedHashMap<>();
    set.counts()
        .forEach((split, labels) -> {
          Map<String, Object> counts = new LinkedHashMap<>();
          labels.forEach((label, count) -> counts.put(label.toString(), count));
          splits.put(nameOf(split), counts);
        });
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("folder", folder.toString());
    json.put("images", set.images().size());
    json.put("splits", splits);
    json.put("nested_copies", set.nestedCopies().size());
    json.put("archives", set.archives().size());
    if (!series.isEmpty()) {
      json.put("series", series.stream().map(SeriesFacts::toJson).toList());
    }
    return json;
  }

  /// The facts for people, in lines.
  public List<String> toLines() {
    return toLines(Failure::line);
  }

  /// The same, with failures in the terms of the calling program.
  public List<String> toLines(Function<? super Failure, String> words) {
    List<String> lines = new ArrayList<>();
    lines.add(folder.toString());
    lines.add(FileFacts.line("images", Numbers.count(set.images().size())));
    for (Map.Entry<Split, SortedMap<Label, Integer>> split : set.counts().entrySet()) {
      int total = split.getValue().values().stream().mapToInt(Integer::intValue).sum();
      List<String> parts = new ArrayList<>();
      split
          .getValue()
          .forEach((label, count) -> parts.add(nameOf(label) + " " + Numbers.count(count)));
      boolean plain = split.getKey() == Split.NONE && split.getValue().containsKey(Label.NONE);
      if (!plain || parts.size() > 1 || set.counts().size() > 1) {
        lines.add(
            FileFacts.line(
                nameOf(split.getKey()),
                Numbers.count(total) + "   (" + String.join(", ", parts) + ")"));
      }
    }
    if (!set.nestedCopies().isEmpty()) {
      lines.add(
          FileFacts.line(
              "copies", Numbers.count(set.nestedCopies().size()) + " nested ones, not counted"));
    }
    if (!set.archives().isEmpty()) {
      lines.add(
          FileFacts.line(
              "archives",
              Numbers.count(set.archives().size()) + ", not entered; name them one by one"));
    }
    for (int i = 0; i < series.size(); i++) {
      lines.add(FileFacts.line(i == 0 ? "volumes" : "", series.get(i).toLine(words)));
    }
    return lines;
  }

  private static String nameOf(Split split) {
    return split == Split.NONE ? "no split" : split.name().toLowerCase(Locale.ROOT);
  }

  private static String nameOf(Label label) {
    return label.equals(Label.NONE) ? "no class" : label.toString();
  }
}
