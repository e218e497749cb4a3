package penumbra.datasets.table;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// DuckDB in this process, without a database file.
///
/// ```
/// try (DuckDb duck = DuckDb.open()) {
///   duck.execute("create view images as select * from read_parquet('manifest.parquet')");
///   Answer answer = duck.ask("select split, avg(mean) from images group by all");
/// }
/// ```
///
/// It uses one thread and keeps the order of insertion, so that the same rows give the same bytes.
/// It loads nothing from the network.
public final class DuckDb implements AutoCloseable {
  private final Connection connection;

  private DuckDb(Connection connection) {
    this.connection = connection;
  }

  /// The result of a query.
  ///
  /// @param columns the names of the columns
  /// @param rows the values as text, empty if they are missing
  public record Answer(List<String> columns, List<List<Optional<String>>> rows) {
    public Answer {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /// Starts DuckDB.
  public static DuckDb open() throws IOException {
    try {
      DuckDb duck = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
      duck.execute("set threads = 1");
      duck.execute("set preserve_insertion_order = true");
      duck.execute("set autoinstall_known_extensions = false");
      return duck;
    } catch (SQLException error) {
      throw new IOException("DuckDB does not start: " + firstLine(error), error);
    }
  }

  /// Executes a statement without a result.
  public void execute(String sql) throws IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException error) {
      throw new IOException("DuckDB: " + firstLine(error), error);
    }
  }

  /// Executes a query.
  public Answer ask(String sql) throws SQLException {
    List<String> names = new ArrayList<>();
    List<List<Optional<String>>> rows = new ArrayList<>();
    each(sql, names::addAll, rows::add);
    return new Answer(names, rows);
  }

  /// Executes a query and passes on its columns' names, then each row.
  public void each(String sql, Consumer<List<String>> header, Consumer<List<Optional<String>>> each)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      ResultSetMetaData about = results.getMetaData();
      List<String> names = new ArrayList<>();
      for (int i = 1; i <= about.getColumnCount(); i++) {
        names.add(about.getColumnLabel(i));
      }
      header.accept(names);
      while (results.next()) {
        List<Optional<String>> row = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
          row.add(Optional.ofNullable(results.getString(i)));
        }
        each.accept(row);
      }
    }
  }

  /// The SQL expression for the rows of a file: Parquet by its extension, else CSV.
  public static String table(Path file) {
    String name = file.toString();
    return name.endsWith(".parquet")
        ? "read_parquet(" + text(name) + ")"
        : "read_csv("
            + text(name)
            + ", header = true, delim = ',', quote = '\"', escape = '\"', sample_size = -1,"
            + " nullstr = '', allow_quoted_nulls = false, max_line_size = 16777216)";
  }

  /// A text as an SQL literal.
  public static String text(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String firstLine(SQLException error) {
    return String.valueOf(error.getMessage()).lines().findFirst().orElse("no reason given");
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException error) {
      throw new IOException("DuckDB does not stop: " + firstLine(error), error);
    }
  }
}
