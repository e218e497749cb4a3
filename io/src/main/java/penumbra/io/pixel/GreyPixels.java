package penumbra.io.pixel;

import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.util.List;
import penumbra.core.NdArray;

/// The grey values of a picture while it is read, 8 or 16 bits.
///
/// Colour becomes grey by [Luma], unless it is to be kept; then it has 8 bits. Alpha is ignored:
/// the grey is that of the stored colour, without a background.
public final class GreyPixels {
  private static final String KEPT = "Kept the colours, in 8 bits, for display.";

  private final int height;
  private final int width;
  private final byte[] bytes;
  private final short[] shorts;
  private final byte[] colours;
  private final int opaque;
  private long notOpaque;
  private boolean equal = true;

  /// For a picture of `bits` bits, 8 or 16, all black, that is grey in the end.
  public GreyPixels(int height, int width, int bits) {
    this(height, width, bits, false);
  }

  /// For a picture in colour, which is kept on request.
  public GreyPixels(int height, int width, int bits, boolean colour) {
    this.height = height;
    this.width = width;
    this.bytes = new byte[bits == 8 ? height * width : 0];
    this.shorts = new short[bits == 16 ? height * width : 0];
    this.colours = new byte[colour ? Math.multiplyExact(3, height * width) : 0];
    this.opaque = (1 << bits) - 1;
  }

  /// The array of a raster of one band; its storage is taken over where it lies row by row.
  public static NdArray of(Raster raster, int bits) {
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

  /// Sets the pixel at place `at`, counted row by row, to a grey level.
  public void put(int at, int grey) {
    if (shorts.length == 0) {
      bytes[at] = (byte) grey;
    } else {
      shorts[at] = (short) grey;
    }
  }

  /// Sets it to the grey of a colour, and to the colour itself where colours are kept.
  public void put(int at, int red, int green, int blue) {
    equal &= red == green && green == blue;
    put(at, Luma.of(red, green, blue));
    if (colours.length > 0) {
      colours[3 * at] = inEightBits(red);
      colours[3 * at + 1] = inEightBits(green);
      colours[3 * at + 2] = inEightBits(blue);
    }
  }

  /// Takes note of the alpha of a pixel, which is dropped.
  public void alpha(int alpha) {
    notOpaque += alpha == opaque ? 0 : 1;
  }

  private byte inEightBits(int sample) {
    return (byte) (shorts.length == 0 ? sample : (sample * 255 + opaque / 2) / opaque);
  }

  /// The picture: (height, width), or (height, width, 3) where its colours are kept.
  public NdArray toArray() {
    if (keepsColour()) {
      return NdArray.ofUint8(colours, height, width, 3);
    }
    return shorts.length == 0
        ? NdArray.ofUint8(bytes, height, width)
        : NdArray.ofUint16(shorts, height, width);
  }

  private boolean keepsColour() {
    return colours.length > 0 && !equal;
  }

  /// Says what was done with the colours.
  public void tellColour(List<String> steps) {
    steps.add(keepsColour() ? KEPT : Luma.describe(equal));
  }

  /// Says what was done with the alpha channel.
  public void tellAlpha(List<String> steps) {
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
