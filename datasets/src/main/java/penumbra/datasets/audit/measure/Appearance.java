package penumbra.datasets.audit.measure;

import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.measure.Measures;
import penumbra.core.measure.Statistics;

/// The overall appearance of a picture, in levels from 0 (black) to 255 (white).
///
/// @param brightness the mean level
/// @param contrast the levels' standard deviation
/// @param low the level that all but 0.5 % exceed or equal
/// @param high the level that all but 0.5 % stay below or equal
/// @param blur see [BlurEffect]; NaN for a constant picture
/// @param borders the black lines at its edges
public record Appearance(
    double brightness, double contrast, double low, double high, double blur, Borders borders) {
  private static final double BLACK = 8;
  private static final double WHITE = 247;
  private static final double FLAT = 2;

  static Appearance of(NdArray levels, Execution execution) {
    Measures measures = Measures.of(levels, execution);
    Statistics statistics = measures.statistics();
    double[] ends = measures.percentiles(0.5, 99.5);
    return new Appearance(
        statistics.mean(),
        statistics.standardDeviation(),
        ends[0],
        ends[1],
        BlurEffect.of(levels, execution),
        Borders.of(levels));
  }

  /// Whether even its high values are black.
  public boolean black() {
    return high <= BLACK;
  }

  /// Whether even its low values are white.
  public boolean white() {
    return low >= WHITE;
  }

  /// Whether it shows nothing: black, white, or one grey level.
  public boolean blank() {
    return black() || white() || high - low <= FLAT;
  }
}
