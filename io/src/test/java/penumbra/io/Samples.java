package penumbra.io;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.io.png.Png;

/// Seeded arrays, hand-made PNG files, and the real images where they are at hand.
public final class Samples {
  private Samples() {}

  public static byte[] bytes(long seed, int n) {
    byte[] bytes = new byte[n];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /// Any bits at all, as an array of that type.
  public static NdArray noise(long seed, DType type, int... shape) {
    int n = type.bytes();
    for (int length : shape) {
      n *= length;
    }
    var segment = java.lang.foreign.MemorySegment.ofArray(bytes(seed, n));
    return NdArray.of(type, segment, shape);
  }

  /// Soft waves, which JPEG and GIF keep well.
  public static NdArray waves(int height, int width, int bands) {
    byte[] bytes = new byte[height * width * bands];
    for (int i = 0; i < bytes.length; i++) {
      int y = i / bands / width;
      int x = i / bands % width;
      int band = i % bands;
      bytes[i] = (byte) (128 + 90 * Math.sin(x / 17.0 + band) * Math.cos(y / 23.0 - band));
    }
    return bands == 1
        ? NdArray.ofUint8(bytes, height, width)
        : NdArray.ofUint8(bytes, height, width, bands);
  }

  /// A PNG file of the given header fields, palette (may be empty) and filtered rows.
  static byte[] png(int height, int width, int bits, int colour, byte[] palette, byte[] rows)
      throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed, new Deflater())) {
      deflater.write(rows);
    }
    return pngOf(height, width, bits, colour, palette, packed.toByteArray());
  }

  /// The same with the given bytes as its IDAT chunk.
  static byte[] pngOf(int height, int width, int bits, int colour, byte[] palette, byte[] idat) {
    var file = new ByteArrayOutputStream();
    file.writeBytes(Png.signature());
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    Png.chunk(file, "IHDR", header.put((byte) bits).put((byte) colour).array());
    if (palette.length > 0) {
      Png.chunk(file, "PLTE", palette);
    }
    Png.chunk(file, "IDAT", idat);
    Png.chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  public static String sha(byte[]... parts) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      digest.update(part);
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  /// The real image `name` in the folder that the system property `penumbra.data` names, else in
  /// ../shared/data beside the project; skips the test where it is missing.
  static Path real(String name) {
    Path file = dataFolder().resolve(name);
    assumeTrue(Files.exists(file), "needs ../shared/data beside the project: " + file);
    return file;
  }

  private static Path dataFolder() {
    String given = System.getProperty("penumbra.data");
    if (given != null) {
      return Path.of(given);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw")) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder.resolveSibling("shared").resolve("data");
  }
}
