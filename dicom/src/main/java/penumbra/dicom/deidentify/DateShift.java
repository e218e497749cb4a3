package penumbra.dicom.deidentify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import penumbra.dicom.DateText;
import penumbra.dicom.Vr;

/// Moves dates by a number of days.
final class DateShift {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final int DATE_LENGTH = 8;
  private static final int LAST_YEAR = 9999;

  private DateShift() {}

  /// The shifted values as the standard writes them: `DA` completely, `DT` in the first eight
  /// characters, `TM` unchanged. Empty if one of them has no complete date, since it cannot be
  /// shifted, or if there are none.
  static Optional<String> shifted(Vr vr, List<String> values, int days) {
    try {
      String text =
          values.stream()
              .map(value -> value.isEmpty() ? value : moved(vr, value, days))
              .collect(Collectors.joining("\\"));
      return Optional.of(text).filter(_ -> !values.stream().allMatch(String::isEmpty));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static String moved(Vr vr, String value, int days) {
    String text =
        DateText.mended(vr, value).orElseThrow(() -> new DateTimeException("no date or time"));
    if (vr == Vr.TM) {
      return text;
    }
    if (text.length() < DATE_LENGTH) {
      throw new DateTimeException("no whole date");
    }
    LocalDate date = LocalDate.parse(text.substring(0, DATE_LENGTH), DATE).plusDays(days);
    if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
      throw new DateTimeException("no year of four digits");
    }
    return DATE.format(date) + text.substring(DATE_LENGTH);
  }
}
