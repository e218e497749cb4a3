package penumbra.datasets;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import penumbra.catalogue.Filtering;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.InvalidInputException;
import penumbra.dicom.series.Series;
import penumbra.imaging.Display;
import penumbra.imaging.FileFormat;
import penumbra.imaging.Rendering;
import penumbra.imaging.job.FilteredForm;
import penumbra.imaging.job.ImageInput;
import penumbra.imaging.job.ImageJob;
import penumbra.imaging.job.ImageSteps;
import penumbra.imaging.job.JobOutput;
import penumbra.io.format.ReadOptions;

/// One filter over many files.
///
/// ```
/// new Batch(Gaussian.of(2), items, Display.standard(), Execution.allCores())
///     .run(outcome -> report(outcome));
/// ```
///
/// If an item fails, the others are still processed. A few files are filtered one after the other,
/// each on all threads. Many files are filtered in parallel, each on one thread, so that reading
/// and writing also use all threads. The results have the same bytes in both cases.
///
/// @param filtering the filter
/// @param items the files
/// @param display how results become pictures, if the target is one
/// @param execution the total number of threads, and the precision
/// @param options how the files are read
public record Batch(
    Filtering filtering,
    List<Item> items,
    Display display,
    Execution execution,
    ReadOptions options) {
  /// A file, or a series of slices, and the target of its result.
  ///
  /// @param source the file to read; for a series the named folder
  /// @param target the file to write; its folders are created if they are missing
  /// @param series the slices; empty for a single file
  public record Item(Path source, Path target, Optional<Series> series) {
    /// A file and the target of its result.
    public Item(Path source, Path target) {
      this(source, target, Optional.empty());
    }

    Item(Source source, Path target) {
      this(source.file(), target, source.series());
    }

    /// The source of the image.
    ImageInput input() {
      return new ImageInput(source, series);
    }

    /// The files that are read.
    List<Path> files() {
      return input().files();
    }
  }

  public Batch {
    items = List.copyOf(items);
    boolean pictures = items.stream().anyMatch(item -> !isArray(item));
    if (!pictures && !items.isEmpty() && display.isAsked()) {
      throw InvalidInputException.of(
          "a colormap, vmin or vmax",
          "must be for a picture",
          "for " + kinds(items) + ", which keeps the values",
          "leave it out, or write .png");
    }
  }

  /// One filter for all items.
  public Batch(
      Filter filter, List<Item> items, Display display, Execution execution, ReadOptions options) {
    this(Filtering.with(filter), items, display, execution, options);
  }

  /// The same for the modality values of files with one frame.
  public Batch(Filter filter, List<Item> items, Display display, Execution execution) {
    this(filter, items, display, execution, ReadOptions.standard());
  }

  /// Processes all items; `report` receives each outcome, in order, on the calling thread.
  public void run(Consumer<? super Outcome> report) {
    BatchWork.run(items, execution, this::job, report);
  }

  private ImageJob job(Item item) {
    FileFormat format = FileFormat.of(item.target()).orElse(FileFormat.PNG);
    var form = new FilteredForm(new Rendering(format, display, Optional.empty()));
    return ImageJob.of(options, new JobOutput(ImageSteps.of(filtering), form));
  }

  /// `.npy`, or all extensions that occur.
  private static String kinds(List<Item> items) {
    return items.stream()
        .flatMap(item -> FileFormat.of(item.target()).stream())
        .distinct()
        .map(format -> "." + format)
        .collect(Collectors.joining(" and "));
  }

  private static boolean isArray(Item item) {
    return FileFormat.of(item.target()).filter(format -> !format.isPicture()).isPresent();
  }
}
