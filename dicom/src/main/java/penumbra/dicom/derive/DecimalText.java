package penumbra.dicom.derive;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as the value representation DS holds them: in at most 16 characters.
final class DecimalText {
  private static final int LONGEST = 16;
  private static final int DIGITS_OF_DOUBLE = 17;

  private DecimalText() {}

  /// The nearest number that 16 characters can write.
  static String of(double value) {
    return of(value, RoundingMode.HALF_EVEN);
  }

  /// A number near `value` that 16 characters can write, on the side that `rounding` says.
  static String of(double value, RoundingMode rounding) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = DIGITS_OF_DOUBLE; digits > 0; digits--) {
      BigDecimal rounded = exact.round(new MathContext(digits, rounding)).stripTrailingZeros();
      String text = shorter(rounded.toPlainString(), rounded.toString());
      if (text.length() <= LONGEST) {
        return text;
      }
    }
    throw new IllegalStateException("no decimal string for " + value);
  }

  private static String shorter(String plain, String scientific) {
    return plain.length() <= LONGEST ? plain : scientific;
  }
}
