package penumbra.dicom.deidentify;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import penumbra.dicom.Vr;

/// Moves dates by a number of days.
final class DateShift {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final int DATE_LENGTH = 8;

  private DateShift() {}

  /// The shifted values: `DA` completely, `DT` in the first eight characters, `TM` unchanged. Empty
  /// if one of them has no complete date, since it cannot be shifted.
  static Optional<String> shifted(Vr vr, List<String> values, int days) {
    if (vr == Vr.TM) {
      return Optional.of(String.join("\\", values));
    }
    try {
      return Optional.of(
          values.stream()
              .map(value -> value.isEmpty() ? value : moved(vr, value, days))
              .collect(Collectors.joining("\\")));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static String moved(Vr vr, String value, int days) {
    // Dates of before 1993 may be written 1992.05.17.
    String text = vr == Vr.DA ? value.replace(".", "") : value;
    if (text.length() < DATE_LENGTH || (vr == Vr.DA && text.length() > DATE_LENGTH)) {
      throw new DateTimeException("no whole date");
    }
    LocalDate date = LocalDate.parse(text.substring(0, DATE_LENGTH), DATE).plusDays(days);
    return DATE.format(date) + text.substring(DATE_LENGTH);
  }
}
