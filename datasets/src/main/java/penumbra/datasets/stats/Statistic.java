package penumbra.datasets.stats;

import java.util.Locale;

/// The statistics that compare groups of images.
public enum Statistic {
  /// The smallest grey value.
  MIN,
  /// The largest grey value.
  MAX,
  /// The mean grey value.
  MEAN,
  /// The median grey value.
  MEDIAN,
  /// The standard deviation of the grey values, divided by their number.
  STANDARD_DEVIATION,
  /// Shannon's entropy in bits.
  ENTROPY,
  /// The variance of the Laplacian.
  SHARPNESS;

  /// The value for one image.
  public double of(ImageStatistics figures) {
    return switch (this) {
      case MIN -> figures.values().min();
      case MAX -> figures.values().max();
      case MEAN -> figures.values().mean();
      case MEDIAN -> figures.values().median();
      case STANDARD_DEVIATION -> figures.values().standardDeviation();
      case ENTROPY -> figures.entropy();
      case SHARPNESS -> figures.sharpness();
    };
  }

  /// Its name in tables: `standard_deviation`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
