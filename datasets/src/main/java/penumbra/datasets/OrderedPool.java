package penumbra.datasets;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import penumbra.core.Execution;

/// Processes many items, and passes each outcome to the caller, in order, on the calling thread. If
/// one fails, the others continue: its outcome is the failure.
///
/// ```
/// new OrderedPool(execution)
///     .run(
///         files,
///         (file, share) -> ImageFiles.read(file, options.withExecution(share)),
///         (file, attempt) -> tell(file, attempt));
/// ```
///
/// Items are processed in parallel, each on one thread. If there are fewer items than threads, each
/// is processed on all threads. Only as many are in progress as keep all threads busy, so memory
/// does not grow with their number. With one thread, everything happens on the calling thread.
///
/// @param execution the total number of threads, and the other settings for the work
/// @param fewest the number of items per thread from which they are processed in parallel; fewer
///   items are processed one after the other, each on all threads
public record OrderedPool(Execution execution, int fewest) {
  private static final int AHEAD = 8;

  /// A pool that always processes items in parallel.
  public OrderedPool(Execution execution) {
    this(execution, 0);
  }

  /// A pool that processes items one after the other, each on all threads.
  public static OrderedPool oneByOne(Execution execution) {
    return new OrderedPool(execution, Integer.MAX_VALUE);
  }

  /// The work on one item, on a worker's thread.
  ///
  /// @param <T> the type of the items
  /// @param <R> the type of the result
  @FunctionalInterface
  public interface Work<T, R> {
    /// Does the work, on the threads of `share`.
    R on(T thing, Execution share) throws IOException;
  }

  /// Prepares an item, on the calling thread.
  ///
  /// @param <S> the type before
  /// @param <T> the type of the prepared items
  /// @param <X> the exceptions that it may throw, which stop all work
  @FunctionalInterface
  public interface Prepare<S, T, X extends Exception> {
    /// Prepares the item.
    T ready(S before) throws X;
  }

  /// Receives the outcome of an item, on the calling thread.
  ///
  /// @param <T> the type of the items
  /// @param <R> the type of the result
  /// @param <X> the exceptions that it may throw, which stop all work
  @FunctionalInterface
  public interface Take<T, R, X extends Exception> {
    /// Receives the outcome.
    void settled(T thing, Attempt<R> attempt) throws X;
  }

  /// Processes all `things`.
  ///
  /// @param <T> the type of the items
  /// @param <R> the type of the result
  /// @param <X> the exceptions that `take` may throw, which stop all work
  public <T, R, X extends Exception> void run(
      List<T> things, Work<? super T, ? extends R> work, Take<? super T, R, ? extends X> take)
      throws X {
    this.<T, T, R, X>run(things, thing -> thing, work, take);
  }

  /// Processes all `things`; each is prepared shortly before its work starts.
  ///
  /// @param <S> the type of the items
  /// @param <T> the type of the prepared items
  /// @param <R> the type of the result
  /// @param <X> the exceptions that `prepare` and `take` may throw, which stop all work
  public <S, T, R, X extends Exception> void run(
      List<S> things,
      Prepare<? super S, ? extends T, ? extends X> prepare,
      Work<? super T, ? extends R> work,
      Take<? super T, R, ? extends X> take)
      throws X {
    int threads = execution.threads();
    if (threads == 1 || things.size() < (long) fewest * threads) {
      for (S thing : things) {
        T ready = prepare.ready(thing);
        take.settled(ready, Attempt.of(() -> work.on(ready, execution)));
      }
      return;
    }
    Execution share =
        new Execution(
            things.size() < threads ? threads : 1,
            execution.pool(),
            execution.precision(),
            execution.allocator());
    Deque<Begun<T, R>> begun = new ArrayDeque<>();
    Iterator<S> rest = things.iterator();
    ExecutorService workers =
        Executors.newFixedThreadPool(Math.min(threads, Math.max(1, things.size())));
    try {
      while (rest.hasNext() || !begun.isEmpty()) {
        while (rest.hasNext() && begun.size() < AHEAD * threads) {
          T ready = prepare.ready(rest.next());
          begun.add(
              new Begun<>(ready, workers.submit(() -> Attempt.<R>of(() -> work.on(ready, share)))));
        }
        Begun<T, R> first = begun.remove();
        take.settled(first.thing(), result(first.attempt()));
      }
    } finally {
      begun.forEach(one -> one.attempt().cancel(false));
      workers.close();
    }
  }

  private record Begun<T, R>(T thing, Future<Attempt<R>> attempt) {}

  private static <R> Attempt<R> result(Future<Attempt<R>> future) {
    try {
      return future.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      var cancelled = new CancellationException("the work was interrupted");
      cancelled.initCause(stopped);
      throw cancelled;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
