package penumbra.imaging.recipe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.measure.Histogram;
import penumbra.core.measure.Measures;
import penumbra.core.measure.Statistics;

/// The histogram of each image.
///
/// If a recipe gives no range, it is the type's range for 8 and 16 bits, so that the histograms of
/// a set can be compared. Otherwise it is the range of the image's own values.
///
/// @param bins the number of bins, 1 to 65536
/// @param min the lower edge of the first bin
/// @param max the upper edge of the last bin
public record RecipeHistogram(int bins, OptionalDouble min, OptionalDouble max) {
  /// There are no more 16-bit values than this.
  static final int MOST_BINS = 1 << 16;

  public RecipeHistogram {
    InvalidInputException.require(
        bins >= 1 && bins <= MOST_BINS,
        "the bins of a histogram",
        "must be from 1 to " + MOST_BINS,
        bins,
        "256 suits 8 bits");
    if (min.isPresent() != max.isPresent()) {
      throw InvalidInputException.of(
          "the range of a histogram",
          "must have both ends or none",
          min.isPresent() ? "min alone" : "max alone",
          "give min and max");
    }
    if (!(min.orElse(0) < max.orElse(1)) || !Double.isFinite(max.orElse(1) - min.orElse(0))) {
      throw InvalidInputException.of(
          "the range of a histogram",
          "must run from a number to a larger one",
          min.orElse(0) + ".." + max.orElse(1),
          "give min below max");
    }
  }

  /// A histogram of that many bins over the default range of the values.
  public static RecipeHistogram of(int bins) {
    return new RecipeHistogram(bins, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /// The histogram of an image.
  ///
  /// @param measures the statistics of the same pixels
  public Histogram take(NdArray pixels, Measures measures, Statistics statistics) {
    if (min.isPresent() && max.isPresent()) {
      return measures.histogram(min.getAsDouble(), max.getAsDouble(), bins);
    }
    DType type = pixels.type();
    if (type.isInteger() && type.bytes() <= 2) {
      return measures.histogram(type.min(), type.max(), bins);
    }
    double low = statistics.min();
    double high = statistics.max();
    boolean some = Double.isFinite(high - low) && low < high;
    // A constant image, an image without values, or infinite values have no range of their own.
    return some
        ? measures.histogram(low, high, bins)
        : Histogram.of(pixels, finite(low), finite(low) + 1, bins, Execution.ofThreads(1));
  }

  private static double finite(double value) {
    return Double.isFinite(value) && value + 1 > value ? value : 0;
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("bins", bins);
    min.ifPresent(value -> json.put("min", value));
    max.ifPresent(value -> json.put("max", value));
    return json;
  }
}
