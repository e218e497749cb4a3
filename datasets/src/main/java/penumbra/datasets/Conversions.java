package penumbra.datasets;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import penumbra.core.Execution;
import penumbra.core.Failure;
import penumbra.core.InvalidInputException;
import penumbra.imaging.FileFormat;
import penumbra.imaging.job.ConvertedForm;
import penumbra.imaging.job.ImageJob;
import penumbra.imaging.job.ImageSteps;
import penumbra.imaging.job.JobOutput;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;

/// Many files brought into other formats.
///
/// ```
/// new Conversions(items, ReadOptions.standard(), Optional.empty(), OptionalInt.empty())
///     .run(Execution.allCores(), outcome -> report(outcome));
/// ```
///
/// Formats that keep all values get the values that are asked for, the modality's without a word,
/// with their spacing, `.dcm` those as a derived image or a secondary capture; where a window, a
/// depth or display values are asked for, they get the picture. Other formats always get the
/// picture: the values as their file wants them to be seen. Where it says nothing of that, `UINT8`
/// values stay as they are, `UINT16` values too in formats of 16 bits, and all others are scaled
/// from their range to black to white, in as many bits as the format has. What was done to the
/// values is told with the [Outcome]: none are lost in silence.
///
/// @param items which files, and where they go
/// @param options what is read of them; its window may also be `CENTER/WIDTH` or `full` for files
///   that bring none
/// @param values which grey values; where nothing is asked for, what suits the format
/// @param depth bits of a picture, 8 or 16; where nothing is asked for, 16 where the format has as
///   many and the values need them
public record Conversions(
    List<Batch.Item> items, ReadOptions options, Optional<GreyValues> values, OptionalInt depth) {
  public Conversions {
    items = List.copyOf(items);
    int bits = depth.orElse(8);
    InvalidInputException.require(
        bits == 8 || bits == 16, "the depth", "must be 8 or 16", bits, "ask for one of these");
    Optional<FileFormat> shallow =
        items.stream().map(Conversions::format).filter(one -> !one.isDeep()).findFirst();
    InvalidInputException.require(
        bits == 8 || shallow.isEmpty(),
        "the depth",
        "must be 8 for ." + shallow.map(FileFormat::extension).orElse(""),
        bits,
        "write .png, .tif or .pgm, which have 16 bits");
    boolean picture = values.orElse(GreyValues.DISPLAY) == GreyValues.DISPLAY;
    InvalidInputException.require(
        picture || options.window().isEmpty(),
        "a window",
        "must be for display values",
        "for " + values.orElse(GreyValues.DISPLAY) + " ones",
        "leave out one of the two");
  }

  private static FileFormat format(Batch.Item item) {
    return FileFormat.of(item.target()).orElse(FileFormat.NPY);
  }

  /// Converts all items; `report` is told of each, in their order, on the calling thread.
  public void run(Execution execution, Consumer<? super Outcome> report) {
    BatchWork.run(items, execution, this::job, report);
  }

  private ImageJob job(Batch.Item item) {
    var form = new ConvertedForm(format(item), values, options.window(), depth);
    return ImageJob.of(options.withValues(form.toRead()), new JobOutput(ImageSteps.none(), form));
  }
}
