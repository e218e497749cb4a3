package penumbra.cli.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import penumbra.catalogue.Numbers;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.cli.console.Progress;
import penumbra.cli.option.ThreadsOption;
import penumbra.datasets.run.ManifestFile;
import penumbra.datasets.run.Mismatch;
import penumbra.datasets.run.Plan;
import penumbra.datasets.run.PlannedImage;
import penumbra.datasets.run.Replay;
import penumbra.imaging.recipe.ReadyRecipes;
import penumbra.imaging.recipe.Recipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `penumbra replay MANIFEST [IN...]`: a run again, from its record.
@Command(
    name = "replay",
    description = "Repeat a run from its manifest without keeping results, and compare the bytes.",
    sortOptions = false,
    footer = {
      "",
      "Uses the recipe.json beside the manifest. Without IN, the inputs are where the",
      "manifest says, relative to the current folder.",
      "",
      "Example:",
      "  penumbra replay edges/manifest.parquet",
      "  penumbra replay edges/manifest.csv /elsewhere/chest_xray"
    })
public final class ReplayCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private ThreadsOption threads;

  @Parameters(
      index = "0",
      paramLabel = "MANIFEST",
      description = "manifest.parquet, manifest.csv, or the folder of results that holds one.")
  private Path file = Path.of("");

  @Parameters(
      index = "1..*",
      paramLabel = "IN",
      description = "Where the inputs are now, as given to the run.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--recipe",
      paramLabel = "RECIPE",
      completionCandidates = RecipeCommand.ReadyNames.class,
      description = "The recipe, if there is no recipe.json beside the manifest.")
  private @Nullable Path recipeName;

  public ReplayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ManifestFile manifest =
        Files.isDirectory(file) ? ManifestFile.of(file) : ManifestFile.read(file);
    Recipe recipe = recipeName == null ? manifest.recipe() : ReadyRecipes.find(recipeName);
    Map<String, Path> where = new HashMap<>();
    if (!inputs.isEmpty()) {
      for (PlannedImage image : Plan.of(inputs, recipe, manifest.folder()).images()) {
        where.put(image.path(), image.file());
      }
    }
    Replay replay = new Replay(manifest, recipe, where);
    replay
        .otherVersion()
        .ifPresent(version ->
            console.note(
                "penumbra: the manifest is that of version "
                    + version
                    + "; results of another version may differ"));
    List<Mismatch> findings;
    try (Progress progress = console.progressWithRate("Replaying", manifest.images().size())) {
      findings = replay.run(threads.execution(), _ -> progress.step());
    }
    findings.forEach(finding -> console.error(finding.line()));
    console
        .out()
        .println(
            "%s images done again, %s differences"
                .formatted(
                    Numbers.count(manifest.images().size()), Numbers.count(findings.size())));
    return findings.isEmpty() ? ExitCodes.DONE : ExitCodes.SOME_FAILED;
  }
}
