package penumbra.datasets.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import penumbra.core.Execution;
import penumbra.datasets.Attempt;
import penumbra.datasets.OrderedPool;
import penumbra.datasets.run.journal.Manifest;
import penumbra.datasets.run.output.Hashes;

/// Compares results with their manifest.
///
/// @param checked the number of files checked
/// @param findings what is missing or changed
/// @param strangers files among the results that are not in the manifest
public record Verification(int checked, List<Mismatch> findings, List<Path> strangers) {
  private static final Set<String> OWN = Set.of(Manifest.CSV, Manifest.PARQUET, Run.RECIPE);

  public Verification {
    findings = List.copyOf(findings);
    strangers = List.copyOf(strangers);
  }

  /// Checks every file of a folder of results; calls `step` for each file of the manifest.
  public static Verification of(ManifestFile manifest, Consumer<String> step) throws IOException {
    return of(manifest, Execution.ofThreads(1), step);
  }

  /// The same with several files in parallel.
  public static Verification of(ManifestFile manifest, Execution execution, Consumer<String> step)
      throws IOException {
    Map<String, String> expected = new TreeMap<>();
    manifest.images().forEach(image -> expected.putAll(image.outputs()));
    List<Mismatch> findings = new ArrayList<>();
    new OrderedPool(execution)
        .<Map.Entry<String, String>, Optional<String>, RuntimeException>run(
            List.copyOf(expected.entrySet()),
            (entry, _) -> check(manifest.folder().resolve(entry.getKey()), entry.getValue()),
            (entry, attempt) -> {
              Path file = manifest.folder().resolve(entry.getKey());
              finding(file, attempt)
                  .ifPresent(line -> findings.add(new Mismatch(entry.getKey(), line)));
              step.accept(entry.getKey());
            });
    return new Verification(
        expected.size(), findings, strangers(manifest.folder(), expected.keySet()));
  }

  private static Optional<String> finding(Path file, Attempt<Optional<String>> attempt) {
    return switch (attempt) {
      case Attempt.Done<Optional<String>>(Optional<String> line) -> line;
      case Attempt.Failed<Optional<String>>(Throwable error) ->
          Optional.of(file + " cannot be read: " + error.getMessage());
    };
  }

  private static Optional<String> check(Path file, String sha256) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.of(file + " is missing");
    }
    if (!Files.isReadable(file)) {
      return Optional.of(file + " cannot be read; check its permissions");
    }
    return Hashes.of(file).equals(sha256)
        ? Optional.empty()
        : Optional.of(file + " has other bytes than the manifest says");
  }

  private static List<Path> strangers(Path folder, Set<String> known) throws IOException {
    Set<Path> files = new HashSet<>();
    known.forEach(name -> files.add(folder.resolve(name)));
    OWN.forEach(name -> files.add(folder.resolve(name)));
    Path hidden = folder.resolve(Run.HIDDEN);
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(hidden) && !files.contains(file))
          .sorted()
          .toList();
    }
  }
}
