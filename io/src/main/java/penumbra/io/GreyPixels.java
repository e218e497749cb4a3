package penumbra.io;

import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.util.List;
import penumbra.core.NdArray;

/// The grey values of a picture under way, 8 or 16 bits deep.
///
/// Colour becomes grey by [Luma]. Alpha is dropped: the grey is that of the stored colour, with no
/// background mixed in.
final class GreyPixels {
  private final int height;
  private final int width;
  private final byte[] bytes;
  private final short[] shorts;
  private final int opaque;
  private long notOpaque;
  private boolean equal = true;

  GreyPixels(int height, int width, int bits) {
    this.height = height;
    this.width = width;
    this.bytes = new byte[bits == 8 ? height * width : 0];
    this.shorts = new short[bits == 16 ? height * width : 0];
    this.opaque = (1 << bits) - 1;
  }

  /// The array of a raster of one band; its storage is taken over where it lies row by row.
  static NdArray of(Raster raster, int bits) {
    int height = raster.getHeight();
    int width = raster.getWidth();
    boolean plain =
        raster.getSampleModel() instanceof ComponentSampleModel model
            && model.getPixelStride() == 1
            && model.getScanlineStride() == width
            && raster.getDataBuffer().getOffset() == 0;
    if (plain && bits == 8 && raster.getDataBuffer() instanceof DataBufferByte buffer) {
      return NdArray.ofUint8(buffer.getData(), height, width);
    }
    if (plain && bits == 16 && raster.getDataBuffer() instanceof DataBufferUShort buffer) {
      return NdArray.ofUint16(buffer.getData(), height, width);
    }
    var grey = new GreyPixels(height, width, bits);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        grey.put(y * width + x, row[x]);
      }
    }
    return grey.toArray();
  }

  void put(int at, int grey) {
    if (shorts.length == 0) {
      bytes[at] = (byte) grey;
    } else {
      shorts[at] = (short) grey;
    }
  }

  void put(int at, int red, int green, int blue) {
    equal &= red == green && green == blue;
    put(at, Luma.of(red, green, blue));
  }

  void alpha(int alpha) {
    notOpaque += alpha == opaque ? 0 : 1;
  }

  NdArray toArray() {
    return shorts.length == 0
        ? NdArray.ofUint8(bytes, height, width)
        : NdArray.ofUint16(shorts, height, width);
  }

  /// Says what was done with the colours.
  void tellColour(List<String> steps) {
    steps.add(Luma.describe(equal));
  }

  /// Says what was done with the alpha channel.
  void tellAlpha(List<String> steps) {
    long pixels = (long) height * width;
    steps.add(
        notOpaque == 0
            ? "Dropped the alpha channel; every pixel is opaque."
            : "Dropped the alpha channel, though "
                + notOpaque
                + " of "
                + pixels
                + " pixels are not opaque; their stored colour counts.");
  }
}
