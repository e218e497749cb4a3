package penumbra.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// Numbers as they are set in print: a true minus sign, thousands set apart from five digits on,
/// powers of ten raised.
public final class NumberText {
  private static final int DIGITS = 6;
  private static final double TOO_LARGE = 1e6;
  private static final double TOO_SMALL = 1e-3;
  private static final double NEEDS_GROUPS = 1e4;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private NumberText() {}

  /// A number by itself, to six digits.
  public static String of(double value) {
    if (value == 0) {
      return "0";
    }
    var rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    double lastDigit = StrictMath.pow(10, -rounded.stripTrailingZeros().scale());
    return of(rounded.doubleValue(), lastDigit, Math.abs(rounded.doubleValue()));
  }

  /// A whole number with all its digits.
  static String ofWhole(double value) {
    return fixed(value, 1, Math.abs(value) >= NEEDS_GROUPS);
  }

  /// A power of ten: 1, 10, 100, or with its exponent raised.
  public static String ofPower(int exponent, boolean raised) {
    return raised && (exponent < 0 || exponent > 1)
        ? "10" + raised(exponent)
        : of(StrictMath.pow(10, exponent));
  }

  /// A multiple of `step` on an axis whose values reach `largest`: as many decimals as the step
  /// has, the same for all.
  public static String of(double value, double step, double largest) {
    if (value == 0) {
      return "0";
    }
    if (largest >= TOO_LARGE || largest < TOO_SMALL) {
      int exponent = (int) Math.floor(StrictMath.log10(largest) + 1e-12);
      double power = StrictMath.pow(10, -exponent);
      return fixed(value * power, step * power, false) + "×10" + raised(exponent);
    }
    return fixed(value, step, largest >= NEEDS_GROUPS);
  }

  private static String fixed(double value, double step, boolean grouped) {
    int decimals = Math.max(0, (int) -Math.floor(StrictMath.log10(step) + 1e-9));
    var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setGroupingUsed(grouped);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value).replace('-', '−');
  }

  private static String raised(int exponent) {
    var text = new StringBuilder();
    for (char digit : Integer.toString(exponent).toCharArray()) {
      text.append(digit == '-' ? '⁻' : SUPERSCRIPTS.charAt(digit - '0'));
    }
    return text.toString();
  }
}
