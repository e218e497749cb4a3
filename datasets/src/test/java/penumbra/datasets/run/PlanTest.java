package penumbra.datasets.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.RecipeCheck;

class PlanTest {
  private static final Recipe RECIPE = recipe("penumbra: 1\noutputs: [{steps: [canny]}]");

  @TempDir Path folder;

  @Test
  void oneFolderIsMirroredAsItIs() throws IOException {
    Path set = set("chest_xray", 1);

    Plan plan = Plan.of(List.of(set), RECIPE, folder.resolve("out"));

    assertThat(plan.images())
        .containsExactly(
            new PlannedImage(
                set.resolve("train/NORMAL/a.png"), "train/NORMAL/a.png", "train", "NORMAL"));
  }

  @Test
  void severalFoldersKeepTheirNames() throws IOException {
    Plan plan = Plan.of(List.of(set("one", 1), set("two", 2)), RECIPE, folder.resolve("out"));

    assertThat(plan.images())
        .extracting(PlannedImage::path)
        .containsExactly("one/train/NORMAL/a.png", "two/train/NORMAL/a.png");
  }

  @Test
  void foldersOfOneNameAreToldApartByThoseAboveThem() throws IOException {
    List<Path> sets = List.of(set("b/set", 1), set("a/set", 2), set("a/other", 3));

    Plan plan = Plan.of(sets, RECIPE, folder.resolve("out"));

    assertThat(plan.images())
        .extracting(PlannedImage::path)
        .containsExactly(
            "a/other/train/NORMAL/a.png", "a/set/train/NORMAL/a.png", "b/set/train/NORMAL/a.png");
  }

  @Test
  void severalFilesLieAtTheTop() throws IOException {
    Path set = set("set", 1);
    Path other = RunSamples.image(folder.resolve("b.png"), 2);

    Plan plan =
        Plan.of(List.of(set.resolve("train/NORMAL/a.png"), other), RECIPE, folder.resolve("out"));

    assertThat(plan.images()).extracting(PlannedImage::path).containsExactly("a.png", "b.png");
  }

  @Test
  void filesOfOneNameAreToldApartByTheFoldersAboveThem() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : List.of("x/1/a.png", "y/1/a.png", "y/b.png")) {
      files.add(RunSamples.image(folder.resolve(name), files.size()));
    }

    assertThat(paths(files)).containsExactly("b.png", "x/1/a.png", "y/1/a.png");
  }

  @Test
  void filesFoldersAndMembersGoTogether() throws IOException {
    Path set = set("set", 1);
    Path inside = set.resolve("train/NORMAL/a.png");
    Path beside = RunSamples.image(folder.resolve("other/set/a.png"), 2);
    Path zip = folder.resolve("scans.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("a.png", "in/a.png")) {
        out.putNextEntry(new ZipEntry(name));
        Files.copy(name.equals("a.png") ? beside : inside, out);
      }
    }

    List<Path> named =
        List.of(
            beside,
            set,
            inside,
            Path.of(zip + "!/a.png"),
            Path.of(zip + "!/in/a.png"),
            RunSamples.image(folder.resolve("c.png"), 3));

    assertThat(paths(named))
        .containsExactly(
            "c.png", "in/a.png", "scans.zip/a.png", "set/a.png", "set/train/NORMAL/a.png");
    assertThat(paths(List.of(zip, set, Path.of(zip + "!/in/a.png"))))
        .containsExactly("scans.zip/a.png", "scans.zip/in/a.png", "set/train/NORMAL/a.png");
  }

  @Test
  void oneFileTwiceIsAMistake() throws IOException {
    Path file = RunSamples.image(folder.resolve("a.png"), 1);

    assertThatThrownBy(() -> paths(List.of(file, folder.resolve("./a.png"))))
        .hasMessage(
            "an input must be named once, but is '"
                + folder.resolve("./a.png")
                + "' again; leave it out");
  }

  private List<String> paths(List<Path> named) throws IOException {
    return Plan.of(named, RECIPE, folder.resolve("out")).images().stream()
        .map(PlannedImage::path)
        .toList();
  }

  @Test
  void theOutputIsNoInputFolderUnderAnyName() throws IOException {
    Path set = set("set", 1);
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), set);

    for (Path input : List.of(set, linked)) {
      for (Path output : List.of(set, linked, folder.resolve("set/../set"))) {
        assertThatThrownBy(() -> Plan.of(List.of(input), RECIPE, output))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageStartingWith("the output must not be an input, but is ");
      }
    }
  }

  @Test
  void resultsMustNotLandInAnInputFolderWithinTheOutput() throws IOException {
    Path set = set("out/set", 1);
    Path other = set("other", 2);
    Recipe apart =
        recipe("penumbra: 1\noutputs: [{steps: [canny], path: \"{folder}/{stem}-edges\"}]");

    assertThatThrownBy(() -> Plan.of(List.of(set, other), apart, folder.resolve("out")))
        .hasMessage(
            "the output must not lie in the input folder "
                + set
                + ", but is "
                + set.resolve("train/NORMAL/a-edges.png")
                + "; write elsewhere, or the next run would take results for images");
    assertThat(Plan.of(List.of(set), apart, folder.resolve("out")).images()).hasSize(1);
  }

  @Test
  void resultsWithinALinkedInputAreNoInputs() throws IOException {
    Path set = set("set", 1);
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), set);
    RunSamples.image(set.resolve("results/train/NORMAL/a.png"), 2);

    assertThat(Plan.of(List.of(linked), RECIPE, set.resolve("results")).images()).hasSize(1);
  }

  @Test
  void oneFolderTwiceIsAMistake() throws IOException {
    Path set = set("set", 1);

    assertThatThrownBy(() -> Plan.of(List.of(set, set), RECIPE, folder.resolve("out")))
        .hasMessage("an input must be named once, but is '" + set + "' again; leave it out");
  }

  @Test
  void twoInputsOfOneStemNeedTheirEndings() throws IOException {
    Path set = set("set", 1);
    RunSamples.image(set.resolve("train/NORMAL/a.jpeg"), 2);

    assertThatThrownBy(() -> Plan.of(List.of(set), RECIPE, folder.resolve("out")))
        .hasMessage(
            "train/NORMAL/a.png must come from one input, but is the result of "
                + set.resolve("train/NORMAL/a.jpeg")
                + " and of "
                + set.resolve("train/NORMAL/a.png")
                + "; write {file} instead of {stem} in the path of output result");

    Recipe whole = recipe("penumbra: 1\noutputs: [{path: \"{folder}/{file}\"}]");
    assertThat(Plan.of(List.of(set), whole, folder.resolve("out")).images()).hasSize(2);
  }

  @Test
  void resultsWithinTheInputFolderAreNoInputs() throws IOException {
    Path set = set("set", 1);
    Path out = set.resolve("results");
    Plan plan = Plan.of(List.of(set), RECIPE, out);
    new Run(RECIPE, plan, out, Execution.ofThreads(1)).run((_, _) -> {});

    assertThat(Plan.of(List.of(set), RECIPE, out).images()).isEqualTo(plan.images());
  }

  @Test
  void noInputIsOverwritten() throws IOException {
    Path set = set("set", 1);

    assertThatThrownBy(() -> Plan.of(List.of(set, set("two", 2)), RECIPE, folder.resolve(".")))
        .hasMessageStartingWith("the output must not be an input, but is ");
  }

  @Test
  void theSameNamesOfAnotherSetAreRefused() throws IOException {
    Path out = folder.resolve("out");
    Plan first = Plan.of(List.of(set("one", 1)), RECIPE, out);
    new Run(RECIPE, first, out, Execution.ofThreads(1)).run((_, _) -> {});
    Plan second = Plan.of(List.of(set("two", 2)), RECIPE, out);

    assertThatThrownBy(() -> new Run(RECIPE, second, out, Execution.ofThreads(1)).run((_, _) -> {}))
        .hasMessage(
            "the output must not hold results of other inputs under the same names, but is "
                + out
                + ", where train/NORMAL/a.png is that of "
                + folder.resolve("one/train/NORMAL/a.png")
                + "; write elsewhere");
  }

  private Path set(String name, int seed) throws IOException {
    RunSamples.image(folder.resolve(name).resolve("train/NORMAL/a.png"), seed);
    return folder.resolve(name);
  }

  private static Recipe recipe(String text) {
    return RecipeCheck.of(Path.of("a.yaml"), text).recipe().orElseThrow();
  }
}
