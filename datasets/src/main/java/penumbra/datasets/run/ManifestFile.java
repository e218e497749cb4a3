package penumbra.datasets.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import penumbra.core.Failure;
import penumbra.datasets.run.journal.Manifest;
import penumbra.datasets.table.DuckDb;
import penumbra.imaging.recipe.Recipe;
import penumbra.io.format.UnreadableFileException;

/// An existing manifest.
///
/// @param file the manifest, `*.parquet` or `*.csv`
/// @param images its rows, in its order
public record ManifestFile(Path file, List<Row> images) {
  private static final String FILE_COLUMN = "_file";
  private static final String HASH_COLUMN = "_sha256";

  public ManifestFile {
    images = List.copyOf(images);
  }

  /// An image's row.
  ///
  /// @param path its name in the tree of results
  /// @param input the file, as given on the command line
  /// @param split the part of the set
  /// @param label the class
  /// @param done whether it has results
  /// @param sha256 the hash of the input, if it could be read
  /// @param outputs the hash of every result, by its file
  /// @param recipe the recipe's fingerprint
  /// @param version the version of Penumbra
  public record Row(
      String path,
      String input,
      String split,
      String label,
      boolean done,
      Optional<String> sha256,
      Map<String, String> outputs,
      String recipe,
      String version) {
    public Row {
      outputs = Map.copyOf(outputs);
    }
  }

  /// Reads the manifest of a folder of results.
  public static ManifestFile of(Path output) throws IOException {
    Path parquet = output.resolve(Manifest.PARQUET);
    return read(Files.exists(parquet) ? parquet : output.resolve(Manifest.CSV));
  }

  /// Reads a manifest.
  public static ManifestFile read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw UnreadableFileException.of(
          file,
          "must be the manifest of a run",
          Files.exists(file) ? "is a folder or a device" : "is missing",
          "name one, or run the recipe to its end first");
    }
    List<Row> rows = new ArrayList<>();
    try (DuckDb duck = DuckDb.open()) {
      DuckDb.Answer answer = duck.ask("select * from " + DuckDb.table(file));
      for (List<Optional<String>> values : answer.rows()) {
        rows.add(row(file, answer.columns(), values));
      }
    } catch (SQLException error) {
      throw UnreadableFileException.of(
          file, "must be the manifest of a run", "cannot be read as such", "name another", error);
    }
    return new ManifestFile(file, rows);
  }

  /// The recipe that the run wrote to the manifest's folder.
  public Recipe recipe() throws IOException {
    return Recipe.read(folder().resolve(Run.RECIPE));
  }

  /// The folder of results.
  public Path folder() {
    return Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of(""));
  }

  private static Row row(Path file, List<String> columns, List<Optional<String>> values)
      throws UnreadableFileException {
    Map<String, String> byName = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      values.get(i).ifPresent(value -> byName.put(column, value));
    }
    for (String column : List.of("path", "input", "split", "outcome", "recipe", "version")) {
      if (!byName.containsKey(column)) {
        throw UnreadableFileException.of(
            Failure.Kind.NO_RUN,
            file,
            "must be the manifest of a run",
            "has no value for " + column,
            "name one that a run has written");
      }
    }
    Map<String, String> outputs = new HashMap<>();
    byName.forEach((column, value) -> {
      if (column.endsWith(FILE_COLUMN)) {
        String name = column.substring(0, column.length() - FILE_COLUMN.length());
        outputs.put(value, byName.getOrDefault(name + HASH_COLUMN, ""));
      }
    });
    return new Row(
        byName.getOrDefault("path", ""),
        byName.getOrDefault("input", ""),
        byName.getOrDefault("split", ""),
        byName.getOrDefault("label", ""),
        byName.getOrDefault("outcome", "").equals("done"),
        Optional.ofNullable(byName.get("sha256")),
        outputs,
        byName.getOrDefault("recipe", ""),
        byName.getOrDefault("version", ""));
  }
}
