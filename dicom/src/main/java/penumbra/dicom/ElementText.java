package penumbra.dicom;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.Value.Bytes;

/// The text in an element.
final class ElementText {
  /// The length at which text is cut, far above any valid element.
  private static final long LONGEST = 1 << 26;

  private ElementText() {}

  /// The values without padding: spaces around them, or, if leading spaces are part of the text,
  /// only behind them.
  static List<String> values(@Nullable Element element, CharacterSet characters) {
    if (element == null
        || !(element.value() instanceof Bytes(MemorySegment bytes))
        || bytes.byteSize() == 0) {
      return List.of();
    }
    CharacterSet own = element.vr().hasCharacterSet() ? characters : CharacterSet.DEFAULT;
    List<String> values = new ArrayList<>();
    for (String value : own.decode(array(bytes), element.vr())) {
      String text = value.replace('\0', ' ');
      values.add(element.vr().isSingle() ? text.stripTrailing() : text.strip());
    }
    return values;
  }

  /// The bytes as they stand, one character each.
  static String ascii(MemorySegment bytes) {
    return new String(array(bytes), StandardCharsets.ISO_8859_1);
  }

  private static byte[] array(MemorySegment bytes) {
    return bytes.asSlice(0, Math.min(bytes.byteSize(), LONGEST)).toArray(ValueLayout.JAVA_BYTE);
  }
}
