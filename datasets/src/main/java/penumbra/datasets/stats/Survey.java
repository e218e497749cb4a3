package penumbra.datasets.stats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import penumbra.core.Execution;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;

/// Processes every image of a data set, each on one thread, as many at a time as there are threads.
/// If one fails, the others are still processed.
///
/// ```
/// Survey<Row> survey = Survey.of(set, image -> row(image), execution, listener);
/// ```
///
/// Only findings are kept, so that the memory does not grow with the pixels.
///
/// @param <T> a finding about an image
/// @param found the findings, in the order of the set
/// @param failures the images that failed, in the same order
public record Survey<T>(List<T> found, List<Failure> failures) {
  public Survey {
    found = List.copyOf(found);
    failures = List.copyOf(failures);
  }

  /// An image that failed.
  ///
  /// @param image the image
  /// @param error what went wrong; its message is one line
  public record Failure(DatasetImage image, Throwable error) {}

  /// The work on one image.
  ///
  /// @param <T> the finding
  @FunctionalInterface
  public interface Look<T> {
    /// Processes one image, on the threads of `alone`.
    T at(DatasetImage image, Execution alone) throws IOException;
  }

  /// Receives the progress of the survey.
  @FunctionalInterface
  public interface Listener {
    /// Ignores the progress.
    Listener SILENT = (_, _) -> {};

    /// `done` of `all` images are processed; called once for each. Calls never overlap.
    void images(int done, int all);
  }

  /// Processes all images of `set`.
  public static <T> Survey<T> of(
      Dataset set, Look<? extends T> look, Execution execution, Listener listener) {
    List<DatasetImage> images = set.images();
    SortedMap<Integer, Object> results = new TreeMap<>();
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Execution alone =
        new Execution(1, execution.pool(), execution.precision(), execution.allocator());
    int threads = Math.max(1, Math.min(execution.threads(), images.size()));
    // Each thread takes the next image, for some take much longer than others.
    execution.strips(
        threads,
        1,
        (from, to) -> {
          for (int i = next.getAndIncrement(); i < images.size(); i = next.getAndIncrement()) {
            Object result = outcome(images.get(i), look, alone);
            synchronized (results) {
              results.put(i, result);
              listener.images(done.incrementAndGet(), images.size());
            }
          }
        });
    return sorted(results.values());
  }

  @SuppressWarnings("CatchingUnchecked") // whatever is wrong with one file must not stop the others
  private static <T> Object outcome(DatasetImage image, Look<? extends T> look, Execution alone) {
    try {
      return new Found<>(look.at(image, alone));
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError error) {
      return new Failure(image, error);
    }
  }

  private record Found<T>(T value) {}

  private static <T> Survey<T> sorted(Collection<Object> results) {
    List<T> found = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (Object result : results) {
      if (result instanceof Failure failure) {
        failures.add(failure);
      } else if (result instanceof Found<?> looked) {
        @SuppressWarnings("unchecked") // only what `look` gave is in there
        T value = (T) looked.value();
        found.add(value);
      }
    }
    return new Survey<>(found, failures);
  }
}
