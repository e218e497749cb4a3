package penumbra.datasets.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import penumbra.core.InvalidInputException;

/// The names of several inputs in the tree of results.
///
/// ```
/// InputNames.of(List.of(Path.of("a/scan.png"), Path.of("b/scan.png")), Set.of());
/// // a/scan.png, b/scan.png
/// ```
final class InputNames {
  private InputNames() {}

  /// For each input its own name, with as many of the folders above it as are needed to tell it
  /// from the other inputs of that name, and from the names that are taken. The name of an archive
  /// counts as that of a folder.
  static Map<Path, String> of(List<Path> inputs, Set<String> taken) {
    requireOnce(inputs);
    Map<String, List<Path>> alike = new LinkedHashMap<>();
    for (Path input : inputs) {
      alike.computeIfAbsent(last(input, 1), _ -> new ArrayList<>()).add(input);
    }
    Map<Path, String> names = new HashMap<>();
    alike.values().forEach(group -> names.putAll(distinct(group, taken)));
    return names;
  }

  /// The same for folders: all get as many names, which end in `/`.
  static Map<Path, String> ofFolders(List<Path> folders) {
    requireOnce(folders);
    Map<Path, String> prefixes = new HashMap<>();
    distinct(folders, Set.of()).forEach((folder, name) -> prefixes.put(folder, name + "/"));
    return prefixes;
  }

  private static Map<Path, String> distinct(List<Path> group, Set<String> taken) {
    int longest = group.stream().mapToInt(path -> parts(path).size()).max().orElse(0);
    for (int count = 1; count <= longest; count++) {
      Map<Path, String> names = new HashMap<>();
      for (Path path : group) {
        names.put(path, last(path, count));
      }
      Collection<String> given = names.values();
      if (new HashSet<>(given).size() == group.size()
          && given.stream().noneMatch(taken::contains)) {
        return names;
      }
    }
    InvalidInputException.require(
        group.isEmpty(),
        "the inputs",
        "must have different names",
        group,
        "run them into folders of their own");
    return Map.of();
  }

  private static void requireOnce(List<Path> inputs) {
    Set<Path> whole = new LinkedHashSet<>();
    for (Path input : inputs) {
      if (!whole.add(input.toAbsolutePath().normalize())) {
        throw InvalidInputException.of(
            "an input", "must be named once", "'" + input + "' again", "leave it out");
      }
    }
  }

  private static String last(Path path, int count) {
    List<String> parts = parts(path);
    return String.join("/", parts.subList(Math.max(0, parts.size() - count), parts.size()));
  }

  /// The names of a path, that of an archive without its mark.
  private static List<String> parts(Path path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.toAbsolutePath().normalize().toString().split("[/\\\\]", -1)) {
      if (!part.isEmpty()) {
        parts.add(part.endsWith("!") ? part.substring(0, part.length() - 1) : part);
      }
    }
    return parts;
  }
}
