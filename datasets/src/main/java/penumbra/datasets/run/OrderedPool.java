package penumbra.datasets.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import penumbra.core.Execution;

/// Processes many images in parallel, each on one thread, and delivers the results in order on the
/// calling thread. It starts only as many as keep all threads busy, so that memory does not grow
/// with the number of images.
final class OrderedPool {
  private static final int AHEAD = 8;

  private OrderedPool() {}

  /// Looks up, on the calling thread, the record of an image.
  interface Lookup {
    Optional<ImageRecord> of(PlannedImage image) throws IOException;
  }

  /// Processes an image on a worker's thread.
  interface Work {
    Worker.Settled on(PlannedImage image, Optional<ImageRecord> before, Execution share)
        throws IOException;
  }

  /// Receives a result on the calling thread.
  interface Take {
    void settled(Worker.Settled settled) throws IOException;
  }

  static void run(
      List<PlannedImage> images, Execution execution, Lookup lookup, Work work, Take take)
      throws IOException {
    int threads = execution.threads();
    Execution share =
        new Execution(
            images.size() < threads ? threads : 1,
            execution.pool(),
            execution.precision(),
            execution.allocator());
    Deque<Future<Worker.Settled>> begun = new ArrayDeque<>();
    Iterator<PlannedImage> rest = images.iterator();
    ExecutorService workers =
        Executors.newFixedThreadPool(Math.min(threads, Math.max(1, images.size())));
    try {
      while (rest.hasNext() || !begun.isEmpty()) {
        while (rest.hasNext() && begun.size() < AHEAD * threads) {
          PlannedImage image = rest.next();
          Optional<ImageRecord> before = lookup.of(image);
          begun.add(workers.submit(() -> work.on(image, before, share)));
        }
        take.settled(result(begun.remove()));
      }
    } finally {
      begun.forEach(future -> future.cancel(false));
      workers.close();
    }
  }

  private static Worker.Settled result(Future<Worker.Settled> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("the run was interrupted; run the same again to go on", stopped);
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case IOException error -> throw error;
        case RuntimeException error -> throw error;
        case Error error -> throw error;
        case Throwable other -> throw new IllegalStateException(other);
        case null -> throw new IllegalStateException(failed);
      }
    }
  }
}
