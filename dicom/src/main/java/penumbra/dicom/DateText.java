package penumbra.dicom;

import java.lang.foreign.MemorySegment;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import penumbra.dicom.Value.Bytes;

/// Dates and times as the standard writes them, from text that may be written otherwise.
///
/// ```
/// DateText.mended(Vr.DA, "1997.04.24"); // 19970424
/// DateText.mended(Vr.TM, "14:04:38");   // 140438
/// DateText.mended(Vr.DA, "20200132");   // empty: there is no such day
/// ```
///
/// It understands points, hyphens and slashes in dates, colons in times, and ISO 8601. Fractions of
/// a second are cut after six digits. What is no date or time gives none.
public final class DateText {
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})|(\\d{4})([.\\-/])(\\d{1,2})\\5(\\d{1,2})");
  private static final Pattern TIME =
      Pattern.compile("(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:\\.(\\d*))?)?)?");
  private static final Pattern TIME_WITH_COLONS =
      Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d*))?)?");
  private static final Pattern MOMENT =
      Pattern.compile("(\\d{4}[.\\-/]\\d{1,2}[.\\-/]\\d{1,2}|\\d{8})(?:[T ]?)([\\d:.,]*)");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})(\\d{2})?");
  private static final Pattern ZONE = Pattern.compile("Z$|([+-])(\\d{2}):?(\\d{2})$");

  private static final int LONGEST_FRACTION = 6;
  private static final int LONGEST = 64;
  private static final int MOST_WEST = -1200;
  private static final int MOST_EAST = 1400;

  private DateText() {}

  /// The value as the standard writes it; empty if it is none.
  ///
  /// @param vr `DA`, `TM` or `DT`
  public static Optional<String> mended(Vr vr, String value) {
    String text = value.strip();
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return switch (vr) {
      case DA -> date(text);
      case TM -> time(text);
      default -> moment(text);
    };
  }

  /// The element with each of its values as the standard writes it; values that are no dates are
  /// empty. The same element if nothing has to change.
  ///
  /// @param texts its values
  public static Element mended(Element element, List<String> texts) {
    String after =
        texts.stream()
            .map(text -> mended(element.vr(), text).orElse(""))
            .collect(Collectors.joining("\\"));
    String written = after.replace("\\", "").isEmpty() ? "" : after;
    Element valid = Element.ofText(element.tag(), element.vr(), written);
    boolean same =
        element.value() instanceof Bytes(MemorySegment now)
            && valid.value() instanceof Bytes(MemorySegment then)
            && now.byteSize() == then.byteSize()
            && now.mismatch(then) < 0;
    return same ? element : valid;
  }

  private static Optional<String> date(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return Optional.empty();
    }
    int first = date.group(1) != null ? 1 : 4;
    int year = Integer.parseInt(date.group(first));
    int month = Integer.parseInt(date.group(first == 1 ? 2 : 6));
    int day = Integer.parseInt(date.group(first == 1 ? 3 : 7));
    return isDay(year, month, day)
        ? Optional.of("%04d%02d%02d".formatted(year, month, day))
        : Optional.empty();
  }

  private static boolean isDay(int year, int month, int day) {
    boolean known = year > 0 && month > 0 && month <= 12 && day > 0;
    return known && day <= YearMonth.of(year, month).lengthOfMonth();
  }

  private static Optional<String> time(String text) {
    Matcher plain = TIME.matcher(text);
    Matcher time = plain.matches() ? plain : TIME_WITH_COLONS.matcher(text);
    if (!time.matches()) {
      return Optional.empty();
    }
    var written = new StringBuilder();
    int[] most = {23, 59, 60};
    for (int i = 0; i < most.length && time.group(i + 1) != null; i++) {
      int part = Integer.parseInt(time.group(i + 1));
      if (part > most[i]) {
        return Optional.empty();
      }
      written.append("%02d".formatted(part));
    }
    String fraction = time.group(4);
    if (fraction != null && !fraction.isEmpty()) {
      int end = Math.min(fraction.length(), LONGEST_FRACTION);
      written.append('.').append(fraction, 0, end);
    }
    return Optional.of(written.toString());
  }

  private static Optional<String> moment(String text) {
    Matcher zone = ZONE.matcher(text);
    boolean zoned = zone.find() && zone.start() >= "2020".length();
    Optional<String> offset = zoned ? offset(zone) : Optional.of("");
    String local = (zoned ? text.substring(0, zone.start()) : text).strip();
    return offset.flatMap(end -> local(local).map(start -> start + end));
  }

  private static Optional<String> offset(Matcher zone) {
    if (zone.group(1) == null) {
      return Optional.of("+0000");
    }
    int minutes = Integer.parseInt(zone.group(3));
    int offset = Integer.parseInt(zone.group(1) + zone.group(2) + zone.group(3));
    return minutes < 60 && offset >= MOST_WEST && offset <= MOST_EAST
        ? Optional.of(zone.group(1) + zone.group(2) + zone.group(3))
        : Optional.empty();
  }

  private static Optional<String> local(String text) {
    Matcher month = MONTH.matcher(text);
    if (month.matches()) {
      boolean right = month.group(2) == null || date(text + "01").isPresent();
      return right ? Optional.of(text) : Optional.empty();
    }
    Matcher moment = MOMENT.matcher(text);
    if (!moment.matches()) {
      return Optional.empty();
    }
    Optional<String> time = moment.group(2).isEmpty() ? Optional.of("") : time(moment.group(2));
    return date(moment.group(1)).flatMap(date -> time.map(end -> date + end));
  }
}
