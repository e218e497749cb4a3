package penumbra.dicom.header;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import penumbra.dicom.DataSet;
import penumbra.dicom.Element;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Value.Fragments;
import penumbra.dicom.Value.Items;
import penumbra.dicom.Vr;

/// The value of an element on one line, for people.
final class ValueText {
  private static final int LONGEST_TEXT = 100;
  private static final int MOST_NUMBERS = 12;
  private static final int MOST_BYTES = 16;

  private ValueText() {}

  static String of(DataSet data, Element element) {
    return switch (element.value()) {
      case Items(List<DataSet> items) -> count(items.size(), "item");
      case Fragments(MemorySegment _, List<MemorySegment> fragments) ->
          count(fragments.size(), "fragment")
              + ", "
              + count(fragments.stream().mapToLong(MemorySegment::byteSize).sum(), "byte");
      case Bytes(MemorySegment bytes) when bytes.byteSize() == 0 -> "";
      case Bytes(MemorySegment bytes) -> of(data, element, bytes);
    };
  }

  private static String of(DataSet data, Element element, MemorySegment bytes) {
    if (element.vr().isText()) {
      return cut(String.join("\\", data.texts(element.tag())));
    }
    return HeaderNumbers.isNumber(element.vr())
        ? numbers(element.vr(), bytes)
        : bytes(element, bytes);
  }

  private static String numbers(Vr vr, MemorySegment bytes) {
    List<String> numbers = new ArrayList<>();
    long all = HeaderNumbers.count(vr, bytes);
    for (long i = 0; i < Math.min(all, MOST_NUMBERS); i++) {
      numbers.add(HeaderNumbers.text(vr, bytes, i));
    }
    String text = String.join("\\", numbers);
    return all <= MOST_NUMBERS ? text : text + " ... (" + count(all, "value") + ")";
  }

  /// What no dictionary knows is often text after all.
  private static String bytes(Element element, MemorySegment bytes) {
    byte[] head =
        bytes.asSlice(0, Math.min(bytes.byteSize(), LONGEST_TEXT)).toArray(ValueLayout.JAVA_BYTE);
    if (element.vr() == Vr.UN && isText(head)) {
      String text = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1);
      text = text.replace('\0', ' ').strip();
      boolean whole = bytes.byteSize() <= LONGEST_TEXT;
      return "'" + text + (whole ? "'" : "...' (" + count(bytes.byteSize(), "byte") + ")");
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(head.length, MOST_BYTES); i++) {
      text.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%02X", head[i] & 0xFF));
    }
    boolean whole = bytes.byteSize() <= MOST_BYTES;
    return whole ? text.toString() : text + " ... (" + count(bytes.byteSize(), "byte") + ")";
  }

  private static boolean isText(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      if (bytes[i] < ' ' || bytes[i] == 0x7F) {
        return false;
      }
    }
    return end >= 2;
  }

  private static String cut(String text) {
    String line = onOneLine(text);
    return line.length() <= LONGEST_TEXT
        ? line
        : line.substring(0, LONGEST_TEXT) + " ... (" + count(line.length(), "character") + ")";
  }

  /// Line ends as `\n`; other control characters, which a terminal would obey, as `?`.
  static String onOneLine(String text) {
    return text.replaceAll("\r\n|\r|\n", "\\\\n")
        .replaceAll("[\\p{Cntrl}\u0080-\u009F\u2028\u2029]", "?");
  }

  private static String count(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
