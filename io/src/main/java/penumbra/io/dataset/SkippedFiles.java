package penumbra.io.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The files of a folder that are not listed as images, by kind and number. Archives are not among
/// them, see [Dataset#archives].
///
/// ```
/// Dataset.list(folder).skipped().describe(); // 2 .csv, 1 .webp, 3 without an extension
/// ```
///
/// @param kinds how many there are of each extension, in lower case with its dot; empty for none
public record SkippedFiles(SortedMap<String, Integer> kinds) {
  /// No files.
  public static final SkippedFiles NONE = new SkippedFiles(new TreeMap<>());

  private static final Pattern EXTENSION = Pattern.compile("[.][a-z][a-z0-9_-]{0,11}$");
  private static final Set<String> TEXTS =
      Set.of(
          ".cfg",
          ".csv",
          ".db",
          ".htm",
          ".html",
          ".ini",
          ".ipynb",
          ".json",
          ".jsonl",
          ".log",
          ".md",
          ".parquet",
          ".py",
          ".rst",
          ".sh",
          ".toml",
          ".tsv",
          ".txt",
          ".xls",
          ".xlsx",
          ".xml",
          ".yaml",
          ".yml");
  private static final int MOST_KINDS = 12;

  public SkippedFiles {
    kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
  }

  /// The kind of a file with that name: its extension, if it has one.
  static String kind(String name) {
    var extension = EXTENSION.matcher(name.toLowerCase(Locale.ROOT));
    return extension.find() && extension.start() > 0 ? extension.group() : "";
  }

  /// Both together.
  public SkippedFiles and(SkippedFiles others) {
    SortedMap<String, Integer> all = new TreeMap<>(kinds);
    others.kinds.forEach((kind, count) -> all.merge(kind, count, Integer::sum));
    return new SkippedFiles(all);
  }

  /// Those that may be images: without tables, texts and programs, which belong to many sets, and
  /// without files that have no extension.
  public SkippedFiles besideTexts() {
    SortedMap<String, Integer> left = new TreeMap<>(kinds);
    left.keySet().removeIf(kind -> kind.isEmpty() || TEXTS.contains(kind));
    return new SkippedFiles(left);
  }

  /// How many there are.
  public int count() {
    return kinds.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// The kinds with their numbers, those with a name first: `2 .csv, 1 .webp`.
  public String describe() {
    List<String> parts = new ArrayList<>();
    kinds.forEach((kind, count) -> {
      if (!kind.isEmpty()) {
        parts.add(count + " " + kind);
      }
    });
    if (parts.size() > MOST_KINDS) {
      int more = parts.size() - MOST_KINDS + 1;
      parts.subList(MOST_KINDS - 1, parts.size()).clear();
      parts.add(more + " more kinds");
    }
    if (kinds.containsKey("")) {
      parts.add(kinds.get("") + " without an extension");
    }
    return String.join(", ", parts);
  }
}
