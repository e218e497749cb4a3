package penumbra.dicom.codec.htj2k;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The bits of a stretch that is read from its last byte to its first: the code words of quads
/// (VLC, T.814 clause 7.1.4) and the magnitude refinement (clause 7.1.6). The first bit is the
/// lowest. A byte whose lower seven bits are ones, read behind one above 0x8F, has a stuffed bit on
/// top. Behind the end come zeros.
final class BackwardBits {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final int STUFFING_BEHIND = 0x8F;

  private byte[] bytes = new byte[0];
  private int at;
  private int first;
  private long buffer;
  private int count;
  private boolean mayBeStuffed;

  /// Starts with the code words of quads, in the bytes from `from` to `to` exclusive. The last byte
  /// and the lower half of the one before hold a length, not code words.
  void startQuads(byte[] source, int from, int to) {
    start(source, from, to - 2);
    int half = (source[to - 2] & 0xFF) >> 4;
    count = (half & 7) == 7 ? 3 : 4;
    buffer = half & ((1 << count) - 1);
    mayBeStuffed = ((half << 4) | 15) > STUFFING_BEHIND;
  }

  /// Starts with the magnitude refinement, in the bytes from `from` to `to` exclusive.
  void start(byte[] source, int from, int to) {
    bytes = source;
    at = to - 1;
    first = from;
    buffer = 0;
    count = 0;
    mayBeStuffed = true;
  }

  /// The bits ahead, at least 32 of them, the next one lowest.
  long ahead() {
    if (count < 32) {
      if (at - 3 >= first) {
        fillFast();
      }
      while (count < 32) {
        fill();
      }
    }
    return buffer;
  }

  /// Four bytes at once if none of them can have a stuffed bit.
  private void fillFast() {
    int four = (int) INT.get(bytes, at - 3);
    int zeroWhereOnes = ~(four | 0x80808080);
    if (((zeroWhereOnes - 0x01010101) & ~zeroWhereOnes & 0x80808080) == 0) {
      buffer |= (four & 0xFFFFFFFFL) << count;
      count += 32;
      at -= 4;
      mayBeStuffed = (four >>> 24) > STUFFING_BEHIND;
    }
  }

  private void fill() {
    int next = at >= first ? bytes[at--] & 0xFF : 0;
    int bits = 8;
    if (mayBeStuffed && (next & 0x7F) == 0x7F) {
      bits = 7;
    }
    buffer |= (next & ((1L << bits) - 1)) << count;
    count += bits;
    mayBeStuffed = next > STUFFING_BEHIND;
  }

  /// Goes on by `n` bits, all of which [#ahead] has shown.
  void skip(int n) {
    buffer >>>= n;
    count -= n;
  }

  /// The next bit.
  int next() {
    int bit = (int) ahead() & 1;
    skip(1);
    return bit;
  }
}
