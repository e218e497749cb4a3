package penumbra.pipeline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.io.UnreadableFileException;
import penumbra.pipeline.recipe.Recipe;
import penumbra.pipeline.table.Column;
import penumbra.pipeline.table.Duck;
import penumbra.pipeline.table.Table;

/// The record of a run as tables for SQL: `images`, the manifest, and `times`, how long each image
/// took.
///
/// ```
/// try (RunTables tables = RunTables.open(out)) {
///   Duck.Answer answer = tables.duck().ask("select avg(mean) from images");
/// }
/// ```
///
/// @param duck where they are
/// @param scratch files that are removed in the end
public record RunTables(Duck duck, List<Path> scratch) implements AutoCloseable {
  public RunTables {
    scratch = List.copyOf(scratch);
  }

  /// Opens the record of the run in `output`, whole or not.
  public static RunTables open(Path output) throws IOException {
    Path journal = output.resolve(Run.HIDDEN).resolve(Run.JOURNAL);
    Path manifest = output.resolve(Manifest.PARQUET);
    boolean begun = Files.exists(journal) && Files.exists(output.resolve(Run.RECIPE));
    if (!begun && !Files.exists(manifest)) {
      throw UnreadableFileException.of(
          output,
          "must be a folder that 'penumbra run' has written",
          "holds no manifest and no journal",
          "name another");
    }
    List<Path> scratch = new ArrayList<>();
    try {
      Duck duck = Duck.open();
      if (begun) {
        addJournal(duck, output, journal, scratch);
      }
      if (Files.exists(manifest)) {
        duck.execute("create view images as select * from " + Duck.table(manifest));
      } else {
        duck.execute("create view images as select * from " + Duck.table(scratch.getFirst()));
      }
      return new RunTables(duck, scratch);
    } catch (IOException error) {
      delete(scratch);
      throw error;
    }
  }

  /// The journal's two tables as files.
  private static void addJournal(Duck duck, Path output, Path file, List<Path> scratch)
      throws IOException {
    Recipe recipe = Recipe.read(output.resolve(Run.RECIPE));
    Path images = Files.createTempFile("penumbra", ".parquet");
    scratch.add(images);
    Path times = Files.createTempFile("penumbra", ".csv");
    scratch.add(times);
    try (Journal journal = Journal.openToRead(file)) {
      Table<ImageRecord> table = Manifest.table(recipe);
      table.writeParquet(take -> journal.each(recipe.fingerprint(), take), images);
      Table.<Journal.Time>of(
              Column.text("path", Journal.Time::path),
              Column.whole("milliseconds", Journal.Time::milliseconds),
              Column.text("finished", Journal.Time::finished))
          .writeCsv(journal::times, times);
    }
    duck.execute("create view times as select * from " + Duck.table(times));
  }

  private static void delete(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() throws IOException {
    duck.close();
    delete(scratch);
  }
}
