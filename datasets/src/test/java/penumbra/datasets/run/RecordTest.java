package penumbra.datasets.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.Execution;
import penumbra.datasets.run.journal.Manifest;
import penumbra.datasets.table.DuckDb;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.RecipeCheck;

/// What can be asked of the record that a run leaves.
class RecordTest {
  private static final Recipe RECIPE =
      RecipeCheck.of(
              Path.of("edges.yaml"),
              """
              penumbra: 1
              outputs:
                - {name: sobel, steps: [sobel-magnitude]}
                - {name: values, steps: [gaussian], format: tif}
              histogram: 4
              """)
          .recipe()
          .orElseThrow();

  @TempDir Path folder;
  private Path set;
  private Path out;

  @BeforeEach
  void aRun() throws IOException {
    set = folder.resolve("set");
    out = folder.resolve("out");
    RunSamples.image(set.resolve("train/NORMAL/a.png"), 1);
    RunSamples.image(set.resolve("train/PNEUMONIA/b.jpeg"), 2);
    Files.writeString(set.resolve("train/NORMAL/junk.png"), "junk");
    new Run(RECIPE, Plan.of(List.of(set), RECIPE, out), out, Execution.ofThreads(2))
        .run((_, _) -> {});
  }

  @Test
  void csvAndParquetReadTheSame() throws IOException {
    ManifestFile parquet = ManifestFile.of(out);
    ManifestFile csv = ManifestFile.read(out.resolve("manifest.csv"));

    assertThat(parquet.images()).hasSize(3).isEqualTo(csv.images());
    assertThat(parquet.images().getFirst().outputs().keySet())
        .containsExactlyInAnyOrder("sobel/train/NORMAL/a.png", "values/train/NORMAL/a.tif");
    assertThat(parquet.recipe().fingerprint()).isEqualTo(RECIPE.fingerprint());
  }

  @Test
  void verificationFindsWhatIsMissingChangedOrUnknown() throws IOException {
    Verification whole = Verification.of(ManifestFile.of(out), _ -> {});
    assertThat(whole.checked()).isEqualTo(4);
    assertThat(whole.findings()).isEmpty();
    assertThat(whole.strangers()).isEmpty();
    Files.delete(out.resolve("sobel/train/NORMAL/a.png"));
    Files.writeString(out.resolve("values/train/PNEUMONIA/b.tif"), "other");
    Path stranger = Files.writeString(out.resolve("sobel/notes.txt"), "mine");

    Verification broken = Verification.of(ManifestFile.of(out), _ -> {});

    assertThat(broken.findings())
        .containsExactly(
            new Mismatch(
                "sobel/train/NORMAL/a.png",
                out.resolve("sobel/train/NORMAL/a.png") + " is missing"),
            new Mismatch(
                "values/train/PNEUMONIA/b.tif",
                out.resolve("values/train/PNEUMONIA/b.tif")
                    + " has other bytes than the manifest says"));
    assertThat(broken.strangers()).containsExactly(stranger);
  }

  @Test
  void aReplayGivesTheSameBytesAndKeepsNothing() throws IOException {
    Map<String, String> before = RunSamples.tree(out);

    List<Mismatch> findings = replay(Map.of());

    assertThat(findings).isEmpty();
    assertThat(RunSamples.tree(out)).isEqualTo(before);
  }

  @Test
  void aReplayFindsInputsThatChangedAndFailuresThatAreMended() throws IOException {
    RunSamples.image(set.resolve("train/NORMAL/a.png"), 7);
    Files.delete(set.resolve("train/PNEUMONIA/b.jpeg"));

    assertThat(replay(Map.of()))
        .extracting(Mismatch::line)
        .containsExactly(
            set.resolve("train/NORMAL/a.png") + " has other bytes than the manifest says",
            set.resolve("train/PNEUMONIA/b.jpeg") + " is not there as the manifest says");
  }

  @Test
  void aReplayFindsTheInputsWhereTheyAreNow() throws IOException {
    Path moved = Files.move(set, folder.resolve("moved"));

    List<Mismatch> findings =
        replay(
            Map.of(
                "train/NORMAL/a.png", moved.resolve("train/NORMAL/a.png"),
                "train/NORMAL/junk.png", moved.resolve("train/NORMAL/junk.png"),
                "train/PNEUMONIA/b.jpeg", moved.resolve("train/PNEUMONIA/b.jpeg")));

    assertThat(findings).isEmpty();
  }

  @Test
  void aReplayWantsTheManifestsOwnRecipe() {
    Recipe other =
        RecipeCheck.of(Path.of("a.yaml"), "penumbra: 1\noutputs: [{}]").recipe().orElseThrow();

    assertThatThrownBy(() -> new Replay(ManifestFile.of(out), other, Map.of()))
        .hasMessage(
            "the recipe must be that of the manifest, with the fingerprint "
                + RECIPE.fingerprint()
                + ", but is one with "
                + other.fingerprint()
                + "; put the recipe.json of that run beside the manifest");
  }

  @Test
  void sqlAsksTheManifestAndTheTimes() throws Exception {
    try (RunTables tables = RunTables.open(out)) {
      DuckDb duck = tables.duck();
      assertThat(duck.ask("select label, count(mean) from images group by all order by all").rows())
          .containsExactly(row("NORMAL", "1"), row("PNEUMONIA", "1"));
      assertThat(duck.ask("select count(*) from times where milliseconds >= 0").rows())
          .containsExactly(row("3"));
    }
  }

  @Test
  void sqlAsksWhatIsDoneSoFarOfARunThatWasStopped() throws Exception {
    Files.delete(out.resolve("manifest.csv"));
    Files.delete(out.resolve("manifest.parquet"));

    try (RunTables tables = RunTables.open(out)) {
      assertThat(
              tables
                  .duck()
                  .ask("select path, list_sum(histogram) from images where outcome = 'done'")
                  .rows())
          .containsExactly(row("train/NORMAL/a.png", "204"), row("train/PNEUMONIA/b.jpeg", "204"));
    }
  }

  @Test
  void whatNoRunHasWrittenIsToldSo() throws IOException {
    Path csv = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");

    assertThatThrownBy(() -> ManifestFile.read(csv))
        .hasMessage(
            csv
                + " must be the manifest of a run, but has no value for path; name one that"
                + " a run has written");
    assertThatThrownBy(() -> ManifestFile.of(folder))
        .hasMessageEndingWith("but is missing; name one, or run the recipe to its end first");
    assertThatThrownBy(() -> RunTables.open(folder))
        .hasMessage(
            folder
                + " must be a folder that a run has written, but holds no manifest and no"
                + " journal; name another");
  }

  @Test
  void theManifestTellsAFailureByItsFields() throws IOException {
    String junk = set.resolve("train/NORMAL/junk.png").toString();
    assertThat(failures())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.get(0)).contains("unreadable");
          assertThat(row.get(1)).contains(junk);
          assertThat(row.get(2).orElseThrow()).startsWith("must be a PNG");
          assertThat(row.get(3).orElseThrow()).startsWith("is text");
          assertThat(row.get(4)).contains("convert it to one of these");
        });
    assertThat(Files.readString(out.resolve("manifest.csv")))
        .contains("done,,,,,,,") // nothing of all this where nothing failed
        .contains("failed,\"" + junk + " must be a PNG");
  }

  /// Such a journal knows the line only.
  @Test
  void theJournalOfAnOlderVersionCanBeReadAndGoneOnWith() throws IOException, SQLException {
    Path journal = out.resolve(Run.HIDDEN).resolve(Run.JOURNAL);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal);
        Statement statement = connection.createStatement()) {
      statement.execute("drop table failures");
    }
    Files.delete(out.resolve(Manifest.PARQUET));

    assertThat(failures())
        .singleElement()
        .satisfies(row -> assertThat(row.getFirst()).contains("other"))
        .satisfies(row ->
            assertThat(row.get(3).orElseThrow())
                .startsWith(set.resolve("train/NORMAL/junk.png") + " must be a PNG"));

    new Run(RECIPE, Plan.of(List.of(set), RECIPE, out), out, Execution.ofThreads(2))
        .run((_, _) -> {});
    assertThat(failures())
        .singleElement()
        .satisfies(row -> assertThat(row.getFirst()).contains("unreadable"));
  }

  private List<List<Optional<String>>> failures() throws IOException {
    try (RunTables tables = RunTables.open(out)) {
      return tables
          .duck()
          .ask(
              "select error_kind, error_subject, error_rule, error_found, error_remedy from images"
                  + " where outcome = 'failed'")
          .rows();
    } catch (SQLException error) {
      throw new IOException(error);
    }
  }

  private List<Mismatch> replay(Map<String, Path> inputs) throws IOException {
    return new Replay(ManifestFile.of(out), RECIPE, inputs).run(Execution.ofThreads(2), _ -> {});
  }

  private static List<Optional<String>> row(String... values) {
    return List.of(values).stream().map(Optional::of).toList();
  }
}
