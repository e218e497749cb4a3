package penumbra.datasets.stats;

import java.util.ArrayList;
import java.util.List;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.measure.Measures;
import penumbra.core.measure.Statistics;
import penumbra.imaging.FileFacts;

/// The statistics of one picture.
///
/// ```
/// ImageStatistics figures =
///     ImageStatistics.of(picture.measured(), levels, Execution.ofThreads(1));
/// ```
///
/// @param values the statistics of the grey values in their own units
/// @param percentiles their percentiles at each of [FileFacts#PERCENT]
/// @param entropy their entropy in bits, see [penumbra.core.measure.Entropy]
/// @param sharpness the sharpness of the picture in 8 bits, see [Sharpness]
public record ImageStatistics(
    Statistics values, List<Double> percentiles, double entropy, double sharpness) {
  public ImageStatistics {
    percentiles = List.copyOf(percentiles);
  }

  /// Measures a picture.
  ///
  /// @param values the grey values that count
  /// @param levels the same picture in 8 bits
  public static ImageStatistics of(NdArray values, NdArray levels, Execution execution) {
    Measures measures = Measures.of(values, execution);
    double[] at = FileFacts.PERCENT.stream().mapToDouble(Integer::doubleValue).toArray();
    List<Double> percentiles = new ArrayList<>();
    for (double percentile : measures.percentiles(at)) {
      percentiles.add(percentile);
    }
    return new ImageStatistics(
        measures.statistics(), percentiles, measures.entropy(), Sharpness.of(levels, execution));
  }
}
