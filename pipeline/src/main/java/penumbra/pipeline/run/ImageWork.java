package penumbra.pipeline.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import penumbra.core.Chain;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.ImageFiles;
import penumbra.io.Inputs;
import penumbra.pipeline.Rendering;
import penumbra.pipeline.recipe.Recipe;
import penumbra.pipeline.recipe.RecipeOutput;
import penumbra.pipeline.recipe.Step;

/// Does a recipe with one image at a time, on any number of threads.
final class ImageWork {
  private final Recipe recipe;
  private final String fingerprint;
  private final String version;
  private final Sink sink;
  private final Optional<Filter> common;
  private final List<Optional<Filter>> own;

  ImageWork(Recipe recipe, String version, Sink sink) {
    this.recipe = recipe;
    this.fingerprint = recipe.fingerprint();
    this.version = version;
    this.sink = sink;
    this.common = chain(recipe.steps());
    this.own = recipe.outputs().stream().map(output -> chain(output.steps())).toList();
  }

  private static Optional<Filter> chain(List<Step> steps) {
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(new Chain(steps.stream().map(Step::filter).toList()));
  }

  /// What became of the image. Only [OutputException] is thrown, and what no image can help.
  @SuppressWarnings("CatchingUnchecked") // whatever is wrong with one file must not stop the others
  ImageRecord on(PlannedImage image, Execution threads) throws OutputException {
    Execution execution = threads.withPrecision(recipe.precision());
    List<OutputRecord> outputs = new ArrayList<>();
    long bytes = -1;
    Optional<String> hash = Optional.empty();
    Optional<InputFacts> facts = Optional.empty();
    try {
      Inputs.check(image.file());
      bytes = Files.size(image.file());
      hash = Optional.of(Hashes.of(image.file()));
      Radiograph read = ImageFiles.readAny(image.file(), recipe.input().options());
      NdArray pixels = recipe.input().polarity(read.pixels());
      facts = Optional.of(InputFacts.of(read, pixels, recipe.histogram(), execution));
      write(image, read, pixels, execution, outputs);
      return record(image, bytes, hash, facts, outputs, Optional.empty());
    } catch (OutputException stop) {
      throw stop;
    } catch (IOException | RuntimeException | OutOfMemoryError error) {
      takeBack(outputs, error);
      return record(image, bytes, hash, facts, List.of(), Optional.of(Reasons.of(image, error)));
    }
  }

  private void write(
      PlannedImage image,
      Radiograph read,
      NdArray pixels,
      Execution execution,
      List<OutputRecord> written)
      throws IOException {
    NdArray shared = common.isEmpty() ? pixels : common.get().apply(pixels, execution);
    boolean sharedLevels = common.map(Filter::keepsGreyLevels).orElse(true);
    // Turned round, the pixels are not those any more of which the file says how to see them.
    Radiograph seen =
        recipe.input().inverted()
            ? new Radiograph(pixels, read.source(), List.of(), read.spacing(), Optional.empty())
            : read;
    for (int i = 0; i < own.size(); i++) {
      RecipeOutput output = recipe.outputs().get(i);
      Optional<Filter> filter = own.get(i);
      NdArray result = filter.isEmpty() ? shared : filter.get().apply(shared, execution);
      boolean levels = sharedLevels && filter.map(Filter::keepsGreyLevels).orElse(true);
      NdArray shown =
          new Rendering(output.format(), output.display(), output.type()).of(result, seen, levels);
      boolean alike = Arrays.equals(shown.shape(), pixels.shape());
      var named =
          new Radiograph(
              shown,
              read.source(),
              List.of(),
              alike ? read.spacing() : List.of(),
              Optional.empty());
      Path path = output.pathFor(image.relative());
      written.add(sink.take(output, path, named));
    }
  }

  private void takeBack(List<OutputRecord> outputs, Throwable error) throws OutputException {
    try {
      sink.undo(outputs);
    } catch (IOException stuck) {
      stuck.addSuppressed(error);
      throw new OutputException(
          "a half-done result cannot be removed: " + stuck.getMessage(), stuck);
    }
  }

  private ImageRecord record(
      PlannedImage image,
      long bytes,
      Optional<String> hash,
      Optional<InputFacts> facts,
      List<OutputRecord> outputs,
      Optional<String> error) {
    return new ImageRecord(
        image.path(),
        image.file().toString(),
        image.split(),
        image.label(),
        bytes,
        hash,
        facts,
        outputs,
        fingerprint,
        version,
        error);
  }
}
