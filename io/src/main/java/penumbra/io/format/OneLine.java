package penumbra.io.format;

import java.util.Locale;

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

  /// The text in single quotes, shortened if it is too long for a line.
  public static String quote(String text, int longest) {
    String line = of(text);
    return line.length() <= longest ? "'" + line + "'" : "'" + line.substring(0, longest) + "...'";
  }
}
