package penumbra.dicom.series;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import penumbra.dicom.DataSet;

/// The header that Siemens scanners put into a private element: names, each with values as text.
///
/// ```
/// OptionalDouble slices = CsaHeader.of(data).number("NumberOfImagesInMosaic");
/// ```
///
/// It comes in two forms. The newer one begins with `SV10` and gives each value's length. The older
/// one has the lengths too, raised by the number of the first name's values. A damaged header gives
/// the names before the damage.
final class CsaHeader {
  private static final String CREATOR = "SIEMENS CSA HEADER";
  private static final int MOST_NAMES = 1024;
  private static final int MOST_VALUES = 1000;
  private static final int NAME = 64;
  private static final int LONGEST = 1 << 20;

  private final Map<String, List<String>> values = new HashMap<>();

  private CsaHeader() {}

  /// That of the image; one without names where it has none.
  static CsaHeader of(DataSet data) {
    var header = new CsaHeader();
    new PrivateElements(data)
        .bytes(CREATOR, 0x0029, 0x10)
        .filter(bytes -> bytes.byteSize() <= LONGEST)
        .ifPresent(header::read);
    return header;
  }

  /// The numbers of that name, without those left empty.
  double[] numbers(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .map(HeaderNumbers::parse)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .toArray();
  }

  /// The first of them.
  OptionalDouble number(String name) {
    double[] numbers = numbers(name);
    return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(numbers[0]);
  }

  private void read(MemorySegment bytes) {
    ByteBuffer in =
        ByteBuffer.wrap(bytes.toArray(ValueLayout.JAVA_BYTE)).order(ByteOrder.LITTLE_ENDIAN);
    if (in.remaining() < 16) {
      return;
    }
    boolean newer = text(in, 4).equals("SV10");
    in.position(newer ? 8 : 0);
    int names = in.getInt();
    in.getInt();
    int raised = 0;
    for (int i = 0; i < names && i < MOST_NAMES && in.remaining() >= NAME + 20; i++) {
      String name = text(in, NAME);
      int used = in.getInt();
      in.getLong(); // the representation and a number of the maker's
      int items = in.getInt();
      in.getInt();
      raised = i == 0 && !newer ? items : raised;
      if (items < 0 || items > MOST_VALUES || !items(in, name, used, items, newer, raised)) {
        return;
      }
    }
  }

  /// Whether the items were whole.
  private boolean items(
      ByteBuffer in, String name, int used, int items, boolean newer, int raised) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      if (in.remaining() < 16) {
        return false;
      }
      int first = in.getInt();
      int second = in.getInt();
      in.getLong();
      int length = newer ? second : first - raised;
      if (length < 0 || length > in.remaining()) {
        if (newer) {
          return false;
        }
        break; // the older form ends a list with a length that says nothing
      }
      int next = in.position() + Math.min(in.remaining(), (length + 3) & ~3);
      String text = text(in, length);
      if ((used <= 0 || i < used) && !text.isEmpty()) {
        found.add(text);
      }
      in.position(next);
    }
    values.put(name, List.copyOf(found));
    return true;
  }

  /// The text up to the first byte of zero.
  private static String text(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    String whole = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = whole.indexOf('\0');
    return (end < 0 ? whole : whole.substring(0, end)).strip();
  }
}
