package penumbra.report.article;

import java.util.List;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.filter.intensity.Threshold;
import penumbra.core.measure.Histogram;
import penumbra.core.measure.Measures;
import penumbra.core.measure.Statistics;

/// All numbers of the article about one image.
///
/// @param name the file, relative to the data set's folder
/// @param decodingSteps the steps from its bytes to the grey values
/// @param pixels the decoded image
/// @param statistics the statistics of the decoded image
/// @param histogram over 0..255 in 256 bins, for 16-bit images over 0..65535
/// @param filters one entry for each of the four filters
/// @param threshold the grey level that the mask exceeds
/// @param kept the number of pixels inside the mask
record ImageFigures(
    String name,
    List<String> decodingSteps,
    Result pixels,
    Statistics statistics,
    Histogram histogram,
    List<FilterFigures> filters,
    double threshold,
    long kept) {
  private static final int BINS = 256;
  private static final double BYTE_THRESHOLD = 150;

  /// @param name the name of the filter, as in [FilterComparison]
  /// @param published the result as published
  /// @param corrected the result as intended
  /// @param overflowed the number of pixels that overflowed
  /// @param overflowPercent their percentage
  /// @param parameters the parameters chosen for this image, in words
  record FilterFigures(
      String name,
      Result published,
      Result corrected,
      long overflowed,
      double overflowPercent,
      String parameters) {
    static FilterFigures of(FilterComparison study, Execution execution) {
      return new FilterFigures(
          study.name(),
          Result.of(study.published(), execution),
          Result.of(study.corrected(), execution),
          study.overflowed(),
          study.overflowPercent(),
          study.parameters());
    }
  }

  static ImageFigures of(
      String name,
      List<String> decodingSteps,
      NdArray pixels,
      List<FilterFigures> filters,
      Execution execution) {
    double threshold = threshold(pixels);
    NdArray kept = Threshold.binary(threshold).apply(pixels, execution);
    Histogram mask = Histogram.of(kept, 0, 255, 2, execution);
    Measures measures = Measures.of(pixels, execution);
    return new ImageFigures(
        name,
        decodingSteps,
        Result.of(pixels, execution),
        measures.statistics(),
        measures.histogram(0, white(pixels), BINS),
        filters,
        threshold,
        mask.counts()[1]);
  }

  /// The article's 150, or the same fraction of a 16-bit range.
  static double threshold(NdArray pixels) {
    return Math.rint(BYTE_THRESHOLD * white(pixels) / 255);
  }

  /// The type's largest value, as the right end of a grey scale.
  static double white(NdArray pixels) {
    return pixels.type().max();
  }

  /// The facts about one filter.
  FilterFigures filter(String name) {
    for (FilterFigures filter : filters) {
      if (filter.name().equals(name)) {
        return filter;
      }
    }
    throw new IllegalArgumentException(name);
  }

  double keptPercent() {
    return 100.0 * kept / statistics.count();
  }
}
