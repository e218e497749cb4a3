package penumbra.dicom.header;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.DataSet;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Value.Fragments;
import penumbra.dicom.Value.Items;
import penumbra.dicom.Vr;

/// A data set in the DICOM JSON model, PS3.18 annex F.
///
/// ```
/// HeaderJson header = HeaderJson.of(object.data());
/// header.model();   // {"00080060": {"vr": "CS", "Value": ["DX"]}, ...}
/// header.leftOut(); // [7FE00010: 8388608 bytes]
/// ```
///
/// Values of more than [#LONGEST_BINARY] bytes, text and numbers longer than [#LONGEST_TEXT], and
/// compressed pixels appear without their value; [#leftOut] lists them.
///
/// @param model the elements by their tags
/// @param leftOut where a value was left out, and how long it is
public record HeaderJson(Map<String, Object> model, List<String> leftOut) {
  /// The longest bytes that are written, as Base64.
  public static final int LONGEST_BINARY = 1 << 10;

  /// The longest text and the longest list of numbers that are written.
  public static final int LONGEST_TEXT = 1 << 16;

  /// The form of `data`.
  public static HeaderJson of(DataSet data) {
    List<String> leftOut = new ArrayList<>();
    return new HeaderJson(model(data, "", leftOut), leftOut);
  }

  private static Map<String, Object> model(DataSet data, String path, List<String> leftOut) {
    Map<String, Object> model = new LinkedHashMap<>();
    for (Element element : data.elements()) {
      String key = key(element.tag());
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("vr", element.vr().name());
      long bytes = value(data, element, path + key, json, leftOut);
      if (bytes > 0) {
        leftOut.add(path + key + ": " + bytes + " bytes");
      }
      model.put(key, json);
    }
    return model;
  }

  private static String key(Tag tag) {
    return String.format(Locale.ROOT, "%08X", tag.value());
  }

  /// Adds the value; the number of its bytes where it is too long, else 0.
  private static long value(
      DataSet data, Element element, String path, Map<String, Object> json, List<String> leftOut) {
    return switch (element.value()) {
      case Items _ -> {
        List<Object> items = new ArrayList<>();
        for (DataSet item : data.items(element.tag())) {
          items.add(model(item, path + "[" + items.size() + "].", leftOut));
        }
        put(json, items);
        yield 0;
      }
      case Fragments(MemorySegment _, List<MemorySegment> fragments) ->
          fragments.stream().mapToLong(MemorySegment::byteSize).sum();
      case Bytes(MemorySegment bytes) -> value(data, element, bytes, json);
    };
  }

  private static long value(
      DataSet data, Element element, MemorySegment bytes, Map<String, Object> json) {
    Vr vr = element.vr();
    boolean inline = !vr.isText() && !HeaderNumbers.isNumber(vr);
    if (bytes.byteSize() > (inline ? LONGEST_BINARY : LONGEST_TEXT)) {
      return bytes.byteSize();
    }
    if (inline) {
      if (bytes.byteSize() > 0) {
        byte[] all = bytes.toArray(ValueLayout.JAVA_BYTE);
        json.put("InlineBinary", Base64.getEncoder().encodeToString(all));
      }
    } else if (vr.isText()) {
      put(json, texts(data, element));
    } else {
      List<Object> numbers = new ArrayList<>();
      for (long i = 0; i < HeaderNumbers.count(vr, bytes); i++) {
        numbers.add(HeaderNumbers.json(vr, bytes, i));
      }
      put(json, numbers);
    }
    return 0;
  }

  /// An element without a value has only its representation.
  private static void put(Map<String, Object> json, List<?> values) {
    if (!values.isEmpty()) {
      json.put("Value", values);
    }
  }

  private static List<@Nullable Object> texts(DataSet data, Element element) {
    List<@Nullable Object> values = new ArrayList<>();
    for (String text : data.texts(element.tag())) {
      values.add(text.isEmpty() ? null : text(element.vr(), text));
    }
    return values.stream().allMatch(value -> value == null) ? List.of() : values;
  }

  private static Object text(Vr vr, String text) {
    return switch (vr) {
      case PN -> name(text);
      case DS, IS -> number(text);
      default -> text;
    };
  }

  /// The groups of a name by their kinds.
  private static Map<String, Object> name(String text) {
    List<String> kinds = List.of("Alphabetic", "Ideographic", "Phonetic");
    String[] groups = text.split("=", -1);
    Map<String, Object> name = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(groups.length, kinds.size()); i++) {
      if (!groups[i].isEmpty()) {
        name.put(kinds.get(i), groups[i].strip());
      }
    }
    return name;
  }

  /// A number if it is one, else the text.
  private static Object number(String text) {
    try {
      double number = text.matches("[-+0-9.eE]+") ? Double.parseDouble(text) : Double.NaN;
      return Double.isFinite(number) ? (Object) number : text;
    } catch (NumberFormatException _) {
      return text;
    }
  }
}
