package penumbra.datasets.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.Polarity;
import penumbra.core.Radiograph;
import penumbra.imaging.PolarityRemark;
import penumbra.imaging.RenderedPicture;
import penumbra.imaging.Rendering;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.RecipeOutput;
import penumbra.io.ImageFiles;
import penumbra.io.format.Inputs;

/// Applies a recipe to one image at a time; any number of threads may call it.
final class ImageWork {
  private final Recipe recipe;
  private final String fingerprint;
  private final String version;
  private final Sink sink;
  private final StepChain common;
  private final List<StepChain> own;
  private final Map<PolarityRemark, Long> remarks = new ConcurrentHashMap<>();
  private final ReusedStorage storage = new ReusedStorage();

  ImageWork(Recipe recipe, String version, Sink sink) {
    this.recipe = recipe;
    this.fingerprint = recipe.fingerprint();
    this.version = version;
    this.sink = sink;
    this.common = StepChain.of(recipe.steps());
    this.own = recipe.outputs().stream().map(output -> StepChain.of(output.steps())).toList();
  }

  /// The outcome of the image. It throws only [OutputException] and errors that do not depend on
  /// the image.
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
      return record(
          image, bytes, hash, facts, List.of(), Optional.of(FailureText.of(image, error)));
    }
  }

  /// How many of the results written there is something to say of, and what.
  Map<PolarityRemark, Long> remarks() {
    return remarks;
  }

  private void write(
      PlannedImage image,
      Radiograph read,
      NdArray pixels,
      Execution execution,
      List<OutputRecord> written)
      throws IOException {
    var plain =
        new Radiograph(
            pixels, read.source(), List.of(), read.spacing(), Optional.empty(), read.placement());
    Radiograph shared = common.apply(plain, execution);
    // Turned round, the pixels are not those any more of which the file says how to see them.
    Radiograph seen = recipe.input().inverted() ? plain : read;
    for (int i = 0; i < own.size(); i++) {
      RecipeOutput output = recipe.outputs().get(i);
      NdArray result = own.get(i).apply(shared, storage.holding(execution)).pixels();
      boolean levels = common.keepsGreyLevels() && own.get(i).keepsGreyLevels();
      Polarity polarity = common.polarity().then(own.get(i).polarity());
      RenderedPicture shown =
          new Rendering(output.format(), output.display(), output.type())
              .shown(result, seen, levels, polarity);
      Radiograph named = plain.withResult(shown.picture());
      Path path = output.pathFor(image.relative());
      written.add(sink.take(output, path, named));
      shown.remark().ifPresent(remark -> remarks.merge(remark, 1L, Long::sum));
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
