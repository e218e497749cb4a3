package penumbra.datasets;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Failure;
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
    if (format.isPicture() && image.pixels().rank() != 2) {
      throw InvalidInputException.of(
          Failure.Kind.SEVERAL_FRAMES,
          "what becomes a ." + format,
          "must be one picture of two axes",
          image.pixels(),
          "choose one of its frames, or write .tif, .nii or .npy");
    }
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

  /// The values themselves, as [Rendering] has those of a filter that changes nothing.
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

  /// The window asked for of a file that brings none.
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
