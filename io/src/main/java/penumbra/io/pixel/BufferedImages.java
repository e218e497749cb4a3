package penumbra.io.pixel;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// Converts arrays to Java's `BufferedImage` and back.
///
/// ```
/// NdArray pixels = BufferedImages.toArray(ImageIO.read(file));
/// BufferedImage shown = BufferedImages.of(result);
/// ```
///
/// Both directions copy, and keep every value of 8 and 16 bits, grey or RGB, with or without alpha;
/// no colour space or gamma is applied. Pictures with a palette, with fewer bits, or with colours
/// multiplied by alpha become 8-bit colours as in [BufferedImage#getRGB(int, int)]; those with a
/// palette of greys become grey. Grey loses its alpha.
public final class BufferedImages {
  private static final int RGB = 3;
  private static final int RGBA = 4;

  private BufferedImages() {}

  /// The picture of an array.
  ///
  /// @param array `UINT8` or `UINT16` of shape (height, width), (height, width, 3) or (height,
  ///   width, 4)
  public static BufferedImage of(NdArray array) {
    require(array);
    int height = array.length(0);
    int width = array.length(1);
    int bands = array.rank() == 2 ? 1 : array.length(2);
    BufferedImage image = blank(array.type(), height, width, bands);
    WritableRaster raster = image.getRaster();
    double[] row = new double[width * bands];
    for (int y = 0; y < height; y++) {
      array.load((long) y * row.length, row, 0, row.length);
      raster.setPixels(0, y, width, 1, row);
    }
    return image;
  }

  private static void require(NdArray array) {
    boolean type = array.type() == DType.UINT8 || array.type() == DType.UINT16;
    boolean shape =
        array.rank() == 2
            || (array.rank() == 3 && (array.length(2) == RGB || array.length(2) == RGBA));
    InvalidInputException.require(
        type && shape && array.size() > 0,
        "what becomes a BufferedImage",
        "must be (height, width), (height, width, 3) or (height, width, 4) of uint8 or uint16",
        array,
        "show it through a window, or take one of its frames");
  }

  private static BufferedImage blank(DType type, int height, int width, int bands) {
    boolean deep = type == DType.UINT16;
    if (bands == 1) {
      int kind = deep ? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_BYTE_GRAY;
      return new BufferedImage(width, height, kind);
    }
    boolean alpha = bands == RGBA;
    if (!deep) {
      int kind = alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR;
      return new BufferedImage(width, height, kind);
    }
    var model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            alpha,
            false,
            alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, width, height, bands, null);
    return new BufferedImage(model, raster, false, null);
  }

  /// The array of a picture: `UINT8` or `UINT16`, of shape (height, width) for grey, else (height,
  /// width, 3), or (height, width, 4) with alpha.
  public static NdArray toArray(BufferedImage image) {
    boolean grey = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    int bands = grey ? 1 : image.getColorModel().hasAlpha() ? RGBA : RGB;
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return ofColours(image, isGrey(palette) ? 1 : bands);
    }
    int[] bits = image.getSampleModel().getSampleSize();
    boolean whole = true;
    for (int each : bits) {
      whole &= each == bits[0] && (each == Byte.SIZE || each == Short.SIZE);
    }
    int kind = image.getRaster().getTransferType();
    boolean unsigned = kind != DataBuffer.TYPE_SHORT;
    boolean rgb = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_RGB;
    boolean plain = !image.isAlphaPremultiplied() && whole && unsigned && (grey || rgb);
    return plain && bits.length >= bands
        ? ofSamples(image.getRaster(), bits[0] == Byte.SIZE ? DType.UINT8 : DType.UINT16, bands)
        : ofColours(image, bands);
  }

  private static NdArray ofSamples(Raster raster, DType type, int bands) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int stored = raster.getNumBands();
    double[] values = new double[Math.multiplyExact(width * bands, height)];
    int[] row = new int[width * stored];
    for (int y = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++) {
        for (int band = 0; band < bands; band++) {
          values[(y * width + x) * bands + band] = row[x * stored + band];
        }
      }
    }
    return NdArray.of(type, values, shape(height, width, bands));
  }

  private static NdArray ofColours(BufferedImage image, int bands) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] values = new byte[Math.multiplyExact(width * bands, height)];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int at = (y * width + x) * bands;
        // Packed as alpha, red, green and blue, from the highest byte on.
        for (int band = 0; band < bands; band++) {
          int shift = band == RGB ? 24 : 16 - 8 * band;
          values[at + band] = (byte) (row[x] >>> shift);
        }
      }
    }
    return NdArray.ofUint8(values, shape(height, width, bands));
  }

  private static int[] shape(int height, int width, int bands) {
    return bands == 1 ? new int[] {height, width} : new int[] {height, width, bands};
  }

  private static boolean isGrey(IndexColorModel palette) {
    boolean grey = !palette.hasAlpha();
    for (int i = 0; i < palette.getMapSize(); i++) {
      grey &= palette.getRed(i) == palette.getGreen(i) && palette.getRed(i) == palette.getBlue(i);
    }
    return grey;
  }
}
