package penumbra.cli.console;

import java.util.ArrayList;
import java.util.List;

/// Formats rows as lines with aligned columns.
public final class Columns {
  private static final String GAP = "  ";

  private Columns() {}

  /// The lines: words at the left of their columns, numbers at the right. Control characters, which
  /// names of files may hold, become `?`.
  ///
  /// @param words how many of the columns, from the first on, hold words
  public static List<String> lines(List<List<String>> rows, int words) {
    List<List<String>> clean =
        rows.stream()
            .map(row -> row.stream().map(cell -> cell.replaceAll("\\p{Cntrl}", "?")).toList())
            .toList();
    int[] widths = new int[clean.getFirst().size()];
    for (List<String> row : clean) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : clean) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        String padding = " ".repeat(widths[column] - cell.length());
        line.append(column == 0 ? "" : GAP);
        line.append(column < words ? cell + padding : padding + cell);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
