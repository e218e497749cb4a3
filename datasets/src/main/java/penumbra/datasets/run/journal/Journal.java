package penumbra.datasets.run.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import penumbra.datasets.run.output.OutputException;
import penumbra.io.format.IoConsumer;

/// The progress of a run, in a SQLite file that survives a killed process and a power failure.
///
/// ```
/// try (Journal journal = Journal.open(out.resolve(".penumbra/run.db"))) {
///   journal.put(record, 57);
///   journal.commit();
/// }
/// ```
///
/// Uncommitted work is lost with the process, and is repeated. For one thread.
public final class Journal implements AutoCloseable {
  private static final int FORMAT = 1;

  private final Path file;
  private final Connection connection;
  private final PreparedStatement putImage;
  private final PreparedStatement putOutput;
  private final PreparedStatement dropOutputs;
  private final PreparedStatement findImage;
  private final JournalRows rows;

  private Journal(Path file, Connection connection) throws SQLException {
    this.file = file;
    this.connection = connection;
    this.putImage = connection.prepareStatement(JournalRows.PUT_IMAGE);
    this.putOutput = connection.prepareStatement(JournalRows.PUT_OUTPUT);
    this.dropOutputs = connection.prepareStatement("delete from outputs where path = ?");
    this.findImage = connection.prepareStatement("select * from images where path = ?");
    this.rows = new JournalRows(connection);
  }

  /// Opens the file, which is created if it is missing.
  public static Journal open(Path file) throws IOException {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try {
        setUp(file, connection);
        return new Journal(file, connection);
      } catch (SQLException | IOException error) {
        connection.close();
        throw error;
      }
    } catch (SQLException error) {
      throw unusable(file, error);
    }
  }

  /// Opens an existing file without changing it; another process may be writing it.
  public static Journal openToRead(Path file) throws IOException {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try {
        return new Journal(file, connection);
      } catch (SQLException error) {
        connection.close();
        throw error;
      }
    } catch (SQLException error) {
      throw unusable(file, error);
    }
  }

  private static void setUp(Path file, Connection connection) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma synchronous = full");
      int format;
      try (ResultSet version = statement.executeQuery("pragma user_version")) {
        format = version.next() ? version.getInt(1) : 0;
      }
      if (format > FORMAT) {
        throw new IOException(
            file
                + " must be the journal of a run in format "
                + FORMAT
                + ", but has format "
                + format
                + "; use the newer Penumbra that wrote it, or write elsewhere");
      }
      connection.setAutoCommit(false);
      for (String table : JournalRows.TABLES) {
        statement.execute(table);
      }
      statement.execute("pragma user_version = " + FORMAT);
      connection.commit();
    }
  }

  /// The last record of an image.
  public Optional<ImageRecord> find(String path) throws IOException {
    try {
      findImage.setString(1, path);
      try (ResultSet found = findImage.executeQuery()) {
        return found.next() ? Optional.of(rows.read(found)) : Optional.empty();
      }
    } catch (SQLException error) {
      throw unusable(file, error);
    }
  }

  /// The input of every recorded image, by its path.
  public Map<String, String> inputs() throws IOException {
    Map<String, String> inputs = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("select path, input from images")) {
      while (found.next()) {
        inputs.put(found.getString(1), found.getString(2));
      }
      return inputs;
    } catch (SQLException error) {
      throw unusable(file, error);
    }
  }

  /// Records the outcome of an image, and replaces its former record.
  ///
  /// @param milliseconds the time it took
  public void put(ImageRecord image, long milliseconds) throws IOException {
    try {
      JournalRows.bind(putImage, image, milliseconds);
      putImage.executeUpdate();
      rows.putFailure(image);
      dropOutputs.setString(1, image.path());
      dropOutputs.executeUpdate();
      for (int i = 0; i < image.outputs().size(); i++) {
        JournalRows.bind(putOutput, image.path(), i, image.outputs().get(i));
        putOutput.executeUpdate();
      }
    } catch (SQLException error) {
      throw unusable(file, error);
    }
  }

  /// Makes all records durable.
  public void commit() throws IOException {
    try {
      connection.commit();
    } catch (SQLException error) {
      throw unusable(file, error);
    }
  }

  /// Passes on the records of this version and this recipe, in the order of the paths.
  public void each(String fingerprint, String version, IoConsumer<? super ImageRecord> take)
      throws IOException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select * from images where fingerprint = ? and version = ? order by path")) {
      statement.setString(1, fingerprint);
      statement.setString(2, version);
      each(statement, take);
    } catch (SQLException error) {
      throw unusable(file, error);
    }
  }

  /// The same for all versions.
  public void each(String fingerprint, IoConsumer<? super ImageRecord> take) throws IOException {
    try (PreparedStatement statement =
        connection.prepareStatement("select * from images where fingerprint = ? order by path")) {
      statement.setString(1, fingerprint);
      each(statement, take);
    } catch (SQLException error) {
      throw unusable(file, error);
    }
  }

  private void each(PreparedStatement statement, IoConsumer<? super ImageRecord> take)
      throws SQLException, IOException {
    try (ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        take.accept(rows.read(found));
      }
    }
  }

  /// The time of an image.
  ///
  /// @param path the image
  /// @param milliseconds the time it took
  /// @param finished when, in UTC
  public record Time(String path, long milliseconds, String finished) {}

  /// Passes on the times of all images, in the order of their paths.
  public void times(IoConsumer<? super Time> take) throws IOException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select path, milliseconds, finished from images order by path")) {
      while (found.next()) {
        take.accept(new Time(found.getString(1), found.getLong(2), found.getString(3)));
      }
    } catch (SQLException error) {
      throw unusable(file, error);
    }
  }

  private static IOException unusable(Path file, SQLException error) {
    String reason = String.valueOf(error.getMessage()).replaceAll("\\p{Cntrl}", " ");
    return new OutputException(file + " cannot be used: " + reason, new IOException(error));
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException error) {
      throw unusable(file, error);
    }
  }
}
