package penumbra.figure;

import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.measure.Extremes;

/// The grey values between which a colormap is spread, as `vmin` and `vmax` of Matplotlib's
/// `imshow`.
///
/// ```
/// ValueRange.of(image)            // from its least to its greatest finite value
/// ValueRange.symmetric(difference) // the same distance to both sides of 0
/// new ValueRange(0, 255)
/// ```
///
/// @param min shown in the first colour
/// @param max shown in the last colour; equal to `min` for a constant image
public record ValueRange(double min, double max) {
  private static final int BLOCK = 8192;

  public ValueRange {
    InvalidInputException.require(
        Double.isFinite(min) && Double.isFinite(max),
        "a value range",
        "must have finite ends",
        min + " to " + max,
        "give two numbers");
    InvalidInputException.require(
        min <= max,
        "a value range",
        "must not end below its start",
        min + " to " + max,
        "swap the two, or reverse the colormap to show high values dark");
  }

  /// The finite values of `array`, from the least to the greatest; 0 to 0 where it has none.
  public static ValueRange of(NdArray array) {
    Extremes extremes = Extremes.of(array, Execution.ofThreads(1));
    if (Double.isFinite(extremes.min()) && Double.isFinite(extremes.max())) {
      return new ValueRange(extremes.min(), extremes.max());
    }
    // There are infinities, which are rare, or nothing but NaN.
    return ofFinite(array);
  }

  private static ValueRange ofFinite(NdArray array) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double[] block = new double[(int) Math.min(array.size(), BLOCK)];
    for (long at = 0; at < array.size(); at += block.length) {
      int n = (int) Math.min(block.length, array.size() - at);
      array.load(at, block, 0, n);
      for (int i = 0; i < n; i++) {
        double value = block[i];
        if (Double.isFinite(value)) {
          min = Math.min(min, value);
          max = Math.max(max, value);
        }
      }
    }
    return min <= max ? new ValueRange(min, max) : new ValueRange(0, 0);
  }

  /// From `-m` to `m`, where m is the greatest finite magnitude in `array`: for differences, whose
  /// zero then has the middle colour.
  public static ValueRange symmetric(NdArray array) {
    ValueRange range = of(array);
    double magnitude = Math.max(Math.abs(range.min), Math.abs(range.max));
    return new ValueRange(-magnitude, magnitude);
  }
}
