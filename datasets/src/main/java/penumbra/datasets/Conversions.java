package penumbra.datasets;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Polarity;
import penumbra.core.Presentation;
import penumbra.core.Radiograph;
import penumbra.core.display.GreyPresentation;
import penumbra.core.display.GreyRange;
import penumbra.core.display.Window;
import penumbra.imaging.Derivations;
import penumbra.imaging.Display;
import penumbra.imaging.FileFormat;
import penumbra.imaging.PolarityRemark;
import penumbra.imaging.RenderedPicture;
import penumbra.imaging.Rendering;
import penumbra.imaging.ResultFiles;
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
/// @param depth bits of a picture, 8 or 16; by default 16 if the format supports them and the
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

  /// Converts all items; `report` receives each outcome, in order, on the calling thread.
  public void run(Execution execution, Consumer<? super Outcome> report) {
    Workers.run(items, execution, (item, _) -> converted(item), report);
  }

  private Outcome converted(Batch.Item item) throws IOException {
    FileFormat format = format(item);
    boolean asked =
        options.window().isPresent()
            || depth.isPresent()
            || values.equals(Optional.of(GreyValues.DISPLAY));
    GreyValues read = values.orElse(GreyValues.MODALITY);
    // Display values are made here, in the depth that the target has.
    GreyValues made = read == GreyValues.DISPLAY ? GreyValues.MODALITY : read;
    Radiograph image = item.read(options.withValues(made));
    boolean whole = !format.isPicture() && !asked;
    InvalidInputException.require(
        !format.isPicture() || image.pixels().rank() == 2,
        "what becomes a ." + format,
        "must be one picture of two axes",
        image.pixels(),
        "choose one of its frames (--frame 1), or write .tif, .nii or .npy");
    RenderedPicture shown = whole ? whole(image, format) : picture(image, format);
    ReadOptions how = options.withValues(made);
    Optional<String> lost =
        ResultFiles.write(
            item.files().getFirst(),
            item.target(),
            image,
            shown.picture(),
            () -> whole ? Derivations.ofValues(how, image) : Derivations.ofPicture(how, shown));
    return new Outcome.Done(item, shown.scaled(), shown.through(), lost, shown.remark());
  }

  /// The values themselves, as from [Rendering] for a filter that changes nothing.
  private static RenderedPicture whole(Radiograph image, FileFormat format) {
    return new Rendering(format, Display.standard(), Optional.empty())
        .shown(image.pixels(), image, true, Polarity.FOLLOWS);
  }

  private RenderedPicture picture(Radiograph image, FileFormat format) {
    NdArray pixels = image.pixels();
    boolean meant = values.orElse(GreyValues.DISPLAY) == GreyValues.DISPLAY;
    boolean deep = format.isDeep() && pixels.type().bytes() > 1;
    DType type = depth.orElse(deep ? 16 : 8) == 16 ? DType.UINT16 : DType.UINT8;
    if (meant && image.presentation().isPresent()) {
      return RenderedPicture.through(image.presentation().get(), pixels, type);
    }
    if (options.window().isPresent()) {
      return RenderedPicture.through(window(image, options.window().get()), pixels, type);
    }
    boolean lowIsLight = image.presentation().filter(Presentation::inverted).isPresent();
    if (pixels.type() == type) {
      // Who asks for these very values gets them, whichever end is light.
      RenderedPicture values = RenderedPicture.asItIs(pixels);
      return lowIsLight ? values.with(Optional.of(PolarityRemark.NEGATIVE)) : values;
    }
    GreyPresentation presentation =
        GreyPresentation.of(
            pixels.type() == DType.UINT8 ? new GreyRange(0, 255) : GreyRange.of(pixels));
    return RenderedPicture.through(presentation.inverted(lowIsLight), pixels, type);
  }

  /// The requested window, for a file without one.
  private static Presentation window(Radiograph image, String text) {
    if (text.strip().equalsIgnoreCase("full")) {
      return GreyPresentation.of(GreyRange.of(image.pixels()));
    }
    String[] numbers = text.split("/", -1);
    try {
      if (numbers.length == 2) {
        return GreyPresentation.of(
            Window.linear(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
      }
    } catch (NumberFormatException notNumbers) {
      // Told below.
    }
    throw InvalidInputException.of(
        "the window",
        "must be CENTER/WIDTH or full for a file that brings none",
        "'" + text + "'",
        "write it like 300/1500");
  }
}
