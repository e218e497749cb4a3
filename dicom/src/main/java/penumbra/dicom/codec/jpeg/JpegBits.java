package penumbra.dicom.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import penumbra.dicom.DicomException;

/// The bits of a scan, T.81 F.2.2.5. It removes the zero bytes stuffed after FF and never reads
/// beyond a marker.
///
/// ```
/// bits.fill();
/// int size = table.decode(bits);
/// int value = bits.signed(size);
/// bits.checkEnd();
/// ```
///
/// After the end it returns zeros, so that the inner loops need no check. [#checkEnd], called once
/// per block or row, throws if any of these zeros was used.
final class JpegBits {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] data;

  /// The next bits, the first one topmost. Below the `count` valid bits, there may already be bits
  /// of the bytes at `position`; they are added again later.
  private long buffer;

  private int count;
  private int position;
  private int end;
  private int zeros;

  JpegBits(byte[] data, int position) {
    this.data = data;
    this.position = position;
    this.end = data.length;
  }

  /// Makes sure that at least 32 bits are available: a code and its value.
  void fill() {
    if (count < 32) {
      refill();
    }
  }

  private void refill() {
    if (position + 8 <= end) {
      long next = (long) LONG.get(data, position);
      boolean hasFf = ((~next - 0x0101010101010101L) & next & 0x8080808080808080L) != 0;
      if (!hasFf) {
        buffer |= next >>> count;
        int bytes = (63 - count) >>> 3;
        position += bytes;
        count += bytes << 3;
        return;
      }
    }
    while (count <= 56) {
      buffer |= (long) nextByte() << (56 - count);
      count += 8;
    }
  }

  private int nextByte() {
    if (position >= end) {
      zeros += 8;
      return 0;
    }
    int next = data[position] & 255;
    if (next != 0xFF) {
      position++;
      return next;
    }
    if (position + 1 < end && data[position + 1] == 0) {
      position += 2;
      return next;
    }
    end = position;
    zeros += 8;
    return 0;
  }

  /// Returns the next `n` bits, 1 to 16, without consuming them.
  int peek(int n) {
    return (int) (buffer >>> (64 - n));
  }

  /// Skips `n` bits.
  void skip(int n) {
    buffer <<= n;
    count -= n;
  }

  /// Reads `n` bits, 0 to 16, as an unsigned number.
  int take(int n) {
    if (n == 0) {
      return 0;
    }
    int value = peek(n);
    skip(n);
    return value;
  }

  /// Reads `n` bits, 0 to 16, as a number of that magnitude category, T.81 F.2.2.1.
  int signed(int n) {
    if (n == 0) {
      return 0;
    }
    int value = take(n);
    return value < 1 << (n - 1) ? value - (1 << n) + 1 : value;
  }

  /// The error for bits that are not a code: they may be those after the end.
  DicomException noCode() {
    return zeros > count - 16
        ? ended()
        : damaged("must have codes of its Huffman tables", "has another");
  }

  private DicomException ended() {
    return damaged("must have coded data for all of its pixels", "its data ends");
  }

  /// Throws if more bits were used than there are.
  void checkEnd() throws DicomException {
    if (zeros > count) {
      throw ended();
    }
  }

  /// Continues after the restart marker of that number, 0 to 7.
  void restart(int number) throws DicomException {
    int at = position;
    while (at + 1 < data.length
        && ((data[at] & 255) != 0xFF || data[at + 1] == 0 || (data[at + 1] & 255) == 0xFF)) {
      at++;
    }
    if (at + 1 >= data.length || (data[at + 1] & 255) != JpegMarker.RST0 + number) {
      throw damaged("must have a restart marker of number " + number, "has none");
    }
    position = at + 2;
    end = data.length;
    buffer = 0;
    count = 0;
    zeros = 0;
  }

  /// A position from which the next marker can be found.
  int position() {
    return position;
  }

  /// An error about the data near the current position.
  DicomException damaged(String rule, String found) {
    return SegmentReader.damaged(rule, found, position);
  }
}
