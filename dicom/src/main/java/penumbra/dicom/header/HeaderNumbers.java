package penumbra.dicom.header;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Locale;
import penumbra.dicom.Vr;

/// The binary numbers of an element, one at a time and exactly: 64-bit ones do not fit a `double`.
final class HeaderNumbers {
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(LITTLE);
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(LITTLE);
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(LITTLE);

  private HeaderNumbers() {}

  /// Whether elements of that representation hold numbers, and not text or bytes.
  static boolean isNumber(Vr vr) {
    return switch (vr) {
      case AT, FD, FL, SL, SS, SV, UL, US, UV -> true;
      default -> false;
    };
  }

  /// How many whole ones there are.
  static long count(Vr vr, MemorySegment bytes) {
    return bytes.byteSize() / width(vr);
  }

  private static int width(Vr vr) {
    return vr == Vr.AT ? 4 : vr.unit();
  }

  /// As people read it.
  static String text(Vr vr, MemorySegment bytes, long index) {
    return vr == Vr.AT
        ? "(" + tag(bytes, index).substring(0, 4) + "," + tag(bytes, index).substring(4) + ")"
        : String.valueOf(value(vr, bytes, index));
  }

  /// As the JSON model has it: a number, or text for a tag and for what no JSON number is.
  static Object json(Vr vr, MemorySegment bytes, long index) {
    Object value = vr == Vr.AT ? tag(bytes, index) : value(vr, bytes, index);
    return value instanceof Double number && !Double.isFinite(number)
        ? Double.isNaN(number) ? "NaN" : number > 0 ? "inf" : "-inf"
        : value;
  }

  private static String tag(MemorySegment bytes, long index) {
    return String.format(
        Locale.ROOT,
        "%04X%04X",
        bytes.get(SHORT, 4 * index) & 0xFFFF,
        bytes.get(SHORT, 4 * index + 2) & 0xFFFF);
  }

  private static Object value(Vr vr, MemorySegment bytes, long index) {
    long at = index * width(vr);
    return switch (vr) {
      case US -> (long) (bytes.get(SHORT, at) & 0xFFFF);
      case SS -> (long) bytes.get(SHORT, at);
      case UL -> bytes.get(INT, at) & 0xFFFFFFFFL;
      case SL -> (long) bytes.get(INT, at);
      case SV -> bytes.get(LONG, at);
      case UV -> new java.math.BigInteger(Long.toUnsignedString(bytes.get(LONG, at)));
      // The shortest decimal that gives the same float, not all the digits of its double.
      case FL -> Double.parseDouble(Float.toString(Float.intBitsToFloat(bytes.get(INT, at))));
      default -> Double.longBitsToDouble(bytes.get(LONG, at));
    };
  }
}
