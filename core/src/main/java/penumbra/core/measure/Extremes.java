package penumbra.core.measure;

import penumbra.core.NdArray;

/// The smallest and the largest element; NaN does not count. Both are NaN if nothing else is there.
///
/// @param min the smallest element
/// @param max the largest element
public record Extremes(double min, double max) {
  /// The extremes of `array`.
  public static Extremes of(NdArray array) {
    double[] found = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    Lines.each(
        array,
        (line, n) -> {
          double min = found[0];
          double max = found[1];
          for (int i = 0; i < n; i++) {
            min = line[i] < min ? line[i] : min;
            max = line[i] > max ? line[i] : max;
          }
          found[0] = min;
          found[1] = max;
        });
    if (found[0] > found[1]) {
      return new Extremes(Double.NaN, Double.NaN);
    }
    return new Extremes(found[0], found[1]);
  }
}
