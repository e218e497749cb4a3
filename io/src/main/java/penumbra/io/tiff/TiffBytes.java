package penumbra.io.tiff;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Builds the little-endian bytes of a TIFF or BigTIFF.
final class TiffBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final boolean big;

  TiffBytes(boolean big) {
    this.big = big;
  }

  /// The header: the byte order mark, the version, and the offset of the first directory, which
  /// follows directly.
  void put(String mark, int version) {
    bytes.writeBytes(mark.getBytes(StandardCharsets.US_ASCII));
    put(version, 2);
    if (big) {
      put(8, 2);
      put(0, 2);
    }
    put(big ? 16 : 8, big ? 8 : 4);
  }

  private void put(long value, int size) {
    for (int i = 0; i < size; i++) {
      bytes.write((int) (value >>> (8 * i)));
    }
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  /// The fields of one directory, which is at `at` in the file and directly followed by the strips.
  static final class Fields {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int LONG8 = 16;

    private final boolean big;
    private final long at;
    private final List<Field> fields = new ArrayList<>();

    private record Field(int tag, int type, List<Long> values, boolean offsets) {
      int each() {
        return type == SHORT ? 2 : type == LONG ? 4 : 8;
      }

      int bytes() {
        return values.size() * each();
      }
    }

    Fields(boolean big, long at) {
      this.big = big;
      this.at = at;
    }

    void add(int tag, long... values) {
      fields.add(new Field(tag, LONG, Arrays.stream(values).boxed().toList(), false));
    }

    void addShorts(int tag, int count, int value) {
      fields.add(new Field(tag, SHORT, Collections.nCopies(count, (long) value), false));
    }

    /// The offset of each strip, for strips of these sizes.
    void addOffsets(int tag, long... sizes) {
      fields.add(new Field(tag, big ? LONG8 : LONG, Arrays.stream(sizes).boxed().toList(), true));
    }

    private int room() {
      return big ? 8 : 4;
    }

    byte[] toBytes(boolean last) {
      long values = at + (big ? 16 : 6) + (long) fields.size() * (big ? 20 : 12);
      int behind = fields.stream().mapToInt(Field::bytes).filter(bytes -> bytes > room()).sum();
      // Strips begin at even offsets, and so do lists, which all have an even number of bytes.
      long strips = values + behind;
      var directory = new TiffBytes(big);
      var lists = new TiffBytes(big);
      directory.put(fields.size(), big ? 8 : 2);
      long end = strips;
      for (Field field : fields) {
        boolean inside = field.bytes() <= room();
        TiffBytes into = inside ? directory : lists;
        directory.put(field.tag(), 2);
        directory.put(field.type(), 2);
        directory.put(field.values().size(), room());
        if (!inside) {
          directory.put(values + lists.bytes.size(), room());
        }
        long place = strips;
        for (long value : field.values()) {
          into.put(field.offsets() ? place : value, field.each());
          place += value;
        }
        end = field.offsets() ? place : end;
        if (inside) {
          directory.put(0, room() - field.bytes());
        }
      }
      directory.put(last ? 0 : end, room());
      directory.bytes.writeBytes(lists.toBytes());
      return directory.toBytes();
    }
  }
}
