package penumbra.imaging.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.catalogue.GreyScales;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.GreyScale;
import penumbra.core.NdArray;
import penumbra.core.Polarity;
import penumbra.core.Radiograph;
import penumbra.imaging.RenderedPicture;
import penumbra.io.format.ReadOptions;

/// The work on one image: it is read, the steps compute results, and each result is rendered for
/// its format and written. `filter`, `convert` and `run` all do this.
///
/// ```
/// var form = new FilteredForm(new Rendering(FileFormat.DCM, Display.standard(), Optional.empty()));
/// var output = new JobOutput(ImageSteps.of(Filtering.with(Gaussian.of(2))), form);
/// ImageJob job = ImageJob.of(ReadOptions.standard(), output);
/// ImageInput chest = ImageInput.of(Path.of("chest.dcm"));
/// job.run(chest, execution, (_, smooth) -> smooth.write(chest, Path.of("smooth.dcm")));
/// ```
///
/// One job can process any number of images, on any number of threads.
public final class ImageJob {
  private final ReadOptions options;
  private final boolean inverts;
  private final Optional<GreyScale> scale;
  private final ImageSteps common;
  private final List<JobOutput> outputs;
  private final Optional<ReusedStorage> storage;

  private ImageJob(
      ReadOptions options,
      boolean inverts,
      Optional<GreyScale> scale,
      ImageSteps common,
      List<JobOutput> outputs,
      Optional<ReusedStorage> storage) {
    this.options = options;
    this.inverts = inverts;
    this.scale = scale;
    this.common = common;
    this.outputs = List.copyOf(outputs);
    this.storage = storage;
  }

  /// Receives a result.
  ///
  /// @param <X> the exceptions that it may throw
  @FunctionalInterface
  public interface Take<X extends Exception> {
    /// Receives the result of the output `number`, from 0.
    void result(int number, JobResult result) throws X;
  }

  /// A job with one result.
  public static ImageJob of(ReadOptions options, JobOutput output) {
    return of(options, false, ImageSteps.none(), List.of(output));
  }

  /// A job with several results.
  ///
  /// @param options how images are read
  /// @param inverts whether images are inverted after reading: `min + max - value` over the range
  ///   of the type for 8 and 16 bits, and the negative of others
  /// @param common the steps that come first, once for all results
  /// @param outputs the results, in order
  public static ImageJob of(
      ReadOptions options, boolean inverts, ImageSteps common, List<JobOutput> outputs) {
    return new ImageJob(options, inverts, Optional.empty(), common, outputs, Optional.empty());
  }

  /// The same job, but each result reuses the storage of the previous one on the same thread:
  /// faster for many images. A result must be written before the next one is computed.
  public ImageJob reusingStorage() {
    return new ImageJob(options, inverts, scale, common, outputs, Optional.of(new ReusedStorage()));
  }

  /// The same job, to which the grey levels of every image go from one value to another, whatever
  /// its file says; empty to believe the files.
  public ImageJob onScale(Optional<GreyScale> newScale) {
    return new ImageJob(options, inverts, newScale, common, outputs, storage);
  }

  /// How images are read.
  public ReadOptions options() {
    return options;
  }

  /// Whether images are inverted after reading.
  boolean inverts() {
    return inverts;
  }

  /// Reads an image, computes all its results, and passes each to `take`.
  public void run(ImageInput input, Execution execution, Take<IOException> take)
      throws IOException {
    make(read(input, execution), execution, take);
  }

  /// Reads an image, and inverts it if the job does so.
  public Radiograph read(ImageInput input, Execution execution) throws IOException {
    return oriented(input.read(options.withExecution(execution.withHeapStorage())));
  }

  /// Takes an image that was read elsewhere, and inverts it if the job does so.
  public Radiograph oriented(Radiograph image) {
    Radiograph known = scale.isPresent() ? image.withScale(scale) : image;
    return inverts ? Inversion.of(known) : known;
  }

  /// Computes all results of `image`, and passes each to `take`, in order.
  ///
  /// @param <X> the exceptions that `take` may throw
  /// @param image the result of [#read] or [#oriented]
  public <X extends Exception> void make(Radiograph image, Execution execution, Take<X> take)
      throws X {
    boolean needsScale =
        common.needsScale() || outputs.stream().anyMatch(output -> output.steps().needsScale());
    Radiograph known = needsScale ? GreyScales.told(image) : image;
    ImageSteps.Made shared = common.apply(known, execution);
    Execution own = storage.map(kept -> kept.holding(execution)).orElse(execution);
    for (int i = 0; i < outputs.size(); i++) {
      JobOutput output = outputs.get(i);
      ImageSteps.Made made = joined(shared, output.steps().apply(shared.image(), own));
      RenderedPicture shown = shown(output.form(), made, image, execution);
      List<String> doubts = new ArrayList<>(common.doubts(known));
      doubts.addAll(output.steps().doubts(shared.image()));
      List<ValueRemark> remarks =
          ValueRemarks.of(image.pixels(), made.image().pixels(), doubts, execution);
      take.result(i, new JobResult(this, output, image, made, shown, remarks));
    }
  }

  private static ImageSteps.Made joined(ImageSteps.Made first, ImageSteps.Made second) {
    List<Filter> filters = new ArrayList<>(first.filters());
    filters.addAll(second.filters());
    return new ImageSteps.Made(second.image(), filters);
  }

  private static RenderedPicture shown(
      ResultForm form, ImageSteps.Made made, Radiograph source, Execution execution) {
    NdArray result = made.image().pixels();
    boolean levels = made.filters().stream().allMatch(Filter::keepsGreyLevels);
    Polarity polarity =
        made.filters().stream().map(Filter::polarity).reduce(Polarity.FOLLOWS, Polarity::then);
    return form.shown(result, source, levels, polarity, execution);
  }
}
