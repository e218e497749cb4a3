package penumbra.datasets.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import penumbra.core.Execution;
import penumbra.core.Failure;
import penumbra.core.InvalidInputException;
import penumbra.datasets.Attempt;
import penumbra.datasets.OrderedPool;
import penumbra.datasets.run.journal.ImageRecord;
import penumbra.datasets.run.journal.Journal;
import penumbra.datasets.run.journal.Manifest;
import penumbra.datasets.run.journal.RunVersion;
import penumbra.imaging.Folders;
import penumbra.imaging.Json;
import penumbra.imaging.recipe.Recipe;
import penumbra.io.format.AtomicFiles;

/// Applies a recipe to a set of images. A run can be stopped at any moment and resumed.
///
/// ```
/// Plan plan = Plan.of(List.of(Path.of("chest_xray")), recipe, out);
/// RunSummary summary = new Run(recipe, plan, out, Execution.allCores()).run((image, kept) -> {});
/// ```
///
/// It writes into the output folder the results, `recipe.json` (the recipe with every parameter
/// written out), `manifest.csv` and `manifest.parquet`, and `.penumbra` with the journal. An image
/// counts as done if the journal has it for the same recipe, version and bytes of the input, and if
/// its outputs still have the bytes recorded in the journal. All other images are processed again.
/// So a run that was stopped or killed gives the same bytes as one that was not.
///
/// Images are processed in parallel, one on each thread, so that memory does not grow with their
/// number. If an image does not fit into memory together with others, it is tried once more alone.
///
/// @param recipe the recipe
/// @param plan the images
/// @param output the folder for the results, created if it is missing
/// @param execution the number of threads, and the precision
public record Run(Recipe recipe, Plan plan, Path output, Execution execution) {
  /// The hidden folder for the journal.
  static final String HIDDEN = ".penumbra";

  static final String JOURNAL = "run.db";
  static final String RECIPE = "recipe.json";
  private static final long COMMIT_NANOSECONDS = 500_000_000;

  /// Processes the images that are not done yet. Throws
  /// [OutputException][penumbra.datasets.run.output.OutputException] if results cannot be written.
  public RunSummary run(RunListener listener) throws IOException {
    Path hidden = Folders.make(output.resolve(HIDDEN));
    try (RunLock _ = RunLock.take(hidden.resolve("lock"), output);
        Journal journal = Journal.open(hidden.resolve(JOURNAL))) {
      requireSameInputs(journal);
      UnfinishedFiles.remove(plan, recipe, output);
      byte[] spelt = Json.write(recipe.toJson()).getBytes(StandardCharsets.UTF_8);
      AtomicFiles.write(output.resolve(RECIPE), spelt);
      RunSummary summary = work(journal, listener);
      String version = RunVersion.of(recipe);
      Manifest.write(take -> journal.each(recipe.fingerprint(), version, take), recipe, output);
      return summary;
    }
  }

  /// Two inputs must not have the same result file.
  private void requireSameInputs(Journal journal) throws IOException {
    Map<String, String> noted = journal.inputs();
    for (PlannedImage image : plan.images()) {
      String before = noted.getOrDefault(image.path(), image.file().toString());
      boolean other =
          !before.equals(image.file().toString())
              && Files.exists(Path.of(before))
              && !Files.isSameFile(Path.of(before), image.file());
      if (other) {
        throw InvalidInputException.of(
            "the output",
            "must not hold results of other inputs under the same names",
            output + ", where " + image.path() + " is that of " + before,
            "write elsewhere");
      }
    }
  }

  private RunSummary work(Journal journal, RunListener listener) throws IOException {
    var worker = new Worker(recipe, output);
    var books = new Books(journal, worker, listener);
    try {
      work(worker, books);
    } catch (IOException | RuntimeException stopped) {
      keep(journal, stopped);
      throw stopped;
    }
    journal.commit();
    worker.remarks().tell(listener);
    return books.summary();
  }

  private void work(Worker worker, Books books) throws IOException {
    List<PlannedImage> alone = new ArrayList<>();
    try {
      new OrderedPool(execution)
          .<PlannedImage, Pending, Worker.Settled, IOException>run(
              plan.images(),
              image -> new Pending(image, books.before(image)),
              (pending, share) -> worker.settle(pending.image(), pending.before(), share),
              (_, attempt) -> settle(attempt, books, alone));
    } catch (CancellationException stopped) {
      throw new IOException("the run was interrupted; run the same again to go on", stopped);
    }
    for (PlannedImage image : alone) {
      books.add(worker.settle(image, books.before(image), execution));
    }
  }

  /// An image, and its record from an earlier run.
  private record Pending(PlannedImage image, Optional<ImageRecord> before) {}

  /// An error of an image is stored in its record; any other error stops the run.
  private void settle(Attempt<Worker.Settled> attempt, Books books, List<PlannedImage> alone)
      throws IOException {
    Worker.Settled settled = attempt.orThrow();
    if (execution.threads() > 1 && isTooLarge(settled.record())) {
      alone.add(settled.image());
    } else {
      books.add(settled);
    }
  }

  /// An image that did not fit into memory together with others may fit alone.
  private static boolean isTooLarge(ImageRecord image) {
    return image
        .failure()
        .filter(failure -> failure.kind() == Failure.Kind.OUT_OF_MEMORY)
        .isPresent();
  }

  /// Work that was done before something stops a run should be kept. But if the disk is full, the
  /// journal may not be written either, and the work is then repeated.
  private static void keep(Journal journal, Exception stopped) {
    try {
      journal.commit();
    } catch (IOException full) {
      stopped.addSuppressed(full);
    }
  }

  /// Writes the journal and counts.
  private static final class Books {
    private final Journal journal;
    private final Worker worker;
    private final RunListener listener;
    private long committed = System.nanoTime();
    private int done;
    private int kept;
    private int failed;

    Books(Journal journal, Worker worker, RunListener listener) {
      this.journal = journal;
      this.worker = worker;
      this.listener = listener;
    }

    Optional<ImageRecord> before(PlannedImage image) throws IOException {
      return journal.find(image.path());
    }

    void add(Worker.Settled settled) throws IOException {
      ImageRecord image = settled.record();
      if (settled.kept()) {
        kept++;
      } else {
        journal.put(image, settled.milliseconds());
        worker.removeOrphans(settled);
        done += image.isDone() ? 1 : 0;
        failed += image.isDone() ? 0 : 1;
      }
      if (System.nanoTime() - committed > COMMIT_NANOSECONDS) {
        journal.commit();
        committed = System.nanoTime();
      }
      listener.settled(image, settled.kept());
    }

    RunSummary summary() {
      return new RunSummary(done, kept, failed);
    }
  }
}
