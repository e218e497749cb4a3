package penumbra.datasets.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.SobelMagnitude;
import penumbra.datasets.run.output.Hashes;
import penumbra.datasets.run.output.OutputException;
import penumbra.datasets.table.DuckDb;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.RecipeCheck;
import penumbra.io.ImageFiles;

class RunTest {
  private static final String RECIPE =
      """
      penumbra: 1
      name: two
      steps: [{gaussian: {sigma: 1}}]
      outputs:
        - {name: smooth}
        - {name: edges, steps: [sobel-magnitude], format: npy}
      histogram: 4
      """;

  @TempDir Path folder;
  private Path set;
  private Path out;

  @BeforeEach
  void aSetOfSixImages() throws IOException {
    set = folder.resolve("set");
    out = folder.resolve("out");
    int seed = 0;
    for (String name : List.of("train/NORMAL/a", "train/PNEUMONIA/b", "test/NORMAL/c")) {
      for (String ending : List.of("1.png", "2.jpeg")) {
        RunSamples.image(set.resolve(name + ending), seed++);
      }
    }
  }

  @Test
  void lengthsCountInTheSpacingOfEachImage() throws IOException {
    Path volumes = folder.resolve("volumes");
    Files.createDirectories(volumes);
    NdArray pixels = NdArray.ofUint8(new byte[] {0, 90, 0, 0, 0, 7}, 2, 3);
    for (double spacing : new double[] {0.5, 2}) {
      ImageFiles.write(
          new Radiograph(pixels, "", List.of(), List.of(spacing, spacing), Optional.empty()),
          volumes.resolve("by-" + spacing + ".nii"));
    }
    set = volumes;
    run(
        """
        penumbra: 1
        name: millimetres
        steps: [{gaussian: {sigma: 1mm}}]
        outputs:
          - {name: smooth, format: npy}
          - {name: twice, steps: [{gaussian: {sigma: 1mm}}, {gaussian: {sigma: 3mm}}], format: npy}
        """,
        Execution.ofThreads(1));
    for (double spacing : new double[] {0.5, 2}) {
      NdArray smooth = Gaussian.of(1 / spacing).apply(pixels);
      NdArray twice = Gaussian.of(3 / spacing).apply(Gaussian.of(1 / spacing).apply(smooth));
      String name = "by-" + spacing + ".npy";
      assertThat(ImageFiles.readArray(out.resolve("smooth").resolve(name)).sameBits(smooth))
          .isTrue();
      assertThat(ImageFiles.readArray(out.resolve("twice").resolve(name)).sameBits(twice)).isTrue();
    }
  }

  @Test
  void whereTheImageStandsInItsResultsIsNoted() throws IOException, SQLException {
    run(
        """
        penumbra: 1
        name: places
        outputs:
          - {name: whole}
          - name: boxed
            steps: [{centre-crop: {height: 12, width: 12}}, {letterbox: {height: 24, width: 30}}]
        """,
        Execution.ofThreads(2));
    try (RunTables tables = RunTables.open(out)) {
      assertThat(
              tables
                  .duck()
                  .ask("select distinct columns('boxed_(top|left|height|width)') from images")
                  .rows())
          .containsExactly(Stream.of("0.0", "-1.0", "24.0", "34.0").map(Optional::of).toList());
    }
    assertThat(out.resolve("manifest.csv")).content().doesNotContain("whole_top");
  }

  @Test
  void everyImageHasItsResultsInTheSameTree() throws IOException {
    RunSummary summary = run(RECIPE, Execution.ofThreads(2));

    assertThat(summary).isEqualTo(new RunSummary(6, 0, 0));
    assertThat(RunSamples.tree(out).keySet())
        .containsExactly(
            "edges/test/NORMAL/c1.npy",
            "edges/test/NORMAL/c2.npy",
            "edges/train/NORMAL/a1.npy",
            "edges/train/NORMAL/a2.npy",
            "edges/train/PNEUMONIA/b1.npy",
            "edges/train/PNEUMONIA/b2.npy",
            "manifest.csv",
            "manifest.parquet",
            "recipe.json",
            "smooth/test/NORMAL/c1.png",
            "smooth/test/NORMAL/c2.png",
            "smooth/train/NORMAL/a1.png",
            "smooth/train/NORMAL/a2.png",
            "smooth/train/PNEUMONIA/b1.png",
            "smooth/train/PNEUMONIA/b2.png");
    NdArray input = ImageFiles.readArray(set.resolve("train/NORMAL/a2.jpeg"));
    NdArray smooth = Gaussian.of(1).apply(input);
    assertThat(ImageFiles.readArray(out.resolve("edges/train/NORMAL/a2.npy")))
        .satisfies(
            edges -> assertThat(edges.sameBits(SobelMagnitude.standard().apply(smooth))).isTrue());
    assertThat(ImageFiles.readArray(out.resolve("smooth/train/NORMAL/a2.png")).type())
        .isEqualTo(DType.UINT8);
  }

  @Test
  void theManifestTellsOfEveryImage() throws Exception {
    Files.writeString(set.resolve("train/NORMAL/junk.png"), "junk");

    RunSummary summary = run(RECIPE, Execution.ofThreads(2));

    assertThat(summary).isEqualTo(new RunSummary(6, 0, 1));
    try (DuckDb duck = DuckDb.open()) {
      String manifest =
          "read_parquet(" + DuckDb.text(out.resolve("manifest.parquet").toString()) + ")";
      assertThat(
              duck.ask(
                      "select split, label, outcome, count(*), count(mean) from "
                          + manifest
                          + " group by all order by all")
                  .rows())
          .containsExactly(
              row("test", "NORMAL", "done", "2", "2"),
              row("train", "NORMAL", "done", "2", "2"),
              row("train", "NORMAL", "failed", "1", "0"),
              row("train", "PNEUMONIA", "done", "2", "2"));
      assertThat(
              duck.ask(
                      "select path, height, width, type, list_sum(histogram), edges_file,"
                          + " smooth_sha256 from "
                          + manifest
                          + " where path = 'test/NORMAL/c1.png'")
                  .rows())
          .containsExactly(
              row(
                  "test/NORMAL/c1.png",
                  "12",
                  "17",
                  "uint8",
                  "204",
                  "edges/test/NORMAL/c1.npy",
                  Hashes.of(out.resolve("smooth/test/NORMAL/c1.png"))));
      assertThat(duck.ask("select error from " + manifest + " where outcome = 'failed'").rows())
          .singleElement()
          .satisfies(error ->
              assertThat(error.getFirst().orElse(""))
                  .startsWith(set.resolve("train/NORMAL/junk.png").toString())
                  .contains("but is text"));
    }
  }

  @Test
  void oneThreadOrManyGiveTheSameBytes() throws IOException {
    run(RECIPE, Execution.ofThreads(1));
    Map<String, String> one = RunSamples.tree(out);
    RunSamples.delete(out);

    run(RECIPE, Execution.ofThreads(5));

    assertThat(RunSamples.tree(out)).isEqualTo(one);
  }

  @Test
  void whatIsDoneAndUnchangedIsKept() throws IOException {
    run(RECIPE, Execution.ofThreads(2));
    Map<String, String> whole = RunSamples.tree(out);

    assertThat(run(RECIPE, Execution.ofThreads(2))).isEqualTo(new RunSummary(0, 6, 0));
    assertThat(RunSamples.tree(out)).isEqualTo(whole);
  }

  @Test
  void whatIsMissingOrChangedIsDoneAgain() throws IOException {
    run(RECIPE, Execution.ofThreads(2));
    Map<String, String> whole = RunSamples.tree(out);
    Files.delete(out.resolve("smooth/test/NORMAL/c1.png"));
    byte[] png = Files.readAllBytes(out.resolve("smooth/test/NORMAL/c2.png"));
    png[png.length / 2] ^= 1;
    Files.write(out.resolve("smooth/test/NORMAL/c2.png"), png);
    Files.write(out.resolve("edges/train/NORMAL/a1.npy"), new byte[0]);
    Files.delete(out.resolve("manifest.csv"));
    Files.writeString(out.resolve("smooth/test/NORMAL/.penumbra-7-8-9.tmp"), "half");

    assertThat(run(RECIPE, Execution.ofThreads(2))).isEqualTo(new RunSummary(3, 3, 0));
    assertThat(RunSamples.tree(out)).isEqualTo(whole);
  }

  @Test
  void aChangedInputIsDoneAgain() throws IOException {
    run(RECIPE, Execution.ofThreads(2));
    RunSamples.image(set.resolve("test/NORMAL/c1.png"), 99);

    assertThat(run(RECIPE, Execution.ofThreads(2))).isEqualTo(new RunSummary(1, 5, 0));

    Map<String, String> resumed = RunSamples.tree(out);
    RunSamples.delete(out);
    run(RECIPE, Execution.ofThreads(2));
    assertThat(RunSamples.tree(out)).isEqualTo(resumed);
  }

  @Test
  void anotherRecipeDoesAllAgainAndLeavesNothingOfTheFormer() throws IOException {
    String other = RECIPE.replace("sigma: 1", "sigma: 2").replace("name: edges", "name: sobel");
    run(other, Execution.ofThreads(2));
    Map<String, String> alone = RunSamples.tree(out);
    RunSamples.delete(out);
    run(RECIPE, Execution.ofThreads(2));

    assertThat(run(other, Execution.ofThreads(2))).isEqualTo(new RunSummary(6, 0, 0));
    assertThat(RunSamples.tree(out)).isEqualTo(alone);
  }

  @Test
  void aFileThatIsMendedIsDoneTheNextTime() throws IOException {
    Path mended = set.resolve("test/NORMAL/c1.png");
    byte[] sound = Files.readAllBytes(mended);
    run(RECIPE, Execution.ofThreads(2));
    Map<String, String> whole = RunSamples.tree(out);
    RunSamples.delete(out);
    Files.write(mended, new byte[] {1, 2, 3});
    assertThat(run(RECIPE, Execution.ofThreads(2))).isEqualTo(new RunSummary(5, 0, 1));
    Files.write(mended, sound);

    assertThat(run(RECIPE, Execution.ofThreads(2))).isEqualTo(new RunSummary(1, 5, 0));
    assertThat(RunSamples.tree(out)).isEqualTo(whole);
  }

  @Test
  void aRunThatIsStoppedAnywhereEndsAsOneThatIsNot() throws IOException {
    run(RECIPE, Execution.ofThreads(2));
    Map<String, String> whole = RunSamples.tree(out);
    for (int settled = 1; settled <= 6; settled++) {
      RunSamples.delete(out);
      int stop = settled;
      List<String> seen = new ArrayList<>();
      Recipe recipe = recipe(RECIPE);
      Run run = new Run(recipe, plan(recipe), out, Execution.ofThreads(2));
      assertThatThrownBy(() ->
              run.run((image, _) -> {
                seen.add(image.path());
                if (seen.size() == stop) {
                  throw new IllegalStateException("stopped");
                }
              }))
          .hasMessage("stopped");

      RunSummary rest = run(RECIPE, Execution.ofThreads(2));

      assertThat(rest.done() + rest.kept()).isEqualTo(6);
      assertThat(rest.kept()).isGreaterThanOrEqualTo(settled);
      assertThat(RunSamples.tree(out)).isEqualTo(whole);
    }
  }

  @Test
  void onlyOneRunWritesToAFolderAtATime() throws IOException {
    Recipe recipe = recipe(RECIPE);
    Run second = new Run(recipe, plan(recipe), out, Execution.ofThreads(1));
    List<Throwable> refused = new ArrayList<>();

    new Run(recipe, plan(recipe), out, Execution.ofThreads(1))
        .run((_, _) -> {
          if (refused.isEmpty()) {
            refused.add(
                org.assertj.core.api.Assertions.catchThrowable(() -> second.run((_, _) -> {})));
          }
        });

    assertThat(refused.getFirst())
        .hasMessage(
            "the output must be written by one run at a time, but is "
                + out
                + ", where another is at work; wait for it, or write elsewhere");
  }

  @Test
  void anUnwritableFolderStopsTheRunWithOneLineAndLosesNothing() throws IOException {
    run(RECIPE, Execution.ofThreads(1));
    Map<String, String> whole = RunSamples.tree(out);
    RunSamples.delete(out);
    Files.createDirectories(out.resolve("smooth"));
    Files.writeString(out.resolve("smooth/train"), "in the way");

    assertThatThrownBy(() -> run(RECIPE, Execution.ofThreads(1)))
        .isInstanceOf(OutputException.class)
        .hasMessage(
            out.resolve("smooth/train")
                + " must be a folder, but a file is in the way; name another output; what is done"
                + " stays done: mend that and run the same again to go on");

    Files.delete(out.resolve("smooth/train"));
    assertThat(run(RECIPE, Execution.ofThreads(1))).isEqualTo(new RunSummary(4, 2, 0));
    assertThat(RunSamples.tree(out)).isEqualTo(whole);
  }

  private RunSummary run(String text, Execution execution) throws IOException {
    Recipe recipe = recipe(text);
    return new Run(recipe, plan(recipe), out, execution).run((_, _) -> {});
  }

  private Plan plan(Recipe recipe) throws IOException {
    return Plan.of(List.of(set), recipe, out);
  }

  private static Recipe recipe(String text) {
    return RecipeCheck.of(Path.of("two.yaml"), text).recipe().orElseThrow();
  }

  private static List<Optional<String>> row(String... values) {
    return Stream.of(values).map(Optional::of).toList();
  }
}
