package penumbra.pipeline;

import java.util.Locale;

/// Numbers as people write them.
public final class Numbers {
  private Numbers() {}

  /// The shortest text that gives the same number back: `2`, not `2.0`.
  public static String text(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  /// A number for reading: whole ones as they are, others with four places, or with five digits
  /// where they are tiny.
  public static String rounded(double value) {
    if (!Double.isFinite(value) || value == Math.rint(value)) {
      return text(value);
    }
    return String.format(Locale.ROOT, Math.abs(value) < 0.01 ? "%.4g" : "%.4f", value);
  }

  /// A count with commas between the thousands.
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
