package penumbra.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.cli.CommandLineRun;
import penumbra.cli.DicomSamples;
import penumbra.cli.Samples;

/// `run`, `recipe`, `sql`, `verify` and `replay`, as they are typed.
class RunCommandTest {
  @TempDir Path folder;
  private Path set;
  private Path out;

  @BeforeEach
  void aSet() {
    set = folder.resolve("set");
    out = folder.resolve("out");
    Samples.image(set.resolve("train/NORMAL/a.png"), 1);
    Samples.image(set.resolve("train/PNEUMONIA/b.png"), 2);
  }

  @Test
  void aReadyMadeRecipeRunsOverAFolder() throws IOException {
    CommandLineRun run = run("edges");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .matches("2 done, [0-9.]+ a second, 0 kept, 0 failed; see .*manifest\\.csv\\R");
    assertThat(Samples.namesIn(out))
        .contains("canny/train/NORMAL/a.png", "sobel/train/PNEUMONIA/b.png", "recipe.json")
        .hasSize(13);
  }

  @Test
  void aRecipeWritesTheDicomThatFilterDoes() throws IOException {
    Path chest = DicomSamples.ct(folder.resolve("ct.dcm"), 1);
    Path recipe =
        Files.writeString(
            folder.resolve("smooth.yaml"),
            """
            penumbra: 1
            steps: [{gaussian: {sigma: 0.7}}]
            outputs: [{format: dcm, steps: [{sobel: {axis: 1}}]}]
            """);
    String filtered = folder.resolve("filtered.dcm").toString();
    String input = chest.toString();
    CommandLineRun filter =
        CommandLineRun.of(
            "filter",
            "gaussian",
            "--sigma",
            "0.7",
            "+",
            "sobel",
            "--axis",
            "1",
            input,
            "-o",
            filtered);
    assertThat(filter.err()).contains(" rounded ");

    CommandLineRun run = CommandLineRun.of("run", recipe.toString(), input, "-o", out.toString());

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .isEqualTo(
            "penumbra: 1 result holds its values rounded to what fits the pixels; 'format: npy'"
                + " keeps them\n");
    assertThat(out.resolve("ct.dcm")).hasSameBinaryContentAs(Path.of(filtered));
    assertThat(CommandLineRun.of("verify", out.toString()).code()).isZero();
    assertThat(CommandLineRun.of("replay", out.toString(), input).code()).isZero();
  }

  @Test
  void theSecondRunKeepsWhatIsDone() {
    run("edges");

    assertThat(run("edges").out()).startsWith("0 done, 2 kept, 0 failed; see ");
  }

  @Test
  void aBadFileIsNamedAndTheOthersAreDone() throws IOException {
    Samples.text(set.resolve("train/NORMAL/bad.png"));

    CommandLineRun run = run("edges");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("penumbra: " + set.resolve("train/NORMAL/bad.png") + " must be a PNG, ");
    assertThat(run.out()).startsWith("2 done").contains("1 failed");
  }

  @Test
  void aDryRunTellsWhatItTakesAndWritesNothing() {
    CommandLineRun run =
        CommandLineRun.of("run", "edges", set.toString(), "-o", out.toString(), "--dry-run");

    assertThat(run.code()).isZero();
    assertThat(run.outLines())
        .anySatisfy(line -> assertThat(line).startsWith("images      2, "))
        .anySatisfy(line -> assertThat(line).startsWith("megapixels  about "))
        .anySatisfy(line -> assertThat(line).startsWith("memory      about "))
        .anySatisfy(line -> assertThat(line).startsWith("time        about "));
    assertThat(out).doesNotExist();
  }

  @Test
  void aMistypedRecipeIsToldBeforeAnythingIsDone() throws IOException {
    CommandLineRun name = run("egdes");
    assertThat(name.code()).isEqualTo(2);
    assertThat(name.err())
        .startsWith("penumbra: a recipe must be one of edges, ")
        .endsWith("but is 'egdes'; did you mean 'edges'?\n");

    Path file = Files.writeString(folder.resolve("my.yaml"), "penumbra: 1\nsteps: [soble]\n");
    CommandLineRun mistake = run(file.toString());
    assertThat(mistake.code()).isEqualTo(1);
    assertThat(mistake.err()).contains("my.yaml must be a sound recipe, but line 2: steps[0] must");
    assertThat(out).doesNotExist();
  }

  @Test
  void recipesAreCheckedListedExplainedAndBegun() throws IOException {
    Path file = folder.resolve("new.yaml");
    assertThat(CommandLineRun.of("recipe", "new", "-o", file.toString()).code()).isZero();
    assertThat(CommandLineRun.of("recipe", "new", "-o", file.toString()).err())
        .isEqualTo("penumbra: " + file + ": it exists already\n");
    assertThat(CommandLineRun.of("recipe", "check", file.toString()).out())
        .matches(".*new\\.yaml: sound; fingerprint [0-9a-f]{16}\\R");
    assertThat(CommandLineRun.of("recipe", "explain", "edges").out())
        .contains(
            "canny: min-val 50/255 differences of grey levels",
            "writes {name}/{folder}/{stem}.png");
    assertThat(CommandLineRun.of("recipe", "list").outLines())
        .anySatisfy(line -> assertThat(line).startsWith("edges "));
    assertThat(CommandLineRun.of("recipe").code()).isEqualTo(2);

    Files.writeString(file, "penumbra: 1\nsteps: [soble]\noutputs: [{fromat: png}]\n");
    CommandLineRun check = CommandLineRun.of("recipe", "check", file.toString());
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.err().lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).startsWith("penumbra: " + file + ": line "));
  }

  @Test
  void theRecordAnswersSql() {
    run("edges");
    String query = "select label, count(*) as images from images group by all order by all";

    assertThat(CommandLineRun.of("sql", query, out.toString()).outLines())
        .containsExactly("label      images", "NORMAL     1", "PNEUMONIA  1");
    assertThat(CommandLineRun.of("sql", "--csv", query, out.toString()).outLines())
        .containsExactly("label,images", "NORMAL,1", "PNEUMONIA,1");
    CommandLineRun wrong = CommandLineRun.of("sql", "select fom images", out.toString());
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .startsWith("penumbra: the query must be SQL on the tables images and times, but is not: ")
        .endsWith("; 'describe images' shows the columns\n");
  }

  @Test
  void resultsAreVerifiedAndReplayed() throws IOException {
    run("edges");
    assertThat(CommandLineRun.of("verify", out.toString()).out())
        .isEqualTo("8 files as the manifest says, 0 missing or changed\n");
    String manifest = out.resolve("manifest.csv").toString();
    assertThat(CommandLineRun.of("replay", manifest).out())
        .isEqualTo("2 images done again, 0 differences\n");
    assertThat(CommandLineRun.of("replay", manifest, set.toString()).code()).isZero();
    assertThat(CommandLineRun.of("replay", out.toString()).out())
        .isEqualTo("2 images done again, 0 differences\n");
    assertThat(CommandLineRun.of("replay", set.toString()).err())
        .contains("must be the manifest of a run, but is missing");

    Files.delete(out.resolve("sobel/train/NORMAL/a.png"));
    CommandLineRun verify = CommandLineRun.of("verify", out.toString());
    assertThat(verify.code()).isEqualTo(1);
    assertThat(verify.err()).endsWith("sobel/train/NORMAL/a.png is missing\n");
    Samples.image(set.resolve("train/NORMAL/a.png"), 3);
    CommandLineRun replay = CommandLineRun.of("replay", manifest);
    assertThat(replay.code()).isEqualTo(1);
    assertThat(replay.err())
        .isEqualTo(
            "penumbra: "
                + set.resolve("train/NORMAL/a.png")
                + " has other bytes than the manifest says\n");
  }

  private CommandLineRun run(String recipe) {
    return CommandLineRun.of("run", recipe, set.toString(), "-o", out.toString());
  }
}
