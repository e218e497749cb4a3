package penumbra.datasets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.imaging.RenderedPicture;
import penumbra.imaging.job.ImageInput;
import penumbra.imaging.job.ImageJob;
import penumbra.io.format.ReadingNotes;

/// Does a job with one result for each of many files, and writes the result to the file's target.
final class BatchWork {
  /// With at least this number of files for each thread, they are processed in parallel.
  private static final int MANY = 2;

  private BatchWork() {}

  /// Processes all items; `report` receives each outcome, in order, on the calling thread.
  static void run(
      List<Batch.Item> items,
      Execution execution,
      Function<Batch.Item, ImageJob> job,
      Consumer<? super Outcome> report) {
    new OrderedPool(execution, MANY)
        .<Batch.Item, Outcome, RuntimeException>run(
            items,
            (item, share) -> done(item, job.apply(item), share),
            (item, attempt) -> report.accept(outcome(item, attempt)));
  }

  private static Outcome done(Batch.Item item, ImageJob job, Execution share) throws IOException {
    ImageInput input = item.input();
    List<Outcome> outcomes = new ArrayList<>();
    job.run(
        input,
        share,
        (_, result) -> {
          Optional<String> lost = result.write(input, item.target());
          RenderedPicture shown = result.shown();
          outcomes.add(
              new Outcome.Done(
                  item,
                  shown.scaled(),
                  shown.through(),
                  lost,
                  shown.remark(),
                  result.remarks(),
                  ReadingNotes.among(result.source().decodingSteps())));
        });
    return outcomes.getFirst();
  }

  private static Outcome outcome(Batch.Item item, Attempt<Outcome> attempt) {
    return switch (attempt) {
      case Attempt.Done<Outcome>(Outcome outcome) -> outcome;
      case Attempt.Failed<Outcome>(InvalidInputException rule) ->
          new Outcome.Failed(item, rule.in(item.source().toString()));
      case Attempt.Failed<Outcome>(Throwable error) -> new Outcome.Failed(item, error);
    };
  }
}
