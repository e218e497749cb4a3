package penumbra.datasets.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.core.Failure;
import penumbra.datasets.run.journal.ImageRecord;
import penumbra.datasets.run.journal.Journal;
import penumbra.datasets.run.journal.Manifest;
import penumbra.datasets.table.Column;
import penumbra.datasets.table.DuckDb;
import penumbra.datasets.table.Table;
import penumbra.imaging.recipe.Recipe;
import penumbra.io.format.UnreadableFileException;

/// The results of a run as SQL tables: `images`, the manifest, and `times`, the time of each image.
///
/// ```
/// try (RunTables tables = RunTables.open(out)) {
///   DuckDb.Answer answer = tables.duck().ask("select avg(mean) from images");
/// }
/// ```
///
/// @param duck the database with the tables
/// @param scratch temporary files that are removed at the end
public record RunTables(DuckDb duck, List<Path> scratch) implements AutoCloseable {
  public RunTables {
    scratch = List.copyOf(scratch);
  }

  /// Opens the run in `output`, finished or not.
  public static RunTables open(Path output) throws IOException {
    Path journal = output.resolve(Run.HIDDEN).resolve(Run.JOURNAL);
    Path manifest = output.resolve(Manifest.PARQUET);
    boolean begun = Files.exists(journal) && Files.exists(output.resolve(Run.RECIPE));
    if (!begun && !Files.exists(manifest)) {
      throw UnreadableFileException.of(
          Failure.Kind.NO_RUN,
          output,
          "must be a folder that a run has written",
          "holds no manifest and no journal",
          "name another");
    }
    List<Path> scratch = new ArrayList<>();
    try {
      DuckDb duck = DuckDb.open();
      if (begun) {
        addJournal(duck, output, journal, scratch);
      }
      if (Files.exists(manifest)) {
        duck.execute("create view images as select * from " + DuckDb.table(manifest));
      } else {
        duck.execute("create view images as select * from " + DuckDb.table(scratch.getFirst()));
      }
      return new RunTables(duck, scratch);
    } catch (IOException error) {
      delete(scratch);
      throw error;
    }
  }

  /// The journal's two tables as files.
  private static void addJournal(DuckDb duck, Path output, Path file, List<Path> scratch)
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
    duck.execute("create view times as select * from " + DuckDb.table(times));
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
