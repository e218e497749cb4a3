package penumbra.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import penumbra.core.DType;
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
  /// As many files for each thread make it worth to take them side by side.
  private static final int MANY = 2;

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
    int threads = execution.threads();
    if (threads == 1 || items.size() < MANY * threads) {
      items.forEach(item -> report.accept(outcome(item, execution)));
      return;
    }
    Execution alone =
        new Execution(1, execution.pool(), execution.precision(), execution.allocator());
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<Outcome>> outcomes = new ArrayList<>();
      for (Item item : items) {
        outcomes.add(workers.submit(() -> outcome(item, alone)));
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
  private Outcome outcome(Item item, Execution share) {
    try {
      return done(item, share);
    } catch (InvalidInputException rule) {
      String message = item.source() + ": " + rule.getMessage();
      return new Outcome.Failed(item, new IllegalArgumentException(message, rule));
    } catch (IOException | RuntimeException | OutOfMemoryError error) {
      return new Outcome.Failed(item, error);
    }
  }

  private Outcome done(Item item, Execution share) throws IOException {
    Radiograph input = ImageFiles.readAny(item.source(), options);
    NdArray result = filter.apply(input.pixels(), share);
    Shown shown = isArray(item) ? Shown.asItIs(result) : show(item, input, result);
    Path folder = item.target().getParent();
    if (folder != null) {
      Folders.make(folder);
    }
    ImageFiles.write(shown.picture(), item.target());
    return new Outcome.Done(item, shown.scaled(), shown.through());
  }

  private Shown show(Item item, Radiograph input, NdArray result) {
    boolean deep = FileFormat.of(item.target()).filter(FileFormat::isDeep).isPresent();
    boolean levels = filter.keepsGreyLevels() && !display.isAsked();
    DType type = input.pixels().type();
    if (levels && input.presentation().isPresent()) {
      boolean wide = deep && type.bytes() > 1;
      return Shown.through(input.presentation().get(), result, wide ? DType.UINT16 : DType.UINT8);
    }
    boolean fractions = levels && !result.type().isInteger();
    return display.show(fractions ? Display.toLevels(result, type) : result, deep);
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
    return FileFormat.of(item.target()).filter(FileFormat::keepsValues).isPresent();
  }
}
