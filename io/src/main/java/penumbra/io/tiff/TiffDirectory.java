package penumbra.io.tiff;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import penumbra.io.format.Inputs;
import penumbra.io.format.UnreadableFileException;

/// One image file directory of a TIFF: its fields, by their tags. Values are read on request, and
/// only from within the file.
final class TiffDirectory {
  private static final int[] BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int IFD = 13;
  private static final int LONG8 = 16;
  private static final int IFD8 = 18;

  /// How far fractions may be from the numbers that they are to be.
  private static final double NEAR = 0.001;

  private final Path file;
  private final MemorySegment bytes;
  private final ByteOrder order;
  private final Map<Integer, Field> fields = new HashMap<>();

  /// The position of a tag's values.
  private record Field(int type, long count, long at) {}

  TiffDirectory(Path file, MemorySegment bytes, ByteOrder order) {
    this.file = file;
    this.bytes = bytes;
    this.order = order;
  }

  Path file() {
    return file;
  }

  ByteOrder order() {
    return order;
  }

  /// Records the field whose value or offset is at `at`, with room for `room` bytes.
  void add(int tag, int type, long count, long at, int room) throws UnreadableFileException {
    int each = type > 0 && type < BYTES.length ? BYTES[type] : 0;
    if (each == 0) {
      return; // An unknown type: TIFF asks readers to skip it.
    }
    boolean inside = count >= 0 && count <= room / each;
    long from = inside ? at : room == 8 ? int64(at) : int32(at);
    if (count < 0 || count > bytes.byteSize() / each || from > bytes.byteSize() - count * each) {
      from = -1;
    }
    fields.putIfAbsent(tag, new Field(type, count, from));
  }

  boolean has(int tag) {
    return fields.containsKey(tag);
  }

  /// Whether a tag is there and its values lie in the file.
  boolean isInside(int tag) {
    Field field = fields.get(tag);
    return field != null && field.at() >= 0;
  }

  /// How many values a tag has; 0 if it is not there.
  long count(int tag) {
    Field field = fields.get(tag);
    return field == null ? 0 : field.count();
  }

  /// The first value of a tag, or `standard` if the tag is missing.
  long number(int tag, long standard) throws UnreadableFileException {
    return count(tag) == 0 ? standard : number(tag, field(tag), 0);
  }

  /// Whether the fractions of a tag are these, or the tag is not there.
  boolean isNear(int tag, double... expected) throws UnreadableFileException {
    if (count(tag) == 0) {
      return true;
    }
    Field field = field(tag);
    if (field.count() != expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      long at = field.at() + (long) i * BYTES[field.type()];
      double value =
          field.type() == RATIONAL ? (double) int32(at) / int32(at + 4) : number(tag, field, i);
      if (!(Math.abs(value - expected[i]) < NEAR)) {
        return false;
      }
    }
    return true;
  }

  /// All values of a tag; none where it is not there.
  long[] numbers(int tag) throws UnreadableFileException {
    if (count(tag) == 0) {
      return new long[0];
    }
    Field field = field(tag);
    // The field is in the file, so this is a small multiple of the file's size.
    long[] numbers = new long[(int) Math.min(field.count(), Integer.MAX_VALUE - 8)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(tag, field, i);
    }
    return numbers;
  }

  /// The raw bytes of a tag; none if the tag is missing.
  byte[] raw(int tag) throws UnreadableFileException {
    if (count(tag) == 0) {
      return new byte[0];
    }
    Field field = field(tag);
    return bytes
        .asSlice(field.at(), field.count() * BYTES[field.type()])
        .toArray(ValueLayout.JAVA_BYTE);
  }

  private Field field(int tag) throws UnreadableFileException {
    @Nullable Field field = fields.get(tag);
    if (field == null || field.at() < 0) {
      throw UnreadableFileException.of(
          file,
          "must be whole",
          "the value of TIFF tag " + tag + " lies outside it",
          Inputs.COPY_AGAIN);
    }
    return field;
  }

  private long number(int tag, Field field, long index) throws UnreadableFileException {
    long at = field.at() + index * BYTES[field.type()];
    return switch (field.type()) {
      case 1, 7 -> uint8(at);
      case SHORT -> uint16(at);
      case LONG, IFD -> int32(at);
      case LONG8, IFD8 -> int64(at);
      default ->
          throw UnreadableFileException.of(
              file,
              "must give TIFF tag " + tag + " as whole numbers",
              "gives it as type " + field.type(),
              "save it again with another program");
    };
  }

  private int uint8(long at) {
    return bytes.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
  }

  private int uint16(long at) {
    return bytes.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at) & 0xFFFF;
  }

  private long int32(long at) {
    return bytes.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at) & 0xFFFFFFFFL;
  }

  /// Numbers above 2^63 are treated as the largest: both are outside every file.
  private long int64(long at) {
    long value = bytes.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), at);
    return value < 0 ? Long.MAX_VALUE : value;
  }
}
