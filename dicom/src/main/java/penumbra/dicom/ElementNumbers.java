package penumbra.dicom;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.Value.Bytes;

/// The numbers in an element.
final class ElementNumbers {
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(LITTLE);
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(LITTLE);
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(LITTLE);

  /// Far more than any table or list has; pixel data is not read as numbers.
  private static final int MOST = 1 << 24;

  /// What PS3.5 section 6.2 allows; Java would also take `NaN` and `1f`.
  private static final Pattern DECIMAL = Pattern.compile("[-+0-9.eE]+");

  private ElementNumbers() {}

  static double[] values(@Nullable Element element) throws DicomException {
    if (element == null || !(element.value() instanceof Bytes(MemorySegment bytes))) {
      return new double[0];
    }
    Vr vr = representation(element, bytes);
    if (vr == Vr.DS || vr == Vr.IS) {
      return parse(element.tag(), bytes);
    }
    int unit = vr.unit();
    if (bytes.byteSize() / unit > MOST) {
      throw new DicomException(
          "must have at most " + MOST + " numbers in " + element.tag(),
          "has " + bytes.byteSize() / unit,
          "read its bytes instead");
    }
    double[] values = new double[(int) (bytes.byteSize() / unit)];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(element.tag(), vr, bytes, (long) i * unit);
    }
    return values;
  }

  /// The representation by which numbers are read: the element's own, or, where that holds no such
  /// numbers, the one that the standard gives the element.
  private static Vr representation(Element element, MemorySegment bytes) {
    Vr vr = element.vr();
    List<Vr> usual = Dictionary.entry(element.tag()).map(Dictionary.Entry::vrs).orElse(List.of());
    if (vr == Vr.DS || vr == Vr.IS || usual.contains(vr) || usual.size() != 1) {
      return vr;
    }
    Vr standard = usual.getFirst();
    boolean text = standard == Vr.DS || standard == Vr.IS;
    if (vr.isText() || vr == Vr.UN || vr == Vr.OB) {
      boolean number = text || (standard.unit() > 1 && !standard.isLong());
      boolean written = vr.isText() && isDecimal(ElementText.ascii(bytes));
      return written && number ? Vr.DS : number ? standard : vr;
    }
    // A number in fewer bytes than its representation has.
    return bytes.byteSize() < vr.unit() && !text ? standard : vr;
  }

  private static boolean isDecimal(String text) {
    return text.chars().allMatch(c -> c == 0 || "+-.eE0123456789\\ ".indexOf(c) >= 0)
        && text.chars().anyMatch(Character::isDigit);
  }

  private static double number(Tag tag, Vr vr, MemorySegment bytes, long at) throws DicomException {
    return switch (vr) {
      case US, OW -> bytes.get(SHORT, at) & 0xFFFF;
      case SS -> bytes.get(SHORT, at);
      case UL, OL -> bytes.get(INT, at) & 0xFFFFFFFFL;
      case SL -> bytes.get(INT, at);
      case SV -> bytes.get(LONG, at);
      case UV, OV -> unsigned(bytes.get(LONG, at));
      case FL, OF -> Float.intBitsToFloat(bytes.get(INT, at));
      case FD, OD -> Double.longBitsToDouble(bytes.get(LONG, at));
      case OB, UN -> bytes.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
      default ->
          throw new DicomException(
              "must have numbers in " + tag,
              "has a value of kind " + vr,
              "ask its maker to correct it");
    };
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : (value >>> 1) * 2.0 + (value & 1);
  }

  private static double[] parse(Tag tag, MemorySegment bytes) throws DicomException {
    String text = ElementText.ascii(bytes);
    if (text.replace('\0', ' ').isBlank()) {
      return new double[0];
    }
    String[] parts = text.split("\\\\", -1);
    double[] values = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = parse(tag, plain(parts[i]));
    }
    return values;
  }

  /// One number's text, up to a NUL, with which some programs end texts.
  private static String plain(String part) {
    String padded = part.strip();
    int nul = padded.indexOf('\0');
    boolean ended = nul > 0 && !padded.substring(0, nul).isBlank();
    return (ended ? padded.substring(0, nul) : padded.replace('\0', ' ')).strip();
  }

  private static double parse(Tag tag, String text) throws DicomException {
    try {
      double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException noNumber) {
      throw noNumber(tag, text, noNumber);
    }
    throw noNumber(tag, text, null);
  }

  private static DicomException noNumber(Tag tag, String text, @Nullable Throwable cause) {
    return new DicomException(
        "must have numbers in " + tag, "has '" + text + "'", "ask its maker to correct it", cause);
  }
}
