package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.jpeg.Jpeg;
import penumbra.io.pixel.Luma;

class ReadJpegTest {
  @TempDir Path folder;

  private Radiograph read(byte[] jpeg) throws Exception {
    return ImageFiles.read(Files.write(folder.resolve("a.jpg"), jpeg));
  }

  private static double largestDifference(NdArray a, NdArray b) {
    double[] x = a.toDoubles();
    double[] y = b.toDoubles();
    assertThat(x).hasSameSizeAs(y);
    double largest = 0;
    for (int i = 0; i < x.length; i++) {
      largest = Math.max(largest, Math.abs(x[i] - y[i]));
    }
    return largest;
  }

  @Test
  void greyIsReadAsAnotherCallOfTheDecoderGivesIt() throws Exception {
    NdArray waves = Samples.waves(61, 83, 1);
    byte[] jpeg = Jpeg.encode(waves, 90);
    Radiograph read = read(jpeg);
    Raster raster = ImageIO.read(new java.io.ByteArrayInputStream(jpeg)).getRaster();
    assertThat(read.pixels().toDoubles())
        .isEqualTo(raster.getPixels(0, 0, 83, 61, (double[]) null));
    assertThat(largestDifference(read.pixels(), waves)).isLessThan(6);
    assertThat(read.decodingSteps())
        .containsExactly("Decoded JPEG, 61 x 83 pixels (height x width), 8-bit grey.");
  }

  @Test
  void colourIsTheLumaOfTheRgbThatTheDecoderGives() throws Exception {
    byte[] jpeg = Jpeg.encode(Samples.waves(61, 83, 3), 90);
    Radiograph read = read(jpeg);
    Raster rgb = ImageIO.read(new java.io.ByteArrayInputStream(jpeg)).getRaster();
    for (int y = 0; y < 61; y++) {
      for (int x = 0; x < 83; x++) {
        int[] pixel = rgb.getPixel(x, y, (int[]) null);
        assertThat(read.pixels().get(y, x)).isEqualTo(Luma.of(pixel[0], pixel[1], pixel[2]));
      }
    }
    assertThat(read.decodingSteps())
        .containsExactly(
            "Decoded JPEG, 61 x 83 pixels (height x width), 8-bit YCbCr colour.",
            "Turned colour into grey by BT.601 luma, (19595 R + 38470 G + 7471 B + 32768) /"
                + " 65536.");
  }

  @Test
  void greyStoredAsColourIsSaidToBeGrey() throws Exception {
    NdArray grey = Samples.waves(40, 40, 1);
    byte[] tripled = new byte[3 * 40 * 40];
    for (int i = 0; i < tripled.length; i++) {
      tripled[i] = grey.toBytes()[i / 3];
    }
    Radiograph read = read(Jpeg.encode(NdArray.ofUint8(tripled, 40, 40, 3), 95));
    assertThat(read.decodingSteps().getLast())
        .isEqualTo("Kept the value of red, green and blue, which are equal in every pixel.");
    assertThat(largestDifference(read.pixels(), grey)).isLessThan(6);
  }

  @Test
  void applicationSegmentsAndCommentsHaveNoSay() throws Exception {
    byte[] jpeg = Jpeg.encode(Samples.waves(33, 35, 1), 90);
    var file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    file.writeBytes(new byte[] {-1, (byte) 0xE2, 0, 16});
    file.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
    file.writeBytes(new byte[] {-1, (byte) 0xFE, 0, 4, -1, (byte) 0xD9});
    file.write(jpeg, 2, jpeg.length - 2);
    file.writeBytes("behind the end".getBytes(StandardCharsets.US_ASCII));
    assertThat(read(file.toByteArray()).pixels().sameBits(read(jpeg).pixels())).isTrue();
  }

  /// Four components of constant samples, with Adobe's marker of that transform in front; none for
  /// a negative one.
  private static byte[] fourComponents(int[] samples, int transform) throws Exception {
    WritableRaster raster = Raster.createInterleavedRaster(0, 16, 16, 4, null);
    for (int i = 0; i < 16 * 16; i++) {
      raster.setPixel(i % 16, i / 16, samples);
    }
    var out = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(new IIOImage(raster, null, null));
    }
    byte[] jpeg = out.toByteArray();
    var file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    if (transform >= 0) {
      file.writeBytes(new byte[] {-1, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e'});
      file.writeBytes(new byte[] {0, 100, 0, 0, 0, 0, (byte) transform});
    }
    file.write(jpeg, 2, jpeg.length - 2);
    return file.toByteArray();
  }

  private void assertGrey(byte[] jpeg, double expected, String name) throws Exception {
    Radiograph read = read(jpeg);
    assertThat(read.pixels().get(8, 8)).isBetween(expected - 2, expected + 2);
    assertThat(read.decodingSteps().getFirst()).endsWith("8-bit " + name + ".");
    assertThat(read.decodingSteps().get(1))
        .isEqualTo("Mixed the inks to RGB: (255 - ink) (255 - black) / 255.");
  }

  @Test
  void inksAreMixedWhetherStoredPlainOrInvertedAsAdobeDoes() throws Exception {
    // A third of the light passes the inks, four fifths of it the black.
    int[] ink = {170, 170, 170, 51};
    int[] adobe = {85, 85, 85, 204};
    assertGrey(fourComponents(ink, -1), 68, "CMYK");
    assertGrey(fourComponents(adobe, 0), 68, "CMYK");
  }

  @Test
  void ycckIsTurnedIntoInksFirst() throws Exception {
    // Grey in luminance: Y is 255 - (255 - ink), both differences 128.
    assertGrey(fourComponents(new int[] {170, 128, 128, 204}, 2), 68, "YCCK");
  }

  @Test
  void theComponentsMeanRgbWhereTheMarkersSaySo() throws Exception {
    var image = new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < 256; i++) {
      image.setRGB(i % 16, i / 16, 0xC86432);
    }
    byte[] jpeg = rgbJpeg(image);
    Radiograph read = read(jpeg);
    assertThat(read.decodingSteps().getFirst()).endsWith("8-bit RGB.");
    double luma = Luma.of(200, 100, 50);
    assertThat(read.pixels().get(8, 8)).isBetween(luma - 2, luma + 2);
  }

  /// A raster is written without colour transform or markers; Adobe's marker then names it RGB.
  private static byte[] rgbJpeg(BufferedImage image) throws Exception {
    WritableRaster raster = Raster.createInterleavedRaster(0, 16, 16, 3, null);
    for (int i = 0; i < 256; i++) {
      int rgb = image.getRGB(i % 16, i / 16);
      raster.setPixel(i % 16, i / 16, new int[] {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255});
    }
    var out = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(new IIOImage(raster, null, null));
    }
    byte[] jpeg = out.toByteArray();
    var file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    file.writeBytes(new byte[] {-1, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e'});
    file.writeBytes(new byte[] {0, 100, 0, 0, 0, 0, 0});
    file.write(jpeg, 2, jpeg.length - 2);
    return file.toByteArray();
  }
}
