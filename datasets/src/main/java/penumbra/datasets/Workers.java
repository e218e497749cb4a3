package penumbra.datasets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;

/// Processes each of many files. A few files are processed one after the other, each on all
/// threads; many files in parallel, each on one thread. If one fails, the others are still
/// processed.
final class Workers {
  /// From this number of files per thread on, files are processed in parallel.
  private static final int MANY = 2;

  /// The work on one file.
  interface Work {
    Outcome on(Batch.Item item, Execution execution) throws IOException;
  }

  private Workers() {}

  /// Processes all items; `report` receives each outcome, in order, on the calling thread.
  static void run(
      List<Batch.Item> items, Execution execution, Work work, Consumer<? super Outcome> report) {
    int threads = execution.threads();
    if (threads == 1 || items.size() < MANY * threads) {
      items.forEach(item -> report.accept(outcome(item, execution, work)));
      return;
    }
    Execution alone =
        new Execution(1, execution.pool(), execution.precision(), execution.allocator());
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<Outcome>> outcomes = new ArrayList<>();
      for (Batch.Item item : items) {
        outcomes.add(workers.submit(() -> outcome(item, alone, work)));
      }
      try {
        for (Future<Outcome> outcome : outcomes) {
          report.accept(outcome.get());
        }
      } catch (InterruptedException e) {
        workers.shutdownNow();
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  @SuppressWarnings("CatchingUnchecked") // whatever is wrong with one file must not stop the others
  private static Outcome outcome(Batch.Item item, Execution share, Work work) {
    try {
      return work.on(item, share);
    } catch (InvalidInputException rule) {
      String message = item.source() + ": " + rule.getMessage();
      return new Outcome.Failed(item, new IllegalArgumentException(message, rule));
    } catch (IOException | RuntimeException | OutOfMemoryError error) {
      return new Outcome.Failed(item, error);
    }
  }
}
