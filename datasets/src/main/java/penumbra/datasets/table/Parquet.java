package penumbra.datasets.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Converts CSV to Parquet.
final class Parquet {
  private Parquet() {}

  static void fromCsv(Path csv, List<? extends Column<?>> columns, Path parquet)
      throws IOException {
    String types =
        columns.stream()
            .map(column -> "'" + column.name() + "': '" + column.type().sql() + "'")
            .collect(Collectors.joining(", ", "{", "}"));
    try (DuckDb duck = DuckDb.open()) {
      duck.execute(
          "copy (select * from read_csv("
              + DuckDb.text(csv.toString())
              + ", header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"',"
              + " new_line = '\\n', nullstr = '', allow_quoted_nulls = false, max_line_size ="
              + " 16777216, columns = "
              + types
              + ")) to "
              + DuckDb.text(parquet.toString())
              + " (format parquet, compression zstd)");
    }
  }
}
