package penumbra.io.tiff;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// The compression of a TIFF's strips and tiles, for the supported kinds.
enum TiffPacking {
  NONE("uncompressed", 1),
  /// Two bytes expand to at most 128.
  PACK_BITS("PackBits", 64),
  /// A code of at least 9 bits expands to at most 4,096 bytes.
  LZW("LZW", 3641),
  /// A zlib block expands to at most 1,032 times its size.
  DEFLATE("Deflate", 1032);

  private final String label;
  private final int mostGrowth;

  TiffPacking(String label, int mostGrowth) {
    this.label = label;
    this.mostGrowth = mostGrowth;
  }

  String label() {
    return label;
  }

  /// The largest expansion of the packed bytes.
  int mostGrowth() {
    return mostGrowth;
  }

  /// The packing for a value of TIFF's tag 259; null if it is not supported.
  static @Nullable TiffPacking of(long compression) {
    return switch ((int) Math.min(compression, Integer.MAX_VALUE)) {
      case 1 -> NONE;
      case 5 -> LZW;
      case 8, 32946 -> DEFLATE;
      case 32773 -> PACK_BITS;
      default -> null;
    };
  }

  /// Fills `target` from `packed`, and returns the number of bytes that it could fill.
  int expand(byte[] packed, byte[] target) {
    return switch (this) {
      case NONE -> {
        int n = Math.min(packed.length, target.length);
        System.arraycopy(packed, 0, target, 0, n);
        yield n;
      }
      case PACK_BITS -> packBits(packed, target);
      case LZW -> new TiffLzw(packed, target).expand();
      case DEFLATE -> inflate(packed, target);
    };
  }

  private static int packBits(byte[] packed, byte[] target) {
    int from = 0;
    int to = 0;
    while (from < packed.length - 1 && to < target.length) {
      int n = packed[from++];
      if (n >= 0) {
        int run = Math.min(n + 1, Math.min(packed.length - from, target.length - to));
        System.arraycopy(packed, from, target, to, run);
        from += run;
        to += run;
      } else if (n != -128) {
        int end = Math.min(to + 1 - n, target.length);
        java.util.Arrays.fill(target, to, end, packed[from++]);
        to = end;
      }
    }
    return to;
  }

  private static int inflate(byte[] packed, byte[] target) {
    int n = 0;
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(packed);
      int more = inflater.inflate(target, 0, target.length);
      while (more > 0) {
        n += more;
        more = n == target.length ? 0 : inflater.inflate(target, n, target.length - n);
      }
      if (n == target.length && !inflater.finished()) {
        // zlib's checksum follows the last byte; a wrong one throws.
        inflater.inflate(new byte[1]);
      }
      return n;
    } catch (DataFormatException broken) {
      return 0;
    }
  }
}
