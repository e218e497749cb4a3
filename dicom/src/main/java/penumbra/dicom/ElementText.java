package penumbra.dicom;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.Value.Bytes;

/// The text in an element.
final class ElementText {
  private ElementText() {}

  /// The values without padding: blanks around them, or, where leading ones are part of the text,
  /// behind them.
  static List<String> values(@Nullable Element element, CharacterSet characters) {
    if (element == null
        || !(element.value() instanceof Bytes(MemorySegment bytes))
        || bytes.byteSize() == 0) {
      return List.of();
    }
    CharacterSet own = element.vr().hasCharacterSet() ? characters : CharacterSet.DEFAULT;
    List<String> values = new ArrayList<>();
    for (String value : own.decode(bytes.toArray(ValueLayout.JAVA_BYTE), element.vr())) {
      String text = value.replace('\0', ' ');
      values.add(element.vr().isSingle() ? text.stripTrailing() : text.strip());
    }
    return values;
  }
}
