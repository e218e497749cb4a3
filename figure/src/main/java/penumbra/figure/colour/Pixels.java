package penumbra.figure.colour;

import penumbra.core.NdArray;
import penumbra.io.format.PngCompression;
import penumbra.io.png.Png;

/// Colours as whole numbers `0xRRGGBB`, to and from rows of bytes.
public final class Pixels {
  private Pixels() {}

  /// Red, green, blue of each pixel in turn.
  public static byte[] toBytes(int[] pixels) {
    byte[] bytes = new byte[Math.multiplyExact(pixels.length, 3)];
    for (int i = 0; i < pixels.length; i++) {
      int rgb = pixels[i];
      bytes[3 * i] = (byte) (rgb >> 16);
      bytes[3 * i + 1] = (byte) (rgb >> 8);
      bytes[3 * i + 2] = (byte) rgb;
    }
    return bytes;
  }

  /// The pixels of a `UINT8` array of shape (height, width, 3).
  public static int[] ofRgb(NdArray array) {
    byte[] bytes = array.toBytes();
    int[] pixels = new int[bytes.length / 3];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] =
          (bytes[3 * i] & 0xFF) << 16 | (bytes[3 * i + 1] & 0xFF) << 8 | (bytes[3 * i + 2] & 0xFF);
    }
    return pixels;
  }

  /// The pixels as a PNG file: of grey levels if no pixel has a hue, else of RGB.
  public static byte[] toPng(int[] pixels, int width, int height) {
    byte[] grey = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int level = pixels[i] & 0xFF;
      if ((pixels[i] & 0xFFFFFF) != level * 0x010101) {
        return Png.encode(
            NdArray.ofUint8(toBytes(pixels), height, width, 3), PngCompression.BALANCED);
      }
      grey[i] = (byte) level;
    }
    return Png.encode(NdArray.ofUint8(grey, height, width), PngCompression.BALANCED);
  }
}
