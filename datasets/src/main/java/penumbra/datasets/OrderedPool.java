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

/// Works on many things, and lets the caller have what comes of each in their order, on the calling
/// thread. One that fails stops no other: its failure is what comes of it.
///
/// ```
/// new OrderedPool(execution)
///     .run(
///         files,
///         (file, share) -> ImageFiles.read(file, options.withExecution(share)),
///         (file, attempt) -> tell(file, attempt));
/// ```
///
/// Things are worked on side by side, each on one thread; where there are fewer of them than
/// threads, each on all. As many are begun as keep all threads busy, and no more: however many
/// there are, memory does not grow with them. With one thread all is done on the calling one.
///
/// @param execution the threads in all, and what else work is to know
/// @param fewest how many things for each thread make it worth to take them side by side; fewer are
///   worked on one after the other, each on all threads
public record OrderedPool(Execution execution, int fewest) {
  private static final int AHEAD = 8;

  /// Side by side, however few there are.
  public OrderedPool(Execution execution) {
    this(execution, 0);
  }

  /// One after the other, each on all threads.
  public static OrderedPool oneByOne(Execution execution) {
    return new OrderedPool(execution, Integer.MAX_VALUE);
  }

  /// Work on one thing, on a worker's thread.
  ///
  /// @param <T> the things
  /// @param <R> what comes of one
  @FunctionalInterface
  public interface Work<T, R> {
    /// Does it, on the threads of `share`.
    R on(T thing, Execution share) throws IOException;
  }

  /// Gets a thing ready for work, on the calling thread.
  ///
  /// @param <S> what there is before
  /// @param <T> the things
  /// @param <X> what may go wrong, which stops all
  @FunctionalInterface
  public interface Prepare<S, T, X extends Exception> {
    /// Gets it ready.
    T ready(S before) throws X;
  }

  /// Takes what came of a thing, on the calling thread.
  ///
  /// @param <T> the things
  /// @param <R> what comes of one
  /// @param <X> what may go wrong, which stops all
  @FunctionalInterface
  public interface Take<T, R, X extends Exception> {
    /// Takes it.
    void settled(T thing, Attempt<R> attempt) throws X;
  }

  /// Works on all `things`.
  ///
  /// @param <T> the things
  /// @param <R> what comes of one
  /// @param <X> what `take` may throw, which stops all
  public <T, R, X extends Exception> void run(
      List<T> things, Work<? super T, ? extends R> work, Take<? super T, R, ? extends X> take)
      throws X {
    this.<T, T, R, X>run(things, thing -> thing, work, take);
  }

  /// Works on all `things`, of which each is made ready shortly before.
  ///
  /// @param <S> the things
  /// @param <T> the things made ready
  /// @param <R> what comes of one
  /// @param <X> what `prepare` and `take` may throw, which stops all
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
