package penumbra.dicom.file;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import penumbra.dicom.Tag;

/// The bytes of a file, or of its beginning, as numbers in either byte order.
///
/// @param segment mapped or in memory
public record FileBytes(MemorySegment segment) {
  private static final ValueLayout.OfShort LITTLE_SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt LITTLE_INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  long size() {
    return segment.byteSize();
  }

  int u8(long at) {
    return segment.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
  }

  int u16(long at, boolean bigEndian) {
    short value = segment.get(LITTLE_SHORT, at);
    return (bigEndian ? Short.reverseBytes(value) : value) & 0xFFFF;
  }

  long u32(long at, boolean bigEndian) {
    int value = segment.get(LITTLE_INT, at);
    return (bigEndian ? Integer.reverseBytes(value) : value) & 0xFFFFFFFFL;
  }

  /// The tag at `at`; its group comes first in either byte order.
  public Tag tag(long at, boolean bigEndian) {
    return Tag.of(u16(at, bigEndian), u16(at + 2, bigEndian));
  }

  MemorySegment slice(long at, long length) {
    return segment.asSlice(at, length);
  }

  /// Returns `length` bytes, with numbers of `unit` bytes in little-endian order: the file's own
  /// bytes if they have this order, else a swapped copy. Bytes after the last whole number stay
  /// unchanged.
  MemorySegment numbers(long at, long length, int unit, boolean bigEndian) {
    MemorySegment slice = slice(at, length);
    if (!bigEndian || unit == 1) {
      return slice;
    }
    byte[] turned = slice.toArray(ValueLayout.JAVA_BYTE);
    for (int first = 0; first + unit <= turned.length; first += unit) {
      for (int i = 0, j = unit - 1; i < j; i++, j--) {
        byte swapped = turned[first + i];
        turned[first + i] = turned[first + j];
        turned[first + j] = swapped;
      }
    }
    return MemorySegment.ofArray(turned);
  }
}
