package penumbra.io.gif;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// GIF's variant of Lempel-Ziv-Welch: codes of growing width, low bits first, in blocks of up to
/// 255 bytes, the table begun anew when its 4096 codes are used up.
final class GifLzw {
  private static final int MAX_CODES = 4096;
  private static final int SLOTS = 1 << 14;

  private final ByteArrayOutputStream out;
  private final int clear;
  private final byte[] block = new byte[255];
  private int blockBytes;
  private int pending;
  private int pendingBits;

  /// Strings known so far: (code of the string without its last byte, last byte) + 1, and its code.
  private final int[] keys = new int[SLOTS];

  private final int[] codes = new int[SLOTS];

  private GifLzw(ByteArrayOutputStream out, int bits) {
    this.out = out;
    this.clear = 1 << bits;
  }

  /// Writes the code size, the coded indices, each below 2^`bits`, and the empty last block.
  static void encode(byte[] indices, int bits, ByteArrayOutputStream out) {
    out.write(bits);
    new GifLzw(out, bits).run(indices, bits);
  }

  private void run(byte[] indices, int bits) {
    int width = bits + 1;
    int next = clear + 2;
    put(clear, width);
    int prefix = indices[0] & 0xFF;
    for (int i = 1; i < indices.length; i++) {
      int index = indices[i] & 0xFF;
      int key = (prefix << 8 | index) + 1;
      int slot = slotOf(key);
      if (keys[slot] == key) {
        prefix = codes[slot];
        continue;
      }
      put(prefix, width);
      if (next == MAX_CODES) {
        put(clear, width);
        Arrays.fill(keys, 0);
        width = bits + 1;
        next = clear + 2;
      } else {
        // The reader knows a new code one step later, so the width grows when it is first possible.
        if (next == 1 << width) {
          width++;
        }
        keys[slot] = key;
        codes[slot] = next++;
      }
      prefix = index;
    }
    put(prefix, width);
    if (next == 1 << width && width < 12) {
      width++;
    }
    put(clear + 1, width);
    finish();
  }

  private int slotOf(int key) {
    int slot = (key * 0x9E3779B1) >>> (Integer.SIZE - 14);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) % SLOTS;
    }
    return slot;
  }

  private void put(int code, int width) {
    pending |= code << pendingBits;
    pendingBits += width;
    while (pendingBits >= 8) {
      putByte(pending);
      pending >>>= 8;
      pendingBits -= 8;
    }
  }

  private void putByte(int value) {
    block[blockBytes++] = (byte) value;
    if (blockBytes == block.length) {
      flush();
    }
  }

  private void flush() {
    out.write(blockBytes);
    out.write(block, 0, blockBytes);
    blockBytes = 0;
  }

  private void finish() {
    if (pendingBits > 0) {
      putByte(pending);
    }
    if (blockBytes > 0) {
      flush();
    }
    out.write(0);
  }
}
