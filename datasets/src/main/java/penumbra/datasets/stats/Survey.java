package penumbra.datasets.stats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import penumbra.core.Execution;
import penumbra.datasets.Attempt;
import penumbra.datasets.OrderedPool;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;

/// Looks at every image of a data set, as many at a time as there are threads; one that cannot be
/// looked at stops no other.
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

    /// `done` of `all` images were looked at; called once for each, on the thread of the survey.
    void images(int done, int all);
  }

  /// Looks at all images of `set`.
  public static <T> Survey<T> of(
      Dataset set, Look<? extends T> look, Execution execution, Listener listener) {
    List<DatasetImage> images = set.images();
    List<T> found = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    new OrderedPool(execution)
        .<DatasetImage, T, RuntimeException>run(
            images,
            (image, share) -> look.at(image, share),
            (image, attempt) -> {
              switch (attempt) {
                case Attempt.Done<T>(T result) -> found.add(result);
                case Attempt.Failed<T>(Throwable error) -> failures.add(new Failure(image, error));
              }
              listener.images(found.size() + failures.size(), images.size());
            });
    return new Survey<>(found, failures);
  }
}
