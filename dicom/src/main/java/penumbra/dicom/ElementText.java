package penumbra.dicom;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The text in an element.
final class ElementText {
  private ElementText() {}

  static List<String> values(DataSet data, Tag tag) {
    List<String> values = new ArrayList<>();
    data.bytes(tag)
        .filter(bytes -> bytes.byteSize() > 0)
        .ifPresent(bytes -> {
          for (String value : decode(bytes).split("\\\\", -1)) {
            values.add(value.replace('\0', ' ').strip());
          }
        });
    return values;
  }

  private static String decode(MemorySegment bytes) {
    return new String(bytes.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.ISO_8859_1);
  }
}
