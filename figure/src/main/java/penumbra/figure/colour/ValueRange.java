package penumbra.figure.colour;

import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.measure.Extremes;
import penumbra.core.measure.Percentiles;

/// The grey values of the first and the last colour of a colormap, like `vmin` and `vmax` of
/// Matplotlib's `imshow`.
///
/// ```
/// ValueRange whole = ValueRange.of(image);                // from its least to its greatest finite value
/// ValueRange even = ValueRange.symmetric(difference);     // the same distance to both sides of 0
/// ValueRange bytes = new ValueRange(0, 255);
/// ```
///
/// @param min the value of the first colour
/// @param max the value of the last colour; equal to `min` for a constant image
public record ValueRange(double min, double max) {
  /// One panel of many, of which each is drawn by a thread.
  private static final Execution ALONE = Execution.ofThreads(1);

  public ValueRange {
    if (!(Double.isFinite(min) && Double.isFinite(max))) {
      throw InvalidInputException.of(
          "a value range", "must have finite ends", min + " to " + max, "give two numbers");
    }
    if (!(min <= max)) {
      throw InvalidInputException.of(
          "a value range",
          "must not end below its start",
          min + " to " + max,
          "swap the two, or reverse the colormap to show high values dark");
    }
  }

  /// From the smallest to the largest finite value of `array`; 0 to 0 if it has none.
  public static ValueRange of(NdArray array) {
    Extremes extremes = Extremes.of(array, ALONE);
    return Double.isNaN(extremes.min())
        ? new ValueRange(0, 0)
        : new ValueRange(extremes.min(), extremes.max());
  }

  /// From one percentile of the finite values to another, so that a few extreme values do not
  /// matter: `between(image, 1, 99)`. If the two percentiles are equal, as in a picture of few
  /// edges, the range is from the smallest to the largest value.
  public static ValueRange between(NdArray array, double low, double high) {
    if (!(low >= 0 && low < high && high <= 100)) {
      throw InvalidInputException.of(
          "the percentiles of a value range",
          "must run from a number of at least 0 to a larger one of at most 100",
          low + " to " + high,
          "give for example 1 and 99");
    }
    double[] ends = Percentiles.of(array, ALONE, low, high);
    return ends[0] < ends[1] ? new ValueRange(ends[0], ends[1]) : of(array);
  }

  /// A range that is symmetric about 0 and contains `percent` of the magnitudes, for differences
  /// with a few extreme pixels. If most of the values are 0, so that this range would be empty, it
  /// extends to the largest magnitude.
  public static ValueRange symmetric(NdArray array, double percent) {
    double[] magnitudes = array.toDoubles();
    for (int i = 0; i < magnitudes.length; i++) {
      magnitudes[i] = Math.abs(magnitudes[i]);
    }
    NdArray all = NdArray.ofFloat64(magnitudes, magnitudes.length);
    double reach = Percentiles.of(all, ALONE, percent)[0];
    return reach > 0 ? new ValueRange(-reach, reach) : symmetric(array);
  }

  /// Whether `array` has a finite value below the range.
  public boolean cutsBelow(NdArray array) {
    return of(array).min < min;
  }

  /// Whether `array` has a finite value above the range.
  public boolean cutsAbove(NdArray array) {
    return of(array).max > max;
  }

  /// From `-m` to `m`, where m is the largest finite magnitude in `array`. For differences: zero
  /// has the middle colour.
  public static ValueRange symmetric(NdArray array) {
    ValueRange range = of(array);
    double magnitude = Math.max(Math.abs(range.min), Math.abs(range.max));
    return new ValueRange(-magnitude, magnitude);
  }
}
