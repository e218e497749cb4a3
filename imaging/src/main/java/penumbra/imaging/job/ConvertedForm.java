package penumbra.imaging.job;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Failure;
import penumbra.core.Filter;
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
import penumbra.io.format.Derivation;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;

/// The form of images in another format.
///
/// Formats that keep all values get the values, unless a window, a depth or display values are
/// requested. Everything else is a picture: the values as their file says that they should be
/// displayed. If the file says nothing about this, `UINT8` values are unchanged, `UINT16` values
/// too in formats of 16 bits, and all others are scaled from their range to black to white.
///
/// @param format the file's format
/// @param values the requested grey values, if any
/// @param window the requested window; for a file without windows also `CENTER/WIDTH` or `full`
/// @param depth the requested bits of a picture, 8 or 16, if any
public record ConvertedForm(
    FileFormat format, Optional<GreyValues> values, Optional<String> window, OptionalInt depth)
    implements ResultForm {
  /// The values to read: display values are computed here, in the depth of the file.
  public GreyValues toRead() {
    GreyValues asked = values.orElse(GreyValues.MODALITY);
    return asked == GreyValues.DISPLAY ? GreyValues.MODALITY : asked;
  }

  @Override
  public RenderedPicture shown(
      NdArray result,
      Radiograph source,
      boolean greyLevels,
      Polarity polarity,
      Execution execution) {
    if (format.isPicture() && result.rank() != 2) {
      throw InvalidInputException.of(
          Failure.Kind.SEVERAL_FRAMES,
          "what becomes a ." + format,
          "must be one picture of two axes",
          result,
          "choose one of its frames, or write .tif, .nii or .npy");
    }
    return keepsValues()
        ? new Rendering(format, Display.standard(), Optional.empty())
            .shown(result, source, greyLevels, polarity, execution)
        : picture(result, source, execution);
  }

  @Override
  public Derivation derivation(
      List<Filter> filters, ReadOptions options, Radiograph source, RenderedPicture shown) {
    return keepsValues()
        ? Derivations.ofValues(options, source)
        : Derivations.ofPicture(options, shown);
  }

  private boolean keepsValues() {
    boolean asked =
        window.isPresent() || depth.isPresent() || values.equals(Optional.of(GreyValues.DISPLAY));
    return !format.isPicture() && !asked;
  }

  private RenderedPicture picture(NdArray pixels, Radiograph source, Execution execution) {
    boolean meant = values.orElse(GreyValues.DISPLAY) == GreyValues.DISPLAY;
    boolean deep = format.isDeep() && pixels.type().bytes() > 1;
    DType type = depth.orElse(deep ? 16 : 8) == 16 ? DType.UINT16 : DType.UINT8;
    if (meant && source.presentation().isPresent()) {
      return RenderedPicture.through(source.presentation().get(), pixels, type, execution);
    }
    if (window.isPresent()) {
      return RenderedPicture.through(
          window(pixels, window.get(), execution), pixels, type, execution);
    }
    boolean lowIsLight = source.presentation().filter(Presentation::inverted).isPresent();
    if (pixels.type() == type) {
      // A request for these values gets them unchanged, whichever end is light.
      RenderedPicture asItIs = RenderedPicture.asItIs(pixels);
      return lowIsLight ? asItIs.with(Optional.of(PolarityRemark.NEGATIVE)) : asItIs;
    }
    GreyPresentation presentation =
        GreyPresentation.of(
            pixels.type() == DType.UINT8 ? new GreyRange(0, 255) : GreyRange.of(pixels, execution));
    return RenderedPicture.through(presentation.inverted(lowIsLight), pixels, type, execution);
  }

  /// The requested window for a file that has none.
  private static Presentation window(NdArray pixels, String text, Execution execution) {
    if (text.strip().equalsIgnoreCase("full")) {
      return GreyPresentation.of(GreyRange.of(pixels, execution));
    }
    String[] numbers = text.split("/", -1);
    try {
      if (numbers.length == 2) {
        return GreyPresentation.of(
            Window.linear(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
      }
    } catch (NumberFormatException notNumbers) {
      // Reported below.
    }
    throw InvalidInputException.of(
        "the window",
        "must be CENTER/WIDTH or full for a file that has none",
        "'" + text + "'",
        "write it like 300/1500");
  }
}
