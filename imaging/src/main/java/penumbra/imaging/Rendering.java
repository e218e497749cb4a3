package penumbra.imaging;

import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.Polarity;
import penumbra.core.Presentation;
import penumbra.core.Radiograph;
import penumbra.core.display.GreyPresentation;
import penumbra.core.display.GreyRange;
import penumbra.figure.colour.Colormap;
import penumbra.figure.colour.ValueRange;

/// Converts a result for a file format: to its values, or to a picture of them.
///
/// ```
/// NdArray written = new Rendering(FileFormat.PNG, Display.standard(), Optional.empty())
///     .of(result, scan, filter.keepsGreyLevels(), filter.polarity(), Execution.ofThreads(2));
/// ```
///
/// Formats that keep values get the values. If an integer type is requested, they are rounded to
/// nearest, ties to even, and clamped to its range. [Display] makes the pictures, in 16 bits if
/// that type is requested; grey levels of a file with a window are shown through it.
///
/// **Polarity.** If low values of the source are light, as in DICOM's MONOCHROME1, the picture of a
/// result that follows its source is inverted, so that it looks like that of a source with high
/// values light. Other results are not inverted. [PolarityRemark] describes both cases.
///
/// @param format the file's
/// @param display the options for a picture
/// @param type the requested type; for pictures `UINT8` or `UINT16`
public record Rendering(FileFormat format, Display display, Optional<DType> type) {
  /// The array to write for `result`, which was made from `input`.
  ///
  /// @param greyLevels whether the result is on the input's own scale, see
  ///   [penumbra.core.Filter#keepsGreyLevels]
  /// @param polarity how the result changes when light and dark are exchanged in the input
  /// @param execution the number of threads for pictures, which are stored on the heap
  public NdArray of(
      NdArray result,
      Radiograph input,
      boolean greyLevels,
      Polarity polarity,
      Execution execution) {
    return shown(result, input, greyLevels, polarity, execution).picture();
  }

  /// The same, with its remark.
  public RenderedPicture shown(
      NdArray result,
      Radiograph input,
      boolean greyLevels,
      Polarity polarity,
      Execution execution) {
    boolean lowIsLight = input.presentation().filter(Presentation::inverted).isPresent();
    if (!format.isPicture()) {
      RenderedPicture values =
          RenderedPicture.asItIs(type.map(asked -> rounded(result, asked)).orElse(result));
      return lowIsLight ? values.with(remarkOnValues(result, polarity)) : values;
    }
    boolean levels = greyLevels && !display.isAsked();
    DType own = input.pixels().type();
    if (levels && input.presentation().isPresent()) {
      boolean wide = format.isDeep() && own.bytes() > 1;
      DType as = type.orElse(wide ? DType.UINT16 : DType.UINT8);
      RenderedPicture shown =
          RenderedPicture.through(input.presentation().get(), result, as, execution);
      // The sentence already says that low values are light.
      boolean zero = lowIsLight && polarity == Polarity.FOLLOWS_FROM_ZERO;
      return zero ? shown.with(PolarityRemark.of(polarity)) : shown;
    }
    boolean fractions = levels && !result.type().isInteger();
    NdArray values = fractions ? Display.toLevels(result, own) : result;
    if (!lowIsLight) {
      return picture(values, display.colours(), execution);
    }
    RenderedPicture shown =
        polarity.follows()
            ? turned(values, input, execution)
            : picture(values, display.colours(), execution);
    return shown.with(PolarityRemark.of(polarity));
  }

  /// The remark on a file that keeps the values. Arrays need none, because they are just numbers.
  /// DICOM files state their polarity, except volumes.
  private Optional<PolarityRemark> remarkOnValues(NdArray result, Polarity polarity) {
    boolean says = format.needsOrigin() && result.rank() == 2;
    Optional<PolarityRemark> remark = PolarityRemark.of(polarity);
    if (format == FileFormat.NPY || (says && polarity == Polarity.FOLLOWS)) {
      return Optional.empty();
    }
    return polarity.follows() && !says ? Optional.of(PolarityRemark.KEPT) : remark;
  }

  private RenderedPicture picture(NdArray values, Colormap colours, Execution execution) {
    boolean deep = format.isDeep() && !type.equals(Optional.of(DType.UINT8));
    if (type.equals(Optional.of(DType.UINT16)) && values.type() != DType.UINT16) {
      return wide(values, colours, execution);
    }
    return display.show(values, deep, colours, execution);
  }

  /// Inverts the picture, and keeps pixels outside the image black.
  private RenderedPicture turned(NdArray values, Radiograph input, Execution execution) {
    RenderedPicture reversed = picture(values, display.colours().reversed(), execution);
    boolean asItIs = reversed.picture() == values;
    NdArray picture = asItIs ? PictureInversion.of(values, execution) : reversed.picture();
    Optional<NdArray> background =
        input
            .presentation()
            .filter(GreyPresentation.class::isInstance)
            .map(GreyPresentation.class::cast)
            .flatMap(GreyPresentation::background);
    NdArray seen =
        background.map(mask -> PictureInversion.blackened(picture, mask)).orElse(picture);
    return new RenderedPicture(seen, reversed.scaled(), Optional.empty());
  }

  private RenderedPicture wide(NdArray values, Colormap colours, Execution execution) {
    ValueRange range = display.range(values);
    NdArray picture =
        GreyPresentation.of(new GreyRange(range.min(), range.max()))
            .inverted(colours.name().endsWith("_r"))
            .show(values, DType.UINT16, execution.withHeapStorage());
    return new RenderedPicture(
        picture, display.isAsked() ? Optional.empty() : Optional.of(range), Optional.empty());
  }

  /// Rounds to nearest and clamps to the range, if values have to change for the type.
  private static NdArray rounded(NdArray result, DType asked) {
    if (!asked.isInteger() || asked == result.type()) {
      return result.as(asked);
    }
    // The largest double below 2^63: the next one does not fit into a long.
    double most = asked == DType.INT64 ? Math.nextDown(0x1p63) : asked.max();
    double[] values = result.toDoubles();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.clamp(Math.rint(values[i]), asked.min(), most);
    }
    return NdArray.of(asked, values, result.shape());
  }
}
