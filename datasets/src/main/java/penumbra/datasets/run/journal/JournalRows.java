package penumbra.datasets.run.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import penumbra.core.DType;
import penumbra.core.measure.Histogram;
import penumbra.core.measure.Statistics;
import penumbra.datasets.run.output.OutputRecord;

/// Records as rows of a [Journal]. Floating-point numbers are stored as text, because SQLite has no
/// NaN; lists are separated by spaces.
final class JournalRows {
  /// The place of the number of infinite values among the statistics.
  private static final int INFINITE = 7;

  static final List<String> TABLES =
      List.of(
          """
          create table if not exists images (
            path text primary key, input text not null, split text not null, label text not null,
            bytes integer not null, sha256 text, shape text, type text, decoding text,
            statistics text, percentiles text, histogram_range text, histogram text,
            fingerprint text not null, version text not null, error text,
            milliseconds integer not null, finished text not null)
          """,
          """
          create table if not exists outputs (
            path text not null, position integer not null, name text not null, file text not null,
            bytes integer not null, sha256 text not null, primary key (path, position))
          """,
          FailureRows.TABLE);

  static final String PUT_IMAGE =
      """
      insert or replace into images values
        (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
      """;

  static final String PUT_OUTPUT = "insert into outputs values (?, ?, ?, ?, ?, ?)";

  private final PreparedStatement outputsOf;
  private final FailureRows failures;

  JournalRows(Connection connection) throws SQLException {
    this.outputsOf =
        connection.prepareStatement(
            "select name, file, bytes, sha256 from outputs where path = ? order by position");
    this.failures = new FailureRows(connection);
  }

  static void bind(PreparedStatement put, ImageRecord image, long milliseconds)
      throws SQLException {
    put.setString(1, image.path());
    put.setString(2, image.input());
    put.setString(3, image.split());
    put.setString(4, image.label());
    put.setLong(5, image.bytes());
    put.setString(6, image.sha256().orElse(null));
    Optional<InputFacts> facts = image.facts();
    put.setString(7, facts.map(known -> text(known.shape().stream())).orElse(null));
    put.setString(8, facts.map(known -> known.type().label()).orElse(null));
    put.setString(9, facts.map(InputFacts::decoding).orElse(null));
    put.setString(10, facts.map(known -> text(known.statistics())).orElse(null));
    put.setString(11, facts.map(known -> text(known.percentiles().stream())).orElse(null));
    Optional<Histogram> histogram = facts.flatMap(InputFacts::histogram);
    put.setString(12, histogram.map(known -> known.min() + " " + known.max()).orElse(null));
    put.setString(
        13, histogram.map(known -> text(Arrays.stream(known.counts()).boxed())).orElse(null));
    put.setString(14, image.fingerprint());
    put.setString(15, image.version());
    put.setString(16, image.error().orElse(null));
    put.setLong(17, milliseconds);
  }

  static void bind(PreparedStatement put, String path, int position, OutputRecord output)
      throws SQLException {
    put.setString(1, path);
    put.setInt(2, position);
    put.setString(3, output.name());
    put.setString(4, output.file());
    put.setLong(5, output.bytes());
    put.setString(6, output.sha256());
  }

  /// Records why an image failed, or that it did not.
  void putFailure(ImageRecord image) throws SQLException {
    failures.put(image.path(), image.failure());
  }

  ImageRecord read(ResultSet row) throws SQLException {
    String path = row.getString("path");
    List<OutputRecord> outputs = new ArrayList<>();
    outputsOf.setString(1, path);
    try (ResultSet found = outputsOf.executeQuery()) {
      while (found.next()) {
        outputs.add(
            new OutputRecord(
                found.getString(1), found.getString(2), found.getLong(3), found.getString(4)));
      }
    }
    return new ImageRecord(
        path,
        row.getString("input"),
        row.getString("split"),
        row.getString("label"),
        row.getLong("bytes"),
        Optional.ofNullable(row.getString("sha256")),
        facts(row),
        outputs,
        row.getString("fingerprint"),
        row.getString("version"),
        failures.read(path, Optional.ofNullable(row.getString("error"))));
  }

  private static Optional<InputFacts> facts(ResultSet row) throws SQLException {
    String statistics = row.getString("statistics");
    if (statistics == null) {
      return Optional.empty();
    }
    return Optional.of(
        new InputFacts(
            parts(row.getString("shape")).map(Integer::valueOf).toList(),
            type(row.getString("type")),
            row.getString("decoding"),
            statistics(parts(statistics).toList()),
            parts(row.getString("percentiles")).map(Double::valueOf).toList(),
            histogram(row.getString("histogram_range"), row.getString("histogram"))));
  }

  private static DType type(String label) {
    return Arrays.stream(DType.values())
        .filter(type -> type.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the journal has a type '" + label + "'"));
  }

  private static Optional<Histogram> histogram(@Nullable String range, @Nullable String counts) {
    if (range == null || counts == null) {
      return Optional.empty();
    }
    List<Double> ends = parts(range).map(Double::valueOf).toList();
    long[] bins = parts(counts).mapToLong(Long::parseLong).toArray();
    return Optional.of(new Histogram(ends.get(0), ends.get(1), bins));
  }

  private static String text(Statistics known) {
    return text(
        Stream.of(
            known.count(),
            known.nanCount(),
            known.min(),
            known.max(),
            known.mean(),
            known.median(),
            known.standardDeviation(),
            known.infiniteCount()));
  }

  /// Journals of older versions do not count infinities.
  private static Statistics statistics(List<String> parts) {
    return new Statistics(
        Long.parseLong(parts.get(0)),
        Double.parseDouble(parts.get(2)),
        Double.parseDouble(parts.get(3)),
        Double.parseDouble(parts.get(4)),
        Double.parseDouble(parts.get(5)),
        Double.parseDouble(parts.get(6)),
        Long.parseLong(parts.get(1)),
        parts.size() > INFINITE ? Long.parseLong(parts.get(INFINITE)) : 0);
  }

  private static String text(Stream<?> values) {
    return values.map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static Stream<String> parts(String text) {
    return text.isEmpty() ? Stream.empty() : Arrays.stream(text.split(" ", -1));
  }
}
