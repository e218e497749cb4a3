package penumbra.catalogue;

import java.util.Locale;

/// Numbers as people write them.
public final class Numbers {
  private Numbers() {}

  /// The shortest text that parses to the same number: `2`, not `2.0`.
  public static String text(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  /// A number for people: with up to four decimals, or with four digits if it is tiny.
  public static String rounded(double value) {
    if (!Double.isFinite(value) || value == Math.rint(value)) {
      return text(value);
    }
    if (Math.abs(value) < 0.01) {
      return String.format(Locale.ROOT, "%.4g", value);
    }
    return String.format(Locale.ROOT, "%.4f", value).replaceFirst("\\.?0+$", "");
  }

  /// A count with commas between the thousands.
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
