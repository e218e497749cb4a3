package penumbra.dicom.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameErrors;

/// The bits of one range of coded samples, which ends at a marker or with the frame.
///
/// ```
/// var bits = new JpegLsBits(frame, firstByte);
/// int value = bits.golomb(k, longestPrefix, escapeBits);
/// ```
///
/// After a byte of ones, the first bit of the next byte is a stuffed zero and is skipped. A byte of
/// ones followed by a one is therefore a marker. After the end the bits are zeros; readers call
/// [#isExhausted] from time to time.
final class JpegLsBits {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int ONES = 0xFF;

  /// The last byte may be filled up with ones. If it is then all ones, another byte follows; a
  /// third is padding.
  private static final int SPARE_BITS = 3 * Byte.SIZE;

  private final byte[] coded;

  /// The next bits, the first one highest. Below the `available` bits, there may already be bits of
  /// the byte at `position`.
  private long window;

  private int available;

  /// The number of available bits so far that are zeros after the end.
  private int missing;

  private int position;
  private boolean behindOnes;

  JpegLsBits(byte[] coded, int position) {
    this.coded = coded;
    this.position = position;
  }

  /// Returns the next `n` bits, at most 31, as a number.
  int read(int n) {
    if (available < n) {
      fill();
    }
    int value = (int) (window >>> 1 >>> (Long.SIZE - 1 - n));
    window <<= n;
    available -= n;
    return value;
  }

  /// Reads a number in a Golomb code of parameter `k` and limited length: `n` zeros, a one and `k`
  /// bits; or `longestPrefix` zeros, a one and the number less 1 in `escapeBits` bits. T.87, A.5.3.
  int golomb(int k, int longestPrefix, int escapeBits) throws DicomException {
    int zeros = Long.numberOfLeadingZeros(window);
    if (zeros >= available) {
      fill();
      zeros = Long.numberOfLeadingZeros(window);
    }
    if (zeros > longestPrefix || zeros >= available) {
      throw missing > 0 && zeros >= available - missing ? cut() : damage();
    }
    window = window << zeros << 1;
    available -= zeros + 1;
    return zeros < longestPrefix ? (zeros << k) + read(k) : read(escapeBits) + 1;
  }

  /// Whether more bits were read than there are.
  boolean isExhausted() {
    return available < missing;
  }

  /// The error for invalid bits.
  DicomException damage() {
    if (isExhausted()) {
      return cut();
    }
    return FrameErrors.of(
        "the samples of a JPEG-LS frame must be in its code",
        "there are impossible bits before byte " + position);
  }

  /// The error for too few bits.
  DicomException cut() {
    return FrameErrors.of("a JPEG-LS frame must be whole", "its samples end at byte " + position);
  }

  /// The position of the marker after these bits, or of the frame's end.
  ///
  /// @throws DicomException if samples are left, or were missing
  int end() throws DicomException {
    if (isExhausted()) {
      throw cut();
    }
    int at = position;
    while (at < coded.length && !isMarker(at)) {
      at++;
    }
    if (available - missing + Byte.SIZE * (long) (at - position) >= SPARE_BITS) {
      throw FrameErrors.of(
          "the samples of a JPEG-LS frame must end where its lines are full",
          "has more of them at byte " + position);
    }
    return at;
  }

  private void fill() {
    if (position + Long.BYTES <= coded.length && !behindOnes) {
      long next = (long) LONG.get(coded, position);
      if (!hasOnes(next)) {
        window |= next >>> available;
        int taken = (Long.SIZE - available) >>> 3;
        position += taken;
        available += taken << 3;
        return;
      }
    }
    fillByBytes();
  }

  private void fillByBytes() {
    while (available <= Long.SIZE - Byte.SIZE) {
      if (position == coded.length || isMarker(position)) {
        missing += Byte.SIZE;
        available += Byte.SIZE;
        continue;
      }
      long next = coded[position++] & ONES;
      int length = behindOnes ? Byte.SIZE - 1 : Byte.SIZE;
      window |= next << (Long.SIZE - available - length);
      available += length;
      behindOnes = next == ONES;
    }
  }

  private boolean isMarker(int at) {
    return coded[at] == -1 && at + 1 < coded.length && coded[at + 1] < 0;
  }

  /// Whether one of the eight bytes is all ones: seven lower ones then carry into the highest bit.
  private static boolean hasOnes(long bytes) {
    long carried = (bytes & 0x7F7F7F7F7F7F7F7FL) + 0x0101010101010101L;
    return (carried & bytes & 0x8080808080808080L) != 0;
  }
}
