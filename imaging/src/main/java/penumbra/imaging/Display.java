package penumbra.imaging;

import java.util.Optional;
import java.util.OptionalDouble;
import penumbra.catalogue.Numbers;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.figure.colour.Colormap;
import penumbra.figure.colour.ValueRange;

/// How the values of a result become the colours of a picture, as in Matplotlib's `imshow`.
///
/// ```
/// Display display = new Display(Optional.of("viridis"), OptionalDouble.of(0), OptionalDouble.empty());
/// ```
///
/// By default, `UINT8` values are shown unchanged, and so are `UINT16` values if the file can store
/// them. All others are scaled from their range to 0..255, because no picture holds negative or
/// fractional values. (If a filter keeps grey levels, a `Batch` rounds its results to the input's
/// type first.)
///
/// @param colormap a name that [Colormap#named] knows; empty for grey
/// @param vmin the value of the first colour; default: the smallest value
/// @param vmax the value of the last colour; default: the largest value
public record Display(Optional<String> colormap, OptionalDouble vmin, OptionalDouble vmax) {
  public Display {
    colormap.ifPresent(Colormap::named);
    vmin.ifPresent(value -> requireFinite("vmin", value));
    vmax.ifPresent(value -> requireFinite("vmax", value));
    if (vmin.isPresent() && vmax.isPresent()) {
      if (!(vmin.getAsDouble() < vmax.getAsDouble())) {
        throw InvalidInputException.of(
            "vmin",
            "must be below vmax, " + Numbers.text(vmax.getAsDouble()),
            Numbers.text(vmin.getAsDouble()),
            "swap the two, or use the reversed colormap, with _r");
      }
    }
  }

  /// No options.
  public static Display standard() {
    return new Display(Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /// Whether there is any option, which only a picture can follow.
  public boolean isAsked() {
    return colormap.isPresent() || vmin.isPresent() || vmax.isPresent();
  }

  /// The colours.
  Colormap colours() {
    return Colormap.named(colormap.orElse("gray"));
  }

  /// The values from the first to the last colour, for `array`.
  ValueRange range(NdArray array) {
    if (vmin.isPresent() && vmax.isPresent()) {
      return new ValueRange(vmin.getAsDouble(), vmax.getAsDouble());
    }
    ValueRange all = ValueRange.of(array);
    double min = vmin.orElse(Math.min(all.min(), vmax.orElse(all.min())));
    return new ValueRange(min, vmax.orElse(Math.max(all.max(), min)));
  }

  /// The picture of `array`, which has two axes.
  ///
  /// @param deep whether 16 bits can be kept
  RenderedPicture show(NdArray array, boolean deep, Execution execution) {
    return show(array, deep, colours(), execution);
  }

  /// The same in other colours than the requested ones.
  RenderedPicture show(NdArray array, boolean deep, Colormap colours, Execution execution) {
    InvalidInputException.require(
        array.rank() == 2 && array.size() > 0,
        "a result shown as a picture",
        "must have shape (height, width)",
        array,
        "write it as .npy");
    boolean fits = array.type() == DType.UINT8 || (deep && array.type() == DType.UINT16);
    if (fits && !isAsked()) {
      return RenderedPicture.asItIs(array);
    }
    ValueRange range = range(array);
    boolean grey = colours.name().startsWith("gray");
    return new RenderedPicture(
        grey ? colours.greys(array, range) : colours.apply(array, range, execution),
        isAsked() ? Optional.empty() : Optional.of(range),
        Optional.empty());
  }

  /// Grey levels rounded to the type of the picture they came from, if that is `UINT8` or `UINT16`.
  static NdArray toLevels(NdArray result, DType type) {
    if (type != DType.UINT8 && type != DType.UINT16) {
      return result;
    }
    double[] levels = result.toDoubles();
    for (int i = 0; i < levels.length; i++) {
      levels[i] = Math.clamp(Math.rint(levels[i]), type.min(), type.max());
    }
    return NdArray.of(type, levels, result.shape());
  }

  private static void requireFinite(String name, double value) {
    InvalidInputException.require(
        Double.isFinite(value), name, "must be a finite number", value, "give a grey level");
  }
}
