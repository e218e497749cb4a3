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
import penumbra.io.dataset.LabelRequest;
import penumbra.io.dataset.LabelUse;
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
    return of(folder, LabelRequest.BESIDE);
  }

  /// The same with labels from the file that was asked for.
  public static FolderFacts of(Path folder, LabelRequest labels) throws IOException {
    Dataset set = Dataset.list(folder, labels);
    LabelUse.requireSome(labels, set.labels());
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
    if (set.skipped().count() > 0) {
      json.put("not_images", set.skipped().kinds());
    }
    if (!set.masks().isEmpty()) {
      json.put("masks", set.masks().size());
    }
    if (!set.labels().isEmpty()) {
      json.put("findings", new LinkedHashMap<>(set.findings()));
      json.put("labels", set.labels().stream().map(FolderFacts::toJson).toList());
    }
    if (!series.isEmpty()) {
      json.put("series", series.stream().map(SeriesFacts::toJson).toList());
    }
    return json;
  }

  private static Map<String, Object> toJson(LabelUse use) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", use.file().toString());
    json.put("set", use.set());
    json.put("columns", use.columns());
    json.put("images", use.images());
    json.put("several", use.several());
    json.put("uncertain", use.uncertain());
    json.put("missing", use.missing());
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
    if (!set.masks().isEmpty()) {
      lines.add(
          FileFacts.line(
              "masks", Numbers.count(set.masks().size()) + " beside images, not counted"));
    }
    addLabels(lines);
    if (!set.archives().isEmpty()) {
      lines.add(
          FileFacts.line(
              "archives",
              Numbers.count(set.archives().size()) + ", not entered; name them one by one"));
    }
    if (set.skipped().count() > 0) {
      lines.add(FileFacts.line("not images", set.skipped().describe()));
    }
    for (int i = 0; i < series.size(); i++) {
      lines.add(FileFacts.line(i == 0 ? "volumes" : "", series.get(i).toLine(words)));
    }
    return lines;
  }

  private void addLabels(List<String> lines) {
    if (set.images().stream().anyMatch(image -> image.findings().size() > 1)) {
      List<String> counts = new ArrayList<>();
      set.findings().forEach((name, count) -> counts.add(name + " " + Numbers.count(count)));
      lines.add(FileFacts.line("findings", String.join(", ", counts)));
    }
    for (LabelUse use : set.labels()) {
      lines.add(FileFacts.line("labels", use.line()));
    }
  }

  private static String nameOf(Split split) {
    return split == Split.NONE ? "no split" : split.name().toLowerCase(Locale.ROOT);
  }

  private static String nameOf(Label label) {
    return label.equals(Label.NONE) ? "no class" : label.toString();
  }
}
