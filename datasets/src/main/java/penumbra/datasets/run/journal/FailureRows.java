package penumbra.datasets.run.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import penumbra.core.Failure;

/// Failures as rows of a [Journal], in a separate table. Journals of older versions, which have
/// only the line, can therefore be read, and older versions can continue newer journals.
final class FailureRows {
  static final String TABLE =
      """
      create table if not exists failures (
        path text primary key, kind text not null, subject text not null, rule text not null,
        found text not null, remedy text not null, offset integer not null)
      """;

  private final @Nullable PreparedStatement find;
  private final @Nullable PreparedStatement put;
  private final @Nullable PreparedStatement drop;

  /// An older journal that is only read has no such table.
  FailureRows(Connection connection) throws SQLException {
    boolean there = isThere(connection);
    this.find = there ? connection.prepareStatement("select * from failures where path = ?") : null;
    this.put =
        there
            ? connection.prepareStatement("insert into failures values (?, ?, ?, ?, ?, ?, ?)")
            : null;
    this.drop = there ? connection.prepareStatement("delete from failures where path = ?") : null;
  }

  private static boolean isThere(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("select 1 from sqlite_master where name = 'failures'")) {
      return found.next();
    }
  }

  /// The failure that belongs to the line in the image's row.
  Optional<Failure> read(String path, Optional<String> line) throws SQLException {
    if (line.isEmpty()) {
      return Optional.empty();
    }
    var inWords = new Failure(Failure.Kind.OTHER, "", "", line.get(), "");
    if (find == null) {
      return Optional.of(inWords);
    }
    find.setString(1, path);
    try (ResultSet found = find.executeQuery()) {
      Failure failure = found.next() ? failure(found) : inWords;
      // An older version may have recorded a different failure since.
      return Optional.of(failure.line().equals(line.get()) ? failure : inWords);
    }
  }

  private static Failure failure(ResultSet row) throws SQLException {
    return new Failure(
        Failure.Kind.labelled(row.getString("kind")).orElse(Failure.Kind.OTHER),
        row.getString("subject"),
        row.getString("rule"),
        row.getString("found"),
        row.getString("remedy"),
        row.getLong("offset"));
  }

  /// Records the failure of an image, or that it no longer has one.
  void put(String path, Optional<Failure> failure) throws SQLException {
    if (put == null || drop == null) {
      throw new IllegalStateException("a journal that is only read");
    }
    drop.setString(1, path);
    drop.executeUpdate();
    if (failure.isPresent()) {
      put.setString(1, path);
      put.setString(2, failure.get().kind().label());
      put.setString(3, failure.get().subject());
      put.setString(4, failure.get().rule());
      put.setString(5, failure.get().found());
      put.setString(6, failure.get().remedy());
      put.setLong(7, failure.get().offset());
      put.executeUpdate();
    }
  }
}
