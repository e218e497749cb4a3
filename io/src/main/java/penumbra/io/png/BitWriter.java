package penumbra.io.png;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Packs bits into bytes, the first bit lowest, as deflate requires. It holds as many bytes as its
/// capacity until they are drained.
final class BitWriter {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private int at;

  /// The bits that do not fill a byte: at most 7 after each call.
  private long pending;

  private int pendingBits;

  BitWriter(int capacity) {
    bytes = new byte[capacity + Long.BYTES];
  }

  /// Adds the lower `n` bits of `value`, at most 32; its other bits must be 0.
  void put(int value, int n) {
    pending |= (value & 0xFFFFFFFFL) << pendingBits;
    pendingBits += n;
    flush();
  }

  /// Adds a code word: its bits, with their number in the upper byte.
  void put(int word) {
    put(word & 0xFFFFFF, word >>> 24);
  }

  /// Adds the code word of each byte, none longer than 15 bits.
  void put(byte[] literals, int from, int to, int[] words) {
    byte[] target = bytes;
    long waiting = pending;
    int waitingBits = pendingBits;
    int place = at;
    int i = from;
    while (i < to) {
      // Three words and the waiting bits fit in 64 bits: 3 * 15 + 7.
      for (int last = Math.min(i + 3, to); i < last; i++) {
        int word = words[literals[i] & 0xFF];
        waiting |= (word & 0xFFFFFFL) << waitingBits;
        waitingBits += word >>> 24;
      }
      LONGS.set(target, place, waiting);
      place += waitingBits >>> 3;
      waiting >>>= waitingBits & ~7;
      waitingBits &= 7;
    }
    at = place;
    pending = waiting;
    pendingBits = waitingBits;
  }

  private void flush() {
    LONGS.set(bytes, at, pending);
    at += pendingBits >>> 3;
    pending >>>= pendingBits & ~7;
    pendingBits &= 7;
  }

  /// Fills the last byte with zeros.
  void align() {
    pendingBits = (pendingBits + 7) & ~7;
    flush();
  }

  /// Moves the whole bytes to `out`.
  void drain(ByteArrayOutputStream out) {
    out.write(bytes, 0, at);
    at = 0;
  }
}
