package penumbra.figure.colour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The colormaps that are tables and nothing else: `colormaps.txt`, read when one is first asked
/// for.
///
/// A map is a line with its name and, indented, its colours in hexadecimal; `#` starts a comment.
final class ColormapTables {
  private ColormapTables() {}

  private static final class Loaded {
    static final Map<String, int[]> TABLES = load();
  }

  /// The colours of the table of that name, or its colours backwards.
  static int[] colours(String name, boolean reversed) {
    int[] table = Loaded.TABLES.get(name);
    if (table == null) {
      throw new IllegalStateException("colormaps.txt has no table " + name);
    }
    int[] colours = new int[table.length];
    for (int i = 0; i < table.length; i++) {
      colours[i] = table[reversed ? table.length - 1 - i : i];
    }
    return colours;
  }

  private static Map<String, int[]> load() {
    try (InputStream resource = ColormapTables.class.getResourceAsStream("colormaps.txt")) {
      if (resource == null) {
        throw new IllegalStateException("colormaps.txt is missing from the figure module");
      }
      return parse(new String(resource.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads maps as they stand in `colormaps.txt`.
  static Map<String, int[]> parse(String text) {
    var colours = new HashMap<String, List<Integer>>();
    List<Integer> current = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("  ")) {
        for (String entry : line.strip().split(" ", -1)) {
          current.add(Integer.parseInt(entry, 16));
        }
      } else if (!line.startsWith("#")) {
        current = new ArrayList<>();
        colours.put(line, current);
      }
    }
    var tables = new HashMap<String, int[]>();
    colours.forEach(
        (name, list) -> tables.put(name, list.stream().mapToInt(Integer::intValue).toArray()));
    return tables;
  }
}
