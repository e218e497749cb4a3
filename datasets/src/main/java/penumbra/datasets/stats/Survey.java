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

/// Looks at every image of a data set, each on one thread, as many at a time as there are threads;
/// one that cannot be looked at stops no other.
///
/// ```
/// Survey<Row> survey = Survey.of(set, image -> row(image), execution, listener);
/// ```
///
/// Of each image only what is found is kept, so that the memory does not grow with their pixels.
///
/// @param <T> what is found of an image
/// @param found of all that could be looked at, in the order of the set
/// @param failures the others, in the same order
public record Survey<T>(List<T> found, List<Failure> failures) {
  public Survey {
    found = List.copyOf(found);
    failures = List.copyOf(failures);
  }

  /// An image that could not be looked at.
  ///
  /// @param image the image
  /// @param error what went wrong; its message is one line
  public record Failure(DatasetImage image, Throwable error) {}

  /// What is done with one image.
  ///
  /// @param <T> what is found
  @FunctionalInterface
  public interface Look<T> {
    /// Looks at one image, on the threads of `alone`.
    T at(DatasetImage image, Execution alone) throws IOException;
  }

  /// Hears how far the survey is.
  @FunctionalInterface
  public interface Listener {
    /// Hears nothing.
    Listener SILENT = (_, _) -> {};

    /// `done` of `all` images were looked at; called once for each, never twice at a time.
    void images(int done, int all);
  }

  /// Looks at all images of `set`.
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
