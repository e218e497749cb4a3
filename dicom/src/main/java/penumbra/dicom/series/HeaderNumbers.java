package penumbra.dicom.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Numbers of headers as text that can be compared and read.
final class HeaderNumbers {
  /// Makers write single precision, whose last digits differ between computers.
  private static final MathContext SAME = new MathContext(6);

  private static final MathContext READABLE = new MathContext(4);
  private static final double LARGE = 1e12;
  private static final double SMALL = 1e-9;

  private HeaderNumbers() {}

  /// Numbers that are equal to six digits give equal text: `0.707107\0\-0.707107`.
  static String of(double... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(number -> of(number, SAME))
        .collect(Collectors.joining("\\"));
  }

  private static String of(double number, MathContext digits) {
    if (!Double.isFinite(number) || Math.abs(number) > LARGE) {
      return Double.toString(number);
    }
    return Math.abs(number) < SMALL
        ? "0"
        : new BigDecimal(number).round(digits).stripTrailingZeros().toPlainString();
  }

  /// `1000` for `1000.000`, `0.71, 0, -0.71` for directions; other text as it is.
  static String readable(String text) {
    if (text.contains("\\")) {
      return Arrays.stream(text.split("\\\\", -1))
          .map(part -> parse(part).isPresent() ? of(parse(part).getAsDouble(), READABLE) : part)
          .collect(Collectors.joining(", "));
    }
    OptionalDouble number = parse(text);
    return number.isPresent() && text.contains(".") ? of(number.getAsDouble()) : text;
  }

  /// The number that the text is; empty where it is none.
  static OptionalDouble parse(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException noNumber) {
      return OptionalDouble.empty();
    }
  }
}
