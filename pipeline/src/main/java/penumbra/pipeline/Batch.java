package penumbra.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.ImageFiles;
import penumbra.io.ReadOptions;

/// One filter over many files.
///
/// ```
/// new Batch(Gaussian.of(2), items, Display.standard(), Execution.allCores())
///     .run(outcome -> report(outcome));
/// ```
///
/// An item that fails stops no other. Few files are filtered one after the other, each on all
/// threads; many of them side by side, each on one, so that reading and writing find work for all
/// threads too. The results are the same bytes either way.
///
/// @param filter what is done
/// @param items to which files
/// @param display how results become pictures, where the target is one
/// @param execution on how many threads in all, and how exactly
/// @param options what is read of the files
public record Batch(
    Filter filter, List<Item> items, Display display, Execution execution, ReadOptions options) {
  /// A file and where its result goes.
  ///
  /// @param source the file to read
  /// @param target the file to write; its folders are made if they are missing
  public record Item(Path source, Path target) {}

  public Batch {
    items = List.copyOf(items);
    boolean pictures = items.stream().anyMatch(item -> !isArray(item));
    InvalidInputException.require(
        pictures || items.isEmpty() || !display.isAsked(),
        "a colormap, vmin or vmax",
        "must be for a picture",
        "for " + kinds(items) + ", which keeps the values",
        "leave it out, or write .png");
  }

  /// The same of the modality values of files that hold one picture.
  public Batch(Filter filter, List<Item> items, Display display, Execution execution) {
    this(filter, items, display, execution, ReadOptions.standard());
  }

  /// Works on all items; `report` is told of each, in their order, on the calling thread.
  public void run(Consumer<? super Outcome> report) {
    Workers.run(items, execution, this::done, report);
  }

  private Outcome done(Item item, Execution share) throws IOException {
    Radiograph input = ImageFiles.readAny(item.source(), options);
    NdArray result = filter.apply(input.pixels(), share);
    FileFormat format = FileFormat.of(item.target()).orElse(FileFormat.PNG);
    Shown shown =
        new Rendering(format, display, Optional.empty())
            .shown(result, input, filter.keepsGreyLevels());
    Path folder = item.target().getParent();
    if (folder != null) {
      Folders.make(folder);
    }
    if (format == FileFormat.DCM) {
      Optional<String> rounding =
          DicomResults.write(
              Derivations.of(filter, options, input), input, item.source(), result, item.target());
      return new Outcome.Done(item, Optional.empty(), Optional.empty(), rounding);
    }
    write(shown.picture(), input, item.target());
    return new Outcome.Done(item, shown.scaled(), shown.through(), Optional.empty());
  }

  /// Writes what is seen of `input`, with its spacing where the shape is still the same.
  private static void write(NdArray picture, Radiograph input, Path target) throws IOException {
    boolean alike = Arrays.equals(picture.shape(), input.pixels().shape());
    List<Double> spacing = alike ? input.spacing() : List.of();
    ImageFiles.write(
        new Radiograph(picture, input.source(), List.of(), spacing, Optional.empty()), target);
  }

  /// `.npy`, or all that occur.
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
