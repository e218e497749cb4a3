package penumbra.datasets.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import penumbra.core.InvalidInputException;
import penumbra.io.format.AtomicFiles;
import penumbra.io.format.IoConsumer;

/// The columns of a table. It writes rows as CSV and Parquet for other programs.
///
/// ```
/// Table<FileFacts> table =
///     Table.of(
///         Column.text("file", facts -> facts.file().toString()),
///         Column.number("mean", facts -> facts.statistics().mean()));
/// table.writeCsv(rows, Path.of("images.csv"));
/// table.writeParquet(rows, Path.of("images.parquet"));
/// ```
///
/// Rows keep their order. They are processed one at a time, so there may be any number of them. The
/// same rows give the same bytes. Files are written completely or not at all.
///
/// **CSV** follows RFC 4180 in UTF-8, with `\n` at the ends of lines and the names of the columns
/// in the first line. A missing value is empty, an empty text is `""`. Numbers are the shortest
/// text that parses to the same value; `nan`, `inf` and `-inf` are numbers too.
///
/// **Parquet**: DuckDB converts the CSV and compresses it with Zstandard, so the two never differ.
///
/// @param <R> the type from which a row is made
/// @param columns the columns from left to right, at least one, with unique names
public record Table<R>(List<Column<R>> columns) {
  public Table {
    columns = List.copyOf(columns);
    Set<String> names = new HashSet<>();
    for (Column<R> column : columns) {
      if (!names.add(column.name())) {
        throw InvalidInputException.of(
            "the name of a column",
            "must be unique",
            "'" + column.name() + "' twice",
            "rename one");
      }
    }
    InvalidInputException.require(
        !columns.isEmpty(), "the number of columns", "must be at least 1", 0, "add one");
  }

  /// A table of these columns.
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public static <R> Table<R> of(Column<R>... columns) {
    return new Table<>(List.of(columns));
  }

  /// Passes on rows one after the other; can be called repeatedly.
  ///
  /// @param <R> the type from which a row is made
  @FunctionalInterface
  public interface Rows<R> {
    /// Passes each row to `take`.
    void each(IoConsumer<? super R> take) throws IOException;

    /// The rows of a collection.
    static <R> Rows<R> of(Iterable<? extends R> rows) {
      return take -> {
        for (R row : rows) {
          take.accept(row);
        }
      };
    }
  }

  /// Writes the rows as CSV.
  public void writeCsv(Iterable<? extends R> rows, Path file) throws IOException {
    writeCsv(Rows.of(rows), file);
  }

  /// Writes the rows as CSV.
  public void writeCsv(Rows<R> rows, Path file) throws IOException {
    AtomicFiles.write(
        file,
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          writer.write(String.join(",", columns.stream().map(Column::name).toList()));
          writer.write('\n');
          rows.each(row -> write(row, writer));
          writer.flush();
        });
  }

  /// Writes the rows as Parquet.
  public void writeParquet(Iterable<? extends R> rows, Path file) throws IOException {
    writeParquet(Rows.of(rows), file);
  }

  /// Writes the rows as Parquet.
  public void writeParquet(Rows<R> rows, Path file) throws IOException {
    Path csv = Files.createTempFile("penumbra", ".csv");
    try {
      writeCsv(rows, csv);
      toParquet(csv, file);
    } finally {
      Files.deleteIfExists(csv);
    }
  }

  /// Writes the rows of a CSV file, which was written by this table, as Parquet.
  public void toParquet(Path csv, Path file) throws IOException {
    AtomicFiles.create(file, hidden -> Parquet.fromCsv(csv, columns, hidden));
  }

  private void write(R row, Writer writer) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        writer.write(',');
      }
      String text = columns.get(i).text().apply(row).map(Table::quoted).orElse("");
      writer.write(text);
    }
    writer.write('\n');
  }

  private static String quoted(String text) {
    boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> ",\"\n\r".indexOf(c) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
