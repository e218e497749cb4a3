package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.pixel.Luma;
import penumbra.io.png.Png;

class ReadPngTest {
  private static final String LUMA =
      "Turned colour into grey by BT.601 luma, (19595 R + 38470 G + 7471 B + 32768) / 65536.";
  private static final int HEIGHT = 13;
  private static final int WIDTH = 21;

  @TempDir Path folder;

  private Radiograph read(byte[] png) throws Exception {
    return ImageFiles.read(Files.write(folder.resolve("a.png"), png));
  }

  private static byte[] foreignPng(BufferedImage image) throws Exception {
    var out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, "png", out)).isTrue();
    return out.toByteArray();
  }

  private static BufferedImage noise(int type) {
    var image = new BufferedImage(WIDTH, HEIGHT, type);
    WritableRaster raster = image.getRaster();
    var random = new Random(type);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        for (int band = 0; band < raster.getNumBands(); band++) {
          int bits = raster.getSampleModel().getSampleSize(band);
          raster.setSample(x, y, band, random.nextInt(1 << bits));
        }
      }
    }
    return image;
  }

  @ParameterizedTest
  @EnumSource(names = {"UINT8", "UINT16"})
  void greyStaysWhatItIs(DType type) throws Exception {
    NdArray array = Samples.noise(1, type, HEIGHT, WIDTH);
    Radiograph read = read(Png.encode(array));
    assertThat(read.pixels().sameBits(array)).isTrue();
    assertThat(read.decodingSteps())
        .containsExactly(
            "Decoded PNG, 13 x 21 pixels (height x width), %d-bit grey."
                .formatted(8 * type.bytes()));
    assertThat(read.source()).isEqualTo(folder.resolve("a.png").toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
  void greyOfAnotherEncoderIsReadWithoutGamma(int type) throws Exception {
    BufferedImage image = noise(type);
    double[] expected = image.getRaster().getPixels(0, 0, WIDTH, HEIGHT, (double[]) null);
    assertThat(read(foreignPng(image)).pixels().toDoubles()).isEqualTo(expected);
  }

  @Test
  void interlacedFilesAreRead() throws Exception {
    BufferedImage image = noise(BufferedImage.TYPE_BYTE_GRAY);
    var out = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("png").next();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    }
    byte[] png = out.toByteArray();
    assertThat(png[28]).as("interlace method").isEqualTo((byte) 1);
    double[] expected = image.getRaster().getPixels(0, 0, WIDTH, HEIGHT, (double[]) null);
    assertThat(read(png).pixels().toDoubles()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void fewBitsAreStretchedToTheWholeRange(int bits) throws Exception {
    int levels = 1 << bits;
    int width = 8 / bits + 1;
    byte[] rows = new byte[2 * 3];
    for (int x = 0; x < width; x++) {
      int bit = x * bits;
      rows[1 + bit / 8] |= (byte) (x % levels << (8 - bits - bit % 8));
      rows[4 + bit / 8] |= (byte) ((levels - 1) << (8 - bits - bit % 8));
    }
    Radiograph read = read(Samples.png(2, width, bits, 0, new byte[0], rows));
    int factor = 255 / (levels - 1);
    for (int x = 0; x < width; x++) {
      assertThat(read.pixels().get(0, x)).isEqualTo(x % levels * factor);
      assertThat(read.pixels().get(1, x)).isEqualTo(255);
    }
    assertThat(read.decodingSteps())
        .containsExactly(
            "Decoded PNG, 2 x %d pixels (height x width), %d-bit grey.".formatted(width, bits),
            "Stretched %d-bit grey to 8 bits (value x %d).".formatted(bits, factor));
  }

  @ParameterizedTest
  @EnumSource(names = {"UINT8", "UINT16"})
  void colourBecomesGreyByTheStatedRule(DType type) throws Exception {
    NdArray colour = Samples.noise(2, type, HEIGHT, WIDTH, 3);
    Radiograph read = read(Png.encode(colour));
    assertThat(read.pixels().type()).isEqualTo(type);
    double[] rgb = colour.toDoubles();
    double[] grey = read.pixels().toDoubles();
    for (int i = 0; i < grey.length; i++) {
      double luma = 19595 * rgb[3 * i] + 38470 * rgb[3 * i + 1] + 7471 * rgb[3 * i + 2];
      assertThat(grey[i]).isEqualTo(Math.floor((luma + 32768) / 65536));
    }
    assertThat(read.decodingSteps()).hasSize(2).contains(LUMA);
  }

  @ParameterizedTest
  @EnumSource(names = {"UINT8", "UINT16"})
  void equalColoursKeepTheirValue(DType type) throws Exception {
    NdArray grey = Samples.noise(3, type, HEIGHT, WIDTH);
    double[] values = new double[3 * HEIGHT * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = grey.toDoubles()[i / 3];
    }
    Radiograph read = read(Png.encode(NdArray.of(type, values, HEIGHT, WIDTH, 3)));
    assertThat(read.pixels().sameBits(grey)).isTrue();
    assertThat(read.decodingSteps().getLast())
        .isEqualTo("Kept the value of red, green and blue, which are equal in every pixel.");
  }

  @Test
  void alphaIsDroppedAndTheStepsSayWhetherItMattered() throws Exception {
    double[] values = {10, 20, 30, 255, 10, 20, 30, 0};
    Radiograph seeThrough = read(Png.encode(NdArray.of(DType.UINT8, values, 1, 2, 4)));
    assertThat(seeThrough.pixels().toDoubles()).containsExactly(18, 18);
    assertThat(seeThrough.decodingSteps())
        .containsExactly(
            "Decoded PNG, 1 x 2 pixels (height x width), 8-bit RGB with alpha.",
            LUMA,
            "Dropped the alpha channel, though 1 of 2 pixels are not opaque; their stored colour"
                + " counts.");
    values[7] = 255;
    Radiograph opaque = read(Png.encode(NdArray.of(DType.UINT8, values, 1, 2, 4)));
    assertThat(opaque.decodingSteps().getLast())
        .isEqualTo("Dropped the alpha channel; every pixel is opaque.");
  }

  @Test
  void greyWithAlphaKeepsItsGrey() throws Exception {
    byte[] rows = {0, 7, (byte) 255, 9, 0, 0, 11, 1, 13, 2};
    Radiograph read = read(Samples.png(2, 2, 8, 4, new byte[0], rows));
    assertThat(read.pixels().toDoubles()).containsExactly(7, 9, 11, 13);
    assertThat(read.decodingSteps().getLast()).contains("3 of 4 pixels are not opaque");
    byte[] deep = {0, 1, 2, -1, -1, 3, 4, -1, -1};
    Radiograph sixteen = read(Samples.png(1, 2, 16, 4, new byte[0], deep));
    assertThat(sixteen.pixels().type()).isEqualTo(DType.UINT16);
    assertThat(sixteen.pixels().toDoubles()).containsExactly(0x102, 0x304);
    assertThat(sixteen.decodingSteps().getLast()).contains("every pixel is opaque");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void palettesAreLookedUp(int bits) throws Exception {
    byte[][] bands = {Samples.bytes(1, 256), Samples.bytes(2, 256), Samples.bytes(3, 256)};
    var model = new IndexColorModel(bits, 1 << bits, bands[0], bands[1], bands[2]);
    int type = bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY;
    var image = new BufferedImage(WIDTH, HEIGHT, type, model);
    var random = new Random(4);
    double[] expected = new double[WIDTH * HEIGHT];
    for (int i = 0; i < expected.length; i++) {
      int index = random.nextInt(1 << bits);
      image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, index);
      expected[i] = Luma.of(bands[0][index] & 0xFF, bands[1][index] & 0xFF, bands[2][index] & 0xFF);
    }
    Radiograph read = read(foreignPng(image));
    assertThat(read.pixels().toDoubles()).isEqualTo(expected);
    assertThat(read.decodingSteps())
        .containsExactly(
            "Decoded PNG, 13 x 21 pixels (height x width), %d-bit palette of %d colours."
                .formatted(bits, 1 << bits),
            LUMA);
  }

  @Test
  void gammaAndTextsDoNotMatterAndDeclaredTransparencyIsTold() throws Exception {
    NdArray array = Samples.noise(5, DType.UINT8, HEIGHT, WIDTH);
    byte[] plain = Png.encode(array);
    var file = new ByteArrayOutputStream();
    file.write(plain, 0, 33);
    Png.chunk(file, "gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F});
    Png.chunk(file, "iCCP", new byte[] {1, 2, 3});
    Png.chunk(file, "tRNS", new byte[] {0, 100});
    file.write(plain, 33, plain.length - 33);
    Radiograph read = read(file.toByteArray());
    assertThat(read.pixels().sameBits(array)).isTrue();
    assertThat(read.decodingSteps().getLast())
        .isEqualTo("Dropped the declared transparency; transparent pixels keep their colour.");
  }
}
