package penumbra.bench;

import java.util.Arrays;

/// How long one call takes, in milliseconds: the median of all calls, and what the medians of
/// single iterations leave it open to be.
///
/// @param median of all calls
/// @param low lower end of the interval
/// @param high upper end of the interval
/// @param calls how many calls were timed
record Timing(double median, double low, double high, long calls) {
  private static final int ENOUGH = 8;

  /// The interval of a median is that between two of the iterations' medians in order: the second
  /// and the last but one hold the true median with 97.9 % from ten iterations. From fewer than
  /// eight it is their whole range.
  static Timing of(double median, double[] iterations, long calls) {
    double[] sorted = iterations.clone();
    Arrays.sort(sorted);
    int out = sorted.length >= ENOUGH ? 1 : 0;
    return new Timing(
        median,
        Math.min(median, sorted[out]),
        Math.max(median, sorted[sorted.length - 1 - out]),
        calls);
  }

  /// How many times as fast this is as `other`.
  Ratio speedOver(Timing other) {
    return new Ratio(other.median / median, other.low / high, other.high / low);
  }

  /// A ratio and the interval that follows from those of its two timings.
  record Ratio(double value, double low, double high) {}
}
