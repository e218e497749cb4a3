package penumbra.datasets.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.datasets.OrderedPool;
import penumbra.datasets.run.journal.ImageRecord;
import penumbra.datasets.run.journal.RunVersion;
import penumbra.datasets.run.output.HashOnlySink;
import penumbra.datasets.run.output.OutputRecord;
import penumbra.imaging.PenumbraVersion;
import penumbra.imaging.recipe.Recipe;

/// Repeats a run from its manifest without keeping results: do the same inputs give the same bytes?
///
/// @param manifest the manifest
/// @param recipe the recipe of the run
/// @param inputs the inputs at their present paths, by their path in the tree of results; if empty,
///   their paths are those in the manifest
public record Replay(ManifestFile manifest, Recipe recipe, Map<String, Path> inputs) {
  public Replay {
    inputs = Map.copyOf(inputs);
    String fingerprint = recipe.fingerprint();
    for (ManifestFile.Row image : manifest.images()) {
      if (!image.recipe().equals(fingerprint)) {
        throw InvalidInputException.of(
            "the recipe",
            "must be that of the manifest, with the fingerprint " + image.recipe(),
            "one with " + fingerprint,
            "put the recipe.json of that run beside the manifest");
      }
    }
  }

  /// Whether another version of Penumbra wrote the manifest; then results may differ.
  public Optional<String> otherVersion() {
    return manifest.images().stream()
        .map(ManifestFile.Row::version)
        .filter(version -> !version.equals(PenumbraVersion.current()))
        .findFirst();
  }

  /// Computes every image again and calls `step` for each. Returns the differences from the
  /// manifest.
  public List<Mismatch> run(Execution execution, Consumer<String> step) throws IOException {
    Map<String, ManifestFile.Row> byPath = new HashMap<>();
    List<PlannedImage> images = new ArrayList<>();
    for (ManifestFile.Row row : manifest.images()) {
      byPath.put(row.path(), row);
      Path file = inputs.isEmpty() ? Path.of(row.input()) : input(row);
      images.add(new PlannedImage(file, row.path(), row.split(), row.label()));
    }
    var work = new ImageWork(recipe, RunVersion.of(recipe), new HashOnlySink());
    List<Mismatch> findings = new ArrayList<>();
    new OrderedPool(execution)
        .<PlannedImage, ImageRecord, IOException>run(
            images,
            work::on,
            (image, attempt) -> {
              ManifestFile.Row row = byPath.get(image.path());
              ImageRecord again = attempt.orThrow();
              if (row != null) {
                compare(row, again, findings);
              }
              step.accept(image.path());
            });
    return findings;
  }

  /// An input that is not among the named ones counts as missing.
  private Path input(ManifestFile.Row row) {
    return inputs.getOrDefault(row.path(), Path.of(row.path()));
  }

  private static void compare(ManifestFile.Row row, ImageRecord again, List<Mismatch> findings) {
    String input = again.input();
    if (!row.sha256().equals(again.sha256())) {
      String found = again.sha256().isPresent() ? " has other bytes than" : " is not there as";
      findings.add(new Mismatch(input, input + found + " the manifest says"));
      return;
    }
    if (row.done() != again.isDone()) {
      String now = again.error().map(error -> "failed now: " + error).orElse("is done now");
      findings.add(new Mismatch(row.path(), row.path() + " " + now));
      return;
    }
    for (OutputRecord output : again.outputs()) {
      String before = row.outputs().get(output.file());
      if (!output.sha256().equals(before)) {
        findings.add(
            new Mismatch(
                output.file(),
                output.file() + " comes out with other bytes than the manifest says"));
      }
    }
  }
}
