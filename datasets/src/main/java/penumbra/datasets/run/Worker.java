package penumbra.datasets.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import penumbra.core.Execution;
import penumbra.datasets.run.journal.ImageRecord;
import penumbra.datasets.run.journal.RunVersion;
import penumbra.datasets.run.output.Hashes;
import penumbra.datasets.run.output.OutputFolder;
import penumbra.datasets.run.output.OutputRecord;
import penumbra.imaging.recipe.Recipe;

/// Processes images, unless they are already done.
final class Worker {
  private static final long NANOSECONDS_PER_MILLISECOND = 1_000_000;

  private final String fingerprint;
  private final String version;
  private final Path output;
  private final ImageWork work;

  Worker(Recipe recipe, Path output) throws IOException {
    this.version = RunVersion.of(recipe);
    this.fingerprint = recipe.fingerprint();
    this.output = output;
    this.work = new ImageWork(recipe, version, new OutputFolder(output));
  }

  /// The outcome of an image.
  ///
  /// @param before its former record
  /// @param record its new record
  /// @param kept whether the former record is still valid
  /// @param milliseconds the time it took
  record Settled(
      PlannedImage image,
      Optional<ImageRecord> before,
      ImageRecord record,
      boolean kept,
      long milliseconds) {}

  /// Any number of threads may call it, for different images.
  Settled settle(PlannedImage image, Optional<ImageRecord> before, Execution share)
      throws IOException {
    long start = System.nanoTime();
    boolean kept = before.isPresent() && isDone(image, before.get());
    ImageRecord record = kept ? before.get() : work.on(image, share);
    long milliseconds = (System.nanoTime() - start) / NANOSECONDS_PER_MILLISECOND;
    return new Settled(image, before, record, kept, milliseconds);
  }

  private boolean isDone(PlannedImage image, ImageRecord before) throws IOException {
    return before.isDone()
        && before.fingerprint().equals(fingerprint)
        && before.version().equals(version)
        && before.input().equals(image.file().toString())
        && before.split().equals(image.split())
        && before.label().equals(image.label())
        && hasHash(image.file(), before.bytes(), before.sha256().orElse(""))
        && areThere(before.outputs());
  }

  private boolean areThere(List<OutputRecord> outputs) throws IOException {
    for (OutputRecord written : outputs) {
      if (!isThere(written)) {
        return false;
      }
    }
    return true;
  }

  private boolean isThere(OutputRecord written) throws IOException {
    return hasHash(output.resolve(written.file()), written.bytes(), written.sha256());
  }

  private static boolean hasHash(Path file, long bytes, String sha256) throws IOException {
    return Files.isReadable(file)
        && Files.isRegularFile(file)
        && Files.size(file) == bytes
        && Hashes.of(file).equals(sha256);
  }

  /// The remarks on the written results.
  Remarks remarks() {
    return work.remarks();
  }

  /// Removes files that only another recipe has written for this image, unless somebody has changed
  /// them since.
  void removeOrphans(Settled settled) throws IOException {
    List<String> files = settled.record().outputs().stream().map(OutputRecord::file).toList();
    List<OutputRecord> before = settled.before().map(ImageRecord::outputs).orElse(List.of());
    for (OutputRecord written : before) {
      if (!files.contains(written.file()) && isThere(written)) {
        Files.delete(output.resolve(written.file()));
      }
    }
  }
}
