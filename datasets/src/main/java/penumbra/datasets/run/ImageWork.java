package penumbra.datasets.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.core.Execution;
import penumbra.core.Failure;
import penumbra.core.Radiograph;
import penumbra.datasets.Attempt;
import penumbra.datasets.run.journal.ImageRecord;
import penumbra.datasets.run.journal.InputFacts;
import penumbra.datasets.run.output.Hashes;
import penumbra.datasets.run.output.OutputException;
import penumbra.datasets.run.output.OutputRecord;
import penumbra.datasets.run.output.Sink;
import penumbra.imaging.job.ImageInput;
import penumbra.imaging.job.ImageJob;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.RecipeOutput;
import penumbra.io.format.FileFailures;
import penumbra.io.format.Inputs;
import penumbra.io.format.ReadingNotes;

/// Applies a recipe to one image at a time; any number of threads may call it.
final class ImageWork {
  private final Recipe recipe;
  private final String fingerprint;
  private final String version;
  private final Sink sink;
  private final ImageJob job;
  private final Remarks remarks = new Remarks();

  ImageWork(Recipe recipe, String version, Sink sink) {
    this.recipe = recipe;
    this.fingerprint = recipe.fingerprint();
    this.version = version;
    this.sink = sink;
    this.job = recipe.job().reusingStorage();
  }

  /// Returns the outcome for the image. It throws only [OutputException] and errors that affect
  /// every image.
  ImageRecord on(PlannedImage image, Execution threads) throws OutputException {
    var notes = new Notes();
    Attempt<Notes> attempt =
        Attempt.of(() -> {
          work(image, threads.withPrecision(recipe.precision()), notes);
          return notes;
        });
    return switch (attempt) {
      case Attempt.Done<Notes> _ -> record(image, notes, notes.outputs, Optional.empty());
      case Attempt.Failed<Notes>(OutputException stop) -> throw stop;
      case Attempt.Failed<Notes>(Throwable error) -> {
        takeBack(notes.outputs, error);
        yield record(image, notes, List.of(), Optional.of(FileFailures.of(image.file(), error)));
      }
    };
  }

  /// The facts about an image so far, which are also recorded if the image fails.
  private static final class Notes {
    private final List<OutputRecord> outputs = new ArrayList<>();
    private long bytes = -1;
    private Optional<String> hash = Optional.empty();
    private Optional<InputFacts> facts = Optional.empty();
  }

  /// The remarks on the results.
  Remarks remarks() {
    return remarks;
  }

  private void work(PlannedImage image, Execution execution, Notes notes) throws IOException {
    Inputs.check(image.file());
    notes.bytes = Files.size(image.file());
    notes.hash = Optional.of(Hashes.of(image.file()));
    ImageInput input = ImageInput.of(image.file());
    Radiograph read = job.read(input, execution);
    remarks.note(ReadingNotes.among(read.decodingSteps()));
    notes.facts = Optional.of(InputFacts.of(read, recipe.histogram(), execution));
    job.<IOException>make(
        read,
        execution,
        (number, result) -> {
          RecipeOutput output = recipe.outputs().get(number);
          Path path = output.pathFor(image.relative());
          Sink.Taken taken = sink.take(output, path, input, result);
          notes.outputs.add(taken.record());
          remarks.add(result.shown(), result.remarks(), taken.lost());
        });
  }

  private void takeBack(List<OutputRecord> outputs, Throwable error) throws OutputException {
    try {
      sink.undo(outputs);
    } catch (IOException stuck) {
      stuck.addSuppressed(error);
      throw new OutputException(
          "a half-done result cannot be removed: " + stuck.getMessage(), stuck);
    }
  }

  private ImageRecord record(
      PlannedImage image, Notes notes, List<OutputRecord> outputs, Optional<Failure> failure) {
    return new ImageRecord(
        image.path(),
        image.file().toString(),
        image.split(),
        image.label(),
        notes.bytes,
        notes.hash,
        notes.facts,
        outputs,
        fingerprint,
        version,
        failure);
  }
}
