package penumbra.dicom.codec.htj2k;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The bits of a stretch that is read from its first byte to its last: magnitudes and signs
/// (MagSgn, T.814 clause 7.1.2) and the significance propagation (clause 7.1.5). The first bit is
/// the lowest. Behind a byte of ones stands a stuffed bit.
final class ForwardBits {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int ONES = 0xFF;

  private final int behind;
  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private long buffer;
  private int count;
  private boolean stuffed;

  /// @param behind the byte that comes behind the end again and again
  ForwardBits(int behind) {
    this.behind = behind;
  }

  /// Starts with the bytes from `from` to `to` exclusive.
  void start(byte[] source, int from, int to) {
    bytes = source;
    at = from;
    end = to;
    buffer = 0;
    count = 0;
    stuffed = false;
  }

  /// The bits ahead, at least 32 of them, the next one lowest.
  long ahead() {
    if (count < 32) {
      if (at + 4 <= end && !stuffed) {
        fillFast();
      }
      while (count < 32) {
        fill();
      }
    }
    return buffer;
  }

  /// Four bytes at once if none of them is followed by a stuffed bit.
  private void fillFast() {
    int four = (int) INT.get(bytes, at);
    int zeroWhereOnes = ~four;
    if (((zeroWhereOnes - 0x01010101) & four & 0x80808080) == 0) {
      buffer |= (four & 0xFFFFFFFFL) << count;
      count += 32;
      at += 4;
    }
  }

  private void fill() {
    int next = at < end ? bytes[at++] & ONES : behind;
    int bits = stuffed ? 7 : 8;
    buffer |= (next & ((1L << bits) - 1)) << count;
    count += bits;
    stuffed = next == ONES;
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
