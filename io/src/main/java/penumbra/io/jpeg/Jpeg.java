package penumbra.io.jpeg;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// Writes JPEG, which is lossy: for viewing, not for measuring.
///
/// ```
/// Files.write(file, Jpeg.encode(pixels, 90));
/// ```
///
/// `UINT8` arrays of shape (height, width) become grey, (height, width, 3) colour with halved
/// chroma.
public final class Jpeg {
  private static final int MAX_LENGTH = 65500;

  private Jpeg() {}

  /// The decoder of grey JPEG, and why, separated by `; `: `javax.imageio`, or `libjpeg-turbo` if
  /// the system property `penumbra.jpeg` is `turbo`, the library is installed and Java may call it.
  public static String decoder() {
    return FastJpeg.describe();
  }

  /// The bytes of a JPEG file that shows `array`.
  ///
  /// @param quality from 1 (small) to 100 (nearly without loss)
  public static byte[] encode(NdArray array, int quality) throws IOException {
    check(array, quality);
    var out = new ByteArrayOutputStream();
    ImageWriter writer = writerOfTheJdk();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality / 100f);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(toImage(array), null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static void check(NdArray array, int quality) {
    InvalidInputException.require(
        quality >= 1 && quality <= 100,
        "the JPEG quality",
        "must be from 1 to 100",
        quality,
        "90 is a good choice");
    if (array.type() != DType.UINT8) {
      throw InvalidInputException.of(
          "the element type for JPEG",
          "must be uint8",
          array.type().label(),
          array.type() == DType.UINT16
              ? "use .png, or an 8-bit output type"
              : "use .npy, or add a colormap or an 8-bit output type");
    }
    if (array.rank() != 2 && !(array.rank() == 3 && array.length(2) == 3)) {
      throw InvalidInputException.of(
          "the shape for JPEG",
          "must be (height, width) or (height, width, 3)",
          NdArray.describe(array.shape()),
          array.rank() == 3 && array.length(2) == 4
              ? "use .png, which keeps the alpha channel"
              : "write one picture at a time, or use .npy");
    }
    if (!(array.size() > 0 && array.length(0) <= MAX_LENGTH && array.length(1) <= MAX_LENGTH)) {
      throw InvalidInputException.of(
          "the shape for JPEG",
          "must have sides from 1 to " + MAX_LENGTH,
          NdArray.describe(array.shape()),
          "use .png");
    }
  }

  private static BufferedImage toImage(NdArray array) {
    boolean grey = array.rank() == 2;
    int height = array.length(0);
    int width = array.length(1);
    var image =
        new BufferedImage(
            width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    WritableRaster raster = image.getRaster();
    double[] row = new double[width * (grey ? 1 : 3)];
    for (int y = 0; y < height; y++) {
      array.load((long) y * row.length, row, 0, row.length);
      raster.setPixels(0, y, width, 1, row);
    }
    return image;
  }

  private static ImageWriter writerOfTheJdk() {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    while (writers.hasNext()) {
      ImageWriter writer = writers.next();
      if (writer.getClass().getModule() == ImageIO.class.getModule()) {
        return writer;
      }
    }
    throw new IllegalStateException("this Java runtime has no jpeg writer");
  }
}
