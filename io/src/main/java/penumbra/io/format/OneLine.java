package penumbra.io.format;

import java.util.Locale;
import penumbra.core.Failure;

/// Makes text from a file, or a file name, safe for a one-line message.
public final class OneLine {
  private OneLine() {}

  /// The text with control characters and line separators as `\\u000a`, so that it neither breaks
  /// the line nor controls a terminal.
  public static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    return line.toString();
  }

  /// The failure with each of its texts made so.
  static Failure of(Failure failure) {
    return new Failure(
        failure.kind(),
        of(failure.subject()),
        of(failure.rule()),
        of(failure.found()),
        of(failure.remedy()),
        failure.offset());
  }

  /// The text between `'` and `'`, its end left out where it is longer than a line can bear.
  public static String quote(String text, int longest) {
    String line = of(text);
    return line.length() <= longest ? "'" + line + "'" : "'" + line.substring(0, longest) + "...'";
  }
}
