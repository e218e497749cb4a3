package penumbra.pipeline;

import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.core.display.GreyPresentation;
import penumbra.core.display.GreyRange;
import penumbra.figure.ValueRange;

/// What of a result is written to a file of some format: its values, or a picture of them.
///
/// ```
/// NdArray written = new Rendering(FileFormat.PNG, Display.standard(), Optional.empty())
///     .of(result, scan, filter.keepsGreyLevels());
/// ```
///
/// Formats that keep values get them; where a type is asked for, those of whole numbers are rounded
/// to nearest, ties to even, and held within its range. Pictures are made as [Display] tells, in 16
/// bits where that type is asked for; grey levels of a file that says how it wants to be seen are
/// seen so.
///
/// @param format the file's
/// @param display what is asked for of a picture
/// @param type the type asked for; for pictures `UINT8` or `UINT16`
public record Rendering(FileFormat format, Display display, Optional<DType> type) {
  /// What is written of `result`, which was made of `input`.
  ///
  /// @param greyLevels whether the result is on the input's own scale, as
  ///   [penumbra.core.Filter#keepsGreyLevels] has it
  public NdArray of(NdArray result, Radiograph input, boolean greyLevels) {
    return shown(result, input, greyLevels).picture();
  }

  Shown shown(NdArray result, Radiograph input, boolean greyLevels) {
    if (!format.isPicture()) {
      return Shown.asItIs(type.map(asked -> rounded(result, asked)).orElse(result));
    }
    boolean levels = greyLevels && !display.isAsked();
    DType own = input.pixels().type();
    if (levels && input.presentation().isPresent()) {
      boolean wide = format.isDeep() && own.bytes() > 1;
      DType as = type.orElse(wide ? DType.UINT16 : DType.UINT8);
      return Shown.through(input.presentation().get(), result, as);
    }
    boolean fractions = levels && !result.type().isInteger();
    NdArray values = fractions ? Display.toLevels(result, own) : result;
    boolean deep = format.isDeep() && !type.equals(Optional.of(DType.UINT8));
    if (type.equals(Optional.of(DType.UINT16)) && values.type() != DType.UINT16) {
      return wide(values);
    }
    return display.show(values, deep);
  }

  private Shown wide(NdArray values) {
    ValueRange range = display.range(values);
    NdArray picture =
        GreyPresentation.of(new GreyRange(range.min(), range.max())).show(values, DType.UINT16);
    boolean reversed = display.colours().name().endsWith("_r");
    return new Shown(
        reversed ? reversed(picture) : picture,
        display.isAsked() ? Optional.empty() : Optional.of(range),
        Optional.empty());
  }

  private static NdArray reversed(NdArray picture) {
    double[] levels = picture.toDoubles();
    for (int i = 0; i < levels.length; i++) {
      levels[i] = DType.UINT16.max() - levels[i];
    }
    return NdArray.of(DType.UINT16, levels, picture.shape());
  }

  /// To nearest and within the range, where values have to change for the type.
  private static NdArray rounded(NdArray result, DType asked) {
    if (!asked.isInteger() || asked == result.type()) {
      return result.as(asked);
    }
    // The largest double below 2^63: the next one is no long any more.
    double most = asked == DType.INT64 ? Math.nextDown(0x1p63) : asked.max();
    double[] values = result.toDoubles();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.clamp(Math.rint(values[i]), asked.min(), most);
    }
    return NdArray.of(asked, values, result.shape());
  }
}
