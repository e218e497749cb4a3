package penumbra.core.display;

import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.measure.Extremes;

/// A range of values, shown linearly from black to white. Values outside are black or white.
///
/// ```
/// Presentation plain = GreyPresentation.of(GreyRange.of(pixels));
/// ```
///
/// @param min the value shown black
/// @param max the value shown white; if it equals `min`, values up to it are black and all others
///   white
public record GreyRange(double min, double max) implements Voi {
  public GreyRange {
    if (!(Double.isFinite(min) && Double.isFinite(max) && min <= max)) {
      throw InvalidInputException.of(
          "a range of grey values",
          "must go from a finite number to one that is not below it",
          LevelText.text(min) + ".." + LevelText.text(max),
          "give its lower end first");
    }
  }

  /// From the smallest to the largest finite value of `array`; from 0 to 0 if it has none.
  public static GreyRange of(NdArray array, Execution execution) {
    Extremes extremes = Extremes.of(array, execution);
    boolean finite = Double.isFinite(extremes.min()) && Double.isFinite(extremes.max());
    return finite ? new GreyRange(extremes.min(), extremes.max()) : new GreyRange(0, 0);
  }

  /// The same, found on all cores.
  public static GreyRange of(NdArray array) {
    return of(array, Execution.allCores());
  }

  @Override
  public double black() {
    return min;
  }

  @Override
  public double white() {
    return max;
  }

  @Override
  public void lighten(double[] line, int n) {
    for (int i = 0; i < n; i++) {
      double x = line[i];
      double upToWhite = x >= max ? 1 : (x - min) / (max - min);
      line[i] = x <= min ? 0 : upToWhite;
    }
  }

  @Override
  public String describe() {
    return "the range from " + LevelText.text(min) + " to " + LevelText.text(max);
  }
}
