package penumbra.datasets.stats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import penumbra.core.Execution;
import penumbra.datasets.Attempt;
import penumbra.datasets.OrderedPool;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;

/// Processes every image of a data set, as many in parallel as there are threads. If one fails, the
/// others continue.
///
/// ```
/// ImageSurvey<Row> survey = ImageSurvey.of(set, image -> row(image), execution, listener);
/// ```
///
/// Only findings are kept, so that the memory does not grow with the pixels.
///
/// @param <T> a finding about an image
/// @param found the findings, in the order of the set
/// @param failures the images that failed, in the same order
public record ImageSurvey<T>(List<T> found, List<Failure> failures) {
  public ImageSurvey {
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

    /// `done` of `all` images are processed; called once for each, on the thread of the survey.
    void images(int done, int all);
  }

  /// Processes all images of `set`.
  public static <T> ImageSurvey<T> of(
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
    return new ImageSurvey<>(found, failures);
  }
}
