package penumbra.core.filter.intensity;

import static penumbra.core.InvalidInputException.require;

import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.Describe;
import penumbra.core.GreyScale;
import penumbra.core.InvalidInputException;
import penumbra.core.OutputType;
import penumbra.core.PointwiseFilter;
import penumbra.core.Polarity;
import penumbra.core.Reference;
import penumbra.core.Summary;
import penumbra.core.engine.PointwiseStep;

/// Maps a given range of values linearly to another: the same map for every picture.
///
/// ```
/// NdArray forTorchxrayvision = MapRange.of(0, 255, -1024, 1024).apply(bytes);
/// ```
///
/// `toLower + (x - fromLower) * ((toUpper - toLower) / (fromUpper - fromLower))`, in double
/// precision, rounded once. From 0..255 to -1024..1024 it is torchxrayvision's `normalize(x, 255)`,
/// whose own steps in float32 may differ from it in the last place.
///
/// **Result:** the input's shape; by default FLOAT32 (FLOAT64 for FLOAT64 input). In an integer
/// type the result is rounded to nearest, ties to even, and clipped to the type's range.
///
/// **Notes.** Values outside the source range become values outside the target range unless they
/// are clipped. NaN stays NaN. To map each picture's own range, see [Normalize].
///
/// @param fromLower the value that becomes `toLower`
/// @param fromUpper the value that becomes `toUpper`
/// @param toLower the result of `fromLower`
/// @param toUpper the result of `fromUpper`; may be below `toLower`, which inverts the picture
/// @param clip whether values outside the source range are clipped to it
/// @param outputType the type of the result
@Summary("Map a given range of values linearly to another.")
@Reference(
    "R. C. Gonzalez and R. E. Woods, \"Digital Image Processing\", 4th edition, Pearson"
        + " (2018), section 3.2.")
public record MapRange(
    @Describe(value = "The value that becomes to-lower.", unit = "grey levels") double fromLower,
    @Describe(value = "The value that becomes to-upper; above from-lower.", unit = "grey levels")
        double fromUpper,
    @Describe(value = "The result of from-lower.", unit = "levels of the result") double toLower,
    @Describe(
            value = "The result of from-upper; below to-lower for a negative.",
            unit = "levels of the result")
        double toUpper,
    @Describe("Whether values outside the range are clipped to it.") boolean clip,
    OutputType outputType)
    implements PointwiseFilter {
  public MapRange {
    if (!(Double.isFinite(fromLower) && Double.isFinite(fromUpper) && fromLower < fromUpper)) {
      throw InvalidInputException.of(
          "fromUpper",
          "must be a finite number above fromLower, " + fromLower,
          fromUpper,
          "give the range from its lower to its upper end");
    }
    requireFinite("toLower", toLower);
    requireFinite("toUpper", toUpper);
  }

  private static void requireFinite(String name, double value) {
    require(
        Double.isFinite(value),
        name,
        "must be a finite number",
        value,
        "give what that end of the range becomes");
  }

  /// From one range to another, without clipping.
  public static MapRange of(double fromLower, double fromUpper, double toLower, double toUpper) {
    return new MapRange(fromLower, fromUpper, toLower, toUpper, false, OutputType.DEFAULT);
  }

  /// This filter with or without clipping.
  public MapRange withClip(boolean newClip) {
    return new MapRange(fromLower, fromUpper, toLower, toUpper, newClip, outputType);
  }

  /// This filter with another type of result.
  public MapRange withOutputType(OutputType newOutputType) {
    return new MapRange(fromLower, fromUpper, toLower, toUpper, clip, newOutputType);
  }

  @Override
  public Optional<GreyScale> scale(Optional<GreyScale> input, DType type) {
    if (toLower == toUpper) {
      return Optional.empty();
    }
    double factor = (toUpper - toLower) / (fromUpper - fromLower);
    return Optional.of(
        input
            .filter(_ -> !clip)
            .orElse(new GreyScale(fromLower, fromUpper))
            .mapped(factor, toLower - fromLower * factor));
  }

  @Override
  public Polarity polarity() {
    return toUpper < toLower ? Polarity.TURNS : Polarity.FOLLOWS;
  }

  @Override
  public DType resultType(DType input) {
    return outputType.resolve(input, input.real());
  }

  @Override
  public Step step(DType input) {
    DType type = resultType(input);
    double factor = (toUpper - toLower) / (fromUpper - fromLower);
    return new PointwiseStep(
        input,
        type,
        (line, n) -> {
          for (int i = 0; i < n; i++) {
            double x = clip ? Math.clamp(line[i], fromLower, fromUpper) : line[i];
            double mapped = toLower + (x - fromLower) * factor;
            line[i] =
                type.isInteger() ? Math.clamp(Math.rint(mapped), type.min(), type.max()) : mapped;
          }
        });
  }
}
