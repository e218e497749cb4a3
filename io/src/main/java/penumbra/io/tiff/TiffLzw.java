package penumbra.io.tiff;

/// Expands TIFF's LZW: codes of 9 to 12 bits, the highest bit first, whose width grows one code
/// early.
final class TiffLzw {
  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int FIRST = 258;
  private static final int MOST = 4096;

  private final byte[] packed;
  private final byte[] target;

  /// A string is that of an earlier code and one more byte; both end at a position in the target.
  private final int[] start = new int[MOST];

  private final int[] length = new int[MOST];

  private int from;
  private int bits;
  private int held;

  TiffLzw(byte[] packed, byte[] target) {
    this.packed = packed;
    this.target = target;
  }

  /// Fills the target while the codes are valid, and returns the number of bytes.
  int expand() {
    int to = 0;
    int next = FIRST;
    int width = 9;
    int last = CLEAR;
    while (to < target.length) {
      int code = code(width);
      if (code == END || code < 0) {
        return to;
      }
      if (code == CLEAR) {
        next = FIRST;
        width = 9;
        last = CLEAR;
        continue;
      }
      int at = to;
      if (last == CLEAR) {
        if (code >= CLEAR) {
          return to;
        }
        target[to++] = (byte) code;
      } else {
        if (code > next || code == MOST) {
          return to;
        }
        if (next < MOST) {
          // The string of the last code, and the first byte of this code's string.
          int lastLength = last < CLEAR ? 1 : length[last];
          start[next] = at - lastLength;
          length[next] = lastLength + 1;
          next++;
        }
        to = copy(code, to);
      }
      last = code;
      if (next + 1 >= 1 << width && width < 12) {
        width++;
      }
    }
    return to;
  }

  private int copy(int code, int at) {
    if (code < CLEAR) {
      target[at] = (byte) code;
      return at + 1;
    }
    int n = Math.min(length[code], target.length - at);
    // Byte by byte: a string may overlap its own output.
    for (int i = 0; i < n; i++) {
      target[at + i] = target[start[code] + i];
    }
    return at + n;
  }

  private int code(int width) {
    while (bits < width) {
      if (from == packed.length) {
        return -1;
      }
      held = (held << 8) | (packed[from++] & 0xFF);
      bits += 8;
    }
    bits -= width;
    return (held >>> bits) & ((1 << width) - 1);
  }
}
