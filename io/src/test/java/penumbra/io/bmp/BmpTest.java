package penumbra.io.bmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.core.NdArray;
import penumbra.io.ImageFiles;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.pixel.Luma;

/// BMP as the JDK writes it, of odd sizes; those of other programs are among the golden files.
class BmpTest {
  private static BufferedImage picture(int type, int height, int width) {
    var image = new BufferedImage(width, height, type);
    var random = new Random(type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        // Runs, so that run-length encoding has both of its forms.
        int grey = (x / 3 + y) % 4 == 0 ? 200 : random.nextInt(256);
        image.setRGB(x, y, 0xFF000000 | (grey << 16) | ((grey / 2) << 8) | (255 - grey));
      }
    }
    return image;
  }

  private static byte[] written(BufferedImage image, String compression) throws Exception {
    var out = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("bmp").next();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType(compression);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "5, BI_RGB",
    "12, BI_RGB",
    "13, BI_RGB",
    "13, BI_RLE8",
    "8, BI_BITFIELDS",
    "9, BI_RGB"
  })
  void whatTheJdkWritesIsReadAsItReadsIt(int type, String compression) throws Exception {
    for (int width = 1; width <= 19; width += 3) {
      BufferedImage image = picture(type, 11, width);
      byte[] file = written(image, compression);
      NdArray read = ImageFiles.read(file).pixels();
      assertThat(read.shape()).containsExactly(11, width);
      for (int y = 0; y < 11; y++) {
        for (int x = 0; x < width; x++) {
          int rgb = ImageIO.read(new java.io.ByteArrayInputStream(file)).getRGB(x, y);
          int grey = Luma.of(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
          // Of 5 and 6 bits the JDK rounds, Pillow and we round down.
          assertThat(Math.abs(read.get(y, x) - grey))
              .isLessThanOrEqualTo(type == 8 || type == 9 ? 1 : 0);
        }
      }
    }
  }

  @Test
  void whatIsCutOffOrMakesNoSenseIsRefused() throws Exception {
    byte[] file = written(picture(BufferedImage.TYPE_3BYTE_BGR, 9, 13), "BI_RGB");
    for (int n = 26; n < file.length; n += 7) {
      byte[] cut = Arrays.copyOf(file, n);
      assertThatThrownBy(() -> ImageFiles.read(cut)).isInstanceOf(UnreadableFileException.class);
    }
    byte[] vast = file.clone();
    ByteBuffer.wrap(vast).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 100_000).putInt(22, 100_000);
    assertThatThrownBy(() -> ImageFiles.read(vast)).hasMessageContaining("must have at most");
    byte[] jpeg = file.clone();
    jpeg[30] = 4;
    assertThatThrownBy(() -> ImageFiles.read(jpeg))
        .hasMessageEndingWith("has 24 bits with BMP compression 4; save it as PNG");
    byte[] large = file.clone();
    ByteBuffer.wrap(large).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 10_000).putInt(22, 10_000);
    assertThatThrownBy(() -> ImageFiles.read(large))
        .hasMessageContaining("ends before its last pixel");
  }
}
