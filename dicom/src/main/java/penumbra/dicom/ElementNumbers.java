package penumbra.dicom;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
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
    if (element.vr() == Vr.DS || element.vr() == Vr.IS) {
      return parse(element.tag(), bytes);
    }
    int unit = element.vr().unit();
    if (bytes.byteSize() / unit > MOST) {
      throw new DicomException(
          "must have at most " + MOST + " numbers in " + element.tag(),
          "has " + bytes.byteSize() / unit,
          "read its bytes instead");
    }
    double[] values = new double[(int) (bytes.byteSize() / unit)];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(element, bytes, (long) i * unit);
    }
    return values;
  }

  private static double number(Element element, MemorySegment bytes, long at)
      throws DicomException {
    return switch (element.vr()) {
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
              "must have numbers in " + element.tag(),
              "has a value of kind " + element.vr(),
              "have its maker correct it");
    };
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : (value >>> 1) * 2.0 + (value & 1);
  }

  private static double[] parse(Tag tag, MemorySegment bytes) throws DicomException {
    String text = ElementText.ascii(bytes).replace('\0', ' ').strip();
    if (text.isEmpty()) {
      return new double[0];
    }
    String[] parts = text.split("\\\\", -1);
    double[] values = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = parse(tag, parts[i].strip());
    }
    return values;
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
        "must have numbers in " + tag, "has '" + text + "'", "have its maker correct it", cause);
  }
}
