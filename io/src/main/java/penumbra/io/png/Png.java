package penumbra.io.png;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.io.format.PngCompression;

/// Writes PNG.
///
/// ```
/// Files.write(file, Png.encode(pixels));
/// ```
///
/// `UINT8` and `UINT16` arrays of shape (height, width) become grey, (height, width, 3) RGB,
/// (height, width, 4) RGBA, without loss. The file says nothing about time, software or gamma: the
/// same array gives the same bytes, on every machine unless [PngCompression] says otherwise.
public final class Png {
  static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /// The size of a file's other parts, without pixels.
  private static final int OTHERS = 100;

  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int RGBA = 6;

  private Png() {}

  /// The eight bytes with which every PNG file begins, in a new array.
  public static byte[] signature() {
    return SIGNATURE.clone();
  }

  /// The bytes of a PNG file that holds `array`, with [PngCompression#FAST].
  public static byte[] encode(NdArray array) {
    return encode(array, PngCompression.FAST);
  }

  /// The bytes of a PNG file that holds `array`.
  public static byte[] encode(NdArray array, PngCompression compression) {
    check(array);
    int height = array.length(0);
    int width = array.length(1);
    int bands = array.rank() == 2 ? 1 : array.length(2);
    int bits = 8 * array.type().bytes();
    byte colour = (byte) (bands == 1 ? GREY : bands == 3 ? RGB : RGBA);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) bits).put(colour).put(new byte[3]);
    byte[] data = compress(array, height, width * bands, bands, compression);
    var file = new ByteArrayOutputStream(data.length + OTHERS);
    file.writeBytes(SIGNATURE);
    chunk(file, "IHDR", header.array());
    chunk(file, "IDAT", data);
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void check(NdArray array) {
    if (array.type() != DType.UINT8 && array.type() != DType.UINT16) {
      throw InvalidInputException.of(
          "the element type for PNG",
          "must be uint8 or uint16",
          array.type().label(),
          "use .npy, or add a colormap or an 8-bit output type");
    }
    boolean picture =
        array.rank() == 2 || (array.rank() == 3 && (array.length(2) == 3 || array.length(2) == 4));
    if (!picture) {
      throw InvalidInputException.of(
          "the shape for PNG",
          "must be (height, width), (height, width, 3) or (height, width, 4)",
          NdArray.describe(array.shape()),
          "write one picture at a time, or use .npy");
    }
    if (array.size() <= 0) {
      throw InvalidInputException.of(
          "the shape for PNG",
          "must have at least one pixel",
          NdArray.describe(array.shape()),
          "check what made the array");
    }
  }

  /// Filters and deflates row by row, so that only the compressed result is held completely.
  private static byte[] compress(
      NdArray array, int height, int samples, int bands, PngCompression compression) {
    int bytes = array.type().bytes();
    int rowBytes = Math.multiplyExact(samples, bytes);
    MemorySegment storage = array.segment();
    byte[] row = new byte[rowBytes + 1];
    byte[] above = new byte[rowBytes + 1];
    var filter = new PngFilter(rowBytes, bands * bytes, compression == PngCompression.FAST);
    var runs = new RunDeflater();
    try (PatternDeflater patterns =
        compression.level() > 0 ? new PatternDeflater(compression.level()) : null) {
      for (int y = 0; y < height; y++) {
        MemorySegment.copy(storage, ValueLayout.JAVA_BYTE, (long) y * rowBytes, row, 1, rowBytes);
        if (bytes == 2) {
          toBigEndian(row);
        }
        byte[] filtered = filter.best(row, above);
        runs.write(filtered, 0, filtered.length);
        if (patterns != null) {
          patterns.write(filtered);
        }
        byte[] spare = above;
        above = row;
        row = spare;
      }
      byte[] byRuns = runs.finish();
      byte[] byPatterns = patterns == null ? byRuns : patterns.finish();
      return byPatterns.length < byRuns.length ? byPatterns : byRuns;
    }
  }

  private static void toBigEndian(byte[] row) {
    for (int i = 1; i < row.length; i += 2) {
      byte low = row[i];
      row[i] = row[i + 1];
      row[i + 1] = low;
    }
  }

  /// Appends a chunk to `file`: its length, its four letters, its data, its checksum.
  public static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    file.writeBytes(name);
    file.writeBytes(data);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
