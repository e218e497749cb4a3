package penumbra.bench;

import java.util.Locale;

/// Digits as the page sets them: three digits, and errors to the same place.
final class Digits {
  private static final int DIGITS = 3;

  private Digits() {}

  /// `1.53 ± 0.04`, half the interval as the error.
  static String of(Timing timing) {
    int decimals = decimals(timing.median());
    return fixed(timing.median(), decimals)
        + " ± "
        + fixed((timing.high() - timing.low()) / 2, decimals);
  }

  /// `1.42 (1.38 to 1.47)`
  static String of(Timing.Ratio ratio) {
    int decimals = decimals(ratio.value());
    return fixed(ratio.value(), decimals)
        + " ("
        + fixed(ratio.low(), decimals)
        + " to "
        + fixed(ratio.high(), decimals)
        + ")";
  }

  /// To three digits: `0.0532`, `1.53`, `697`.
  static String of(double value) {
    return fixed(value, decimals(value));
  }

  private static int decimals(double value) {
    int magnitude = value > 0 ? (int) Math.floor(Math.log10(value)) : 0;
    return Math.clamp(DIGITS - 1 - magnitude, 0, 4);
  }

  private static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
