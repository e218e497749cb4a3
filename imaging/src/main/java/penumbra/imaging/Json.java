package penumbra.imaging;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import penumbra.catalogue.Numbers;

/// Writes JSON.
///
/// ```
/// String text = Json.write(Map.of("min", 0, "max", 255.5, "steps", List.of("decoded")));
/// ```
///
/// Accepts maps with text keys (in their order), lists, arrays of `double` and `long`, text,
/// numbers, booleans, and null. Numbers are the shortest text that parses to the same value; NaN
/// and the infinities, which JSON does not have, become null. Objects and lists of objects are
/// written on several lines, lists of simple values on one.
public final class Json {
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();

  private Json() {}

  /// The value as text, with a line break at the end.
  public static String write(@Nullable Object value) {
    Json json = new Json();
    json.value(value, "\n");
    return json.text.append('\n').toString();
  }

  private void value(@Nullable Object value, String line) {
    switch (value) {
      case null -> text.append("null");
      case String string -> string(string);
      case Boolean bool -> text.append(bool);
      case Double number -> number(number);
      case Float number -> number(number);
      case Number number -> text.append(number);
      case double[] numbers -> list(java.util.Arrays.stream(numbers).boxed().toList(), line);
      case long[] numbers -> list(java.util.Arrays.stream(numbers).boxed().toList(), line);
      case List<?> list -> list(list, line);
      case Map<?, ?> map -> object(map, line);
      default -> throw new IllegalArgumentException("JSON has no form for a " + value.getClass());
    }
  }

  private void number(double value) {
    text.append(Double.isFinite(value) ? Numbers.text(value) : "null");
  }

  private void object(Map<?, ?> map, String line) {
    if (map.isEmpty()) {
      text.append("{}");
      return;
    }
    String inner = line + INDENT;
    text.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        entries.hasNext(); ) {
      Map.Entry<?, ?> entry = entries.next();
      text.append(inner);
      string((String) entry.getKey());
      text.append(": ");
      value(entry.getValue(), inner);
      text.append(entries.hasNext() ? "," : line);
    }
    text.append('}');
  }

  private void list(List<?> list, String line) {
    boolean broken = list.stream().anyMatch(item -> item instanceof Map || item instanceof List);
    String inner = broken ? line + INDENT : "";
    text.append('[');
    for (int i = 0; i < list.size(); i++) {
      text.append(i == 0 ? "" : broken ? "," : ", ").append(inner);
      value(list.get(i), inner);
    }
    text.append(broken ? line : "").append(']');
  }

  private void string(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          // Inside a script, U+2028 and U+2029 would end the line, and '<' could end the script.
          boolean plain =
              c >= ' ' && c != '<' && c != '\u2028' && c != '\u2029' && !isLone(string, i);
          text.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
      }
    }
    text.append('"');
  }

  /// Whether the surrogate there lacks its partner, so that it could not be encoded.
  private static boolean isLone(String string, int i) {
    char c = string.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == string.length() || !Character.isLowSurrogate(string.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(string.charAt(i - 1)));
  }
}
