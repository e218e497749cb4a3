package penumbra.datasets;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.imaging.FileFormat;
import penumbra.imaging.job.ConvertedForm;
import penumbra.imaging.job.ImageJob;
import penumbra.imaging.job.ImageSteps;
import penumbra.imaging.job.JobOutput;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;

/// Converts many files to other formats.
///
/// ```
/// new Conversions(items, ReadOptions.standard(), Optional.empty(), OptionalInt.empty())
///     .run(Execution.allCores(), outcome -> report(outcome));
/// ```
///
/// Formats that keep all values get the requested values, by default the modality values, with
/// their spacing. `.dcm` gets them as a derived image or a secondary capture. If a window, a depth
/// or display values are requested, these formats get a picture. Other formats always get a
/// picture: the values through their file's window. If there is none, `UINT8` values are unchanged,
/// `UINT16` values too in formats of 16 bits, and all others are scaled from their range, in as
/// many bits as the format has. The [Outcome] reports every change of the values.
///
/// @param items the files and their targets
/// @param options how they are read; the window may also be `CENTER/WIDTH` or `full` for files
///   without one
/// @param values which grey values; by default those for the format
/// @param depth the bits of a picture, 8 or 16; by default 16 if the format supports them and the
///   values need them
public record Conversions(
    List<Batch.Item> items, ReadOptions options, Optional<GreyValues> values, OptionalInt depth) {
  public Conversions {
    items = List.copyOf(items);
    int bits = depth.orElse(8);
    InvalidInputException.require(
        bits == 8 || bits == 16, "the depth", "must be 8 or 16", bits, "ask for one of these");
    Optional<FileFormat> shallow =
        items.stream().map(Conversions::format).filter(one -> !one.isDeep()).findFirst();
    if (bits != 8 && !shallow.isEmpty()) {
      throw InvalidInputException.of(
          "the depth",
          "must be 8 for ." + shallow.map(FileFormat::extension).orElse(""),
          bits,
          "write .png, .tif or .pgm, which have 16 bits");
    }
    boolean picture = values.orElse(GreyValues.DISPLAY) == GreyValues.DISPLAY;
    if (!picture && !options.window().isEmpty()) {
      throw InvalidInputException.of(
          "a window",
          "must be for display values",
          "for " + values.orElse(GreyValues.DISPLAY) + " ones",
          "leave out one of the two");
    }
  }

  private static FileFormat format(Batch.Item item) {
    return FileFormat.of(item.target()).orElse(FileFormat.NPY);
  }

  /// Converts all items; `report` receives each outcome, in order, on the calling thread.
  public void run(Execution execution, Consumer<? super Outcome> report) {
    BatchWork.run(items, execution, this::job, report);
  }

  private ImageJob job(Batch.Item item) {
    var form = new ConvertedForm(format(item), values, options.window(), depth);
    return ImageJob.of(options.withValues(form.toRead()), new JobOutput(ImageSteps.none(), form));
  }
}
