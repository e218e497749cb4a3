package penumbra.datasets.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import penumbra.core.InvalidInputException;

/// The names of several input folders in the tree of results.
final class InputPrefixes {
  private InputPrefixes() {}

  /// For each folder its own name, with as many parent folders as are needed to distinguish all,
  /// and a `/` at the end.
  static Map<Path, String> of(List<Path> folders) {
    Set<Path> whole = new LinkedHashSet<>();
    for (Path folder : folders) {
      if (!whole.add(folder.toAbsolutePath().normalize())) {
        throw InvalidInputException.of("an input", "must be named once", "'" + folder + "' again", "leave it out");
      }
    }
    if (folders.isEmpty()) {
      return Map.of();
    }
    int longest = whole.stream().mapToInt(folder -> parts(folder).length).max().orElse(0);
    for (int names = 1; names <= longest; names++) {
      Map<Path, String> prefixes = new HashMap<>();
      for (Path folder : folders) {
        prefixes.put(folder, last(folder.toAbsolutePath().normalize(), names));
      }
      if (new HashSet<>(prefixes.values()).size() == folders.size()) {
        return prefixes;
      }
    }
    throw InvalidInputException.of(
        "the inputs", "must have different names", folders, "run them into folders of their own");
  }

  private static String last(Path folder, int names) {
    String[] parts = parts(folder);
    int from = Math.max(0, parts.length - names);
    return String.join("/", Arrays.asList(parts).subList(from, parts.length)) + "/";
  }

  /// The names of a path; that of an archive counts as that of a folder.
  private static String[] parts(Path folder) {
    return folder.toString().replaceFirst("^[/\\\\]+", "").replace("!/", "/").split("[/\\\\]");
  }
}
