package penumbra.io.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.io.GoldenFiles;
import penumbra.io.ImageFiles;
import penumbra.io.Samples;
import penumbra.io.png.Png;

class BufferedImagesTest {
  @Test
  void bothWaysNoValueChanges() {
    for (DType type : List.of(DType.UINT8, DType.UINT16)) {
      for (int[] shape : new int[][] {{1, 1}, {13, 7}, {13, 7, 3}, {13, 7, 4}, {1, 200, 3}}) {
        NdArray array = Samples.noise(1, type, shape);
        NdArray back = BufferedImages.toArray(BufferedImages.of(array));
        assertThat(back).hasToString(array.toString());
        assertThat(back.sameBits(array)).as("%s", array).isTrue();
      }
    }
  }

  @Test
  void greyHasTheKindsThatJavaHasForIt() {
    assertThat(BufferedImages.of(Samples.noise(1, DType.UINT8, 2, 3)).getType())
        .isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
    assertThat(BufferedImages.of(Samples.noise(1, DType.UINT16, 2, 3)).getType())
        .isEqualTo(BufferedImage.TYPE_USHORT_GRAY);
    BufferedImage colour = BufferedImages.of(NdArray.ofUint8(new byte[] {1, 2, 3}, 1, 1, 3));
    assertThat(colour.getRGB(0, 0)).isEqualTo(0xFF010203);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_BGR,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_INT_ARGB_PRE,
        BufferedImage.TYPE_4BYTE_ABGR_PRE,
        BufferedImage.TYPE_USHORT_565_RGB,
        BufferedImage.TYPE_USHORT_555_RGB,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void everyKindOfColourIsRedGreenBlue(int type) {
    var image = new BufferedImage(4, 3, type);
    for (int i = 0; i < 12; i++) {
      int alpha = image.getColorModel().hasAlpha() ? 0x80 << 24 : 0xFF << 24;
      image.setRGB(i % 4, i / 4, alpha | (i * 20) << 16 | (255 - i * 20) << 8 | i);
    }
    NdArray array = BufferedImages.toArray(image);
    assertThat(array.type()).isEqualTo(DType.UINT8);
    assertThat(array.shape()).containsExactly(3, 4, image.getColorModel().hasAlpha() ? 4 : 3);
    for (int i = 0; i < 12; i++) {
      int rgb = image.getRGB(i % 4, i / 4);
      int[] samples = {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, rgb >>> 24};
      for (int band = 0; band < array.length(2); band++) {
        assertThat(array.get(i / 4, i % 4, band)).isEqualTo(samples[band]);
      }
    }
  }

  @Test
  void bitsAreBlackAndWhite() {
    var image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
    image.setRGB(1, 0, 0xFFFFFFFF);
    assertThat(BufferedImages.toArray(image).toBytes()).containsExactly(0, 255);
    assertThat(BufferedImages.toArray(image)).hasToString("(1, 2) uint8");
  }

  @Test
  void aPartOfAPictureIsThatPart() {
    NdArray array = Samples.noise(2, DType.UINT16, 9, 8);
    NdArray part = BufferedImages.toArray(BufferedImages.of(array).getSubimage(2, 3, 4, 5));
    assertThat(part).hasToString("(5, 4) uint16");
    assertThat(part.get(0, 0)).isEqualTo(array.get(3, 2));
    assertThat(part.get(4, 3)).isEqualTo(array.get(7, 5));
  }

  @Test
  void whatJavaReadsIsWhatWeRead() throws Exception {
    byte[] grey = Files.readAllBytes(GoldenFiles.path("grey.pgm"));
    NdArray pixels = ImageFiles.read(grey).pixels();
    byte[] png = Png.encode(pixels);
    NdArray byJava = BufferedImages.toArray(ImageIO.read(new ByteArrayInputStream(png)));
    assertThat(byJava.sameBits(pixels)).isTrue();
  }

  @Test
  void whatIsNoPictureIsRefused() {
    assertThatThrownBy(() -> BufferedImages.of(Samples.noise(1, DType.FLOAT32, 2, 3)))
        .hasMessage(
            "what becomes a BufferedImage must be (height, width), (height, width, 3) or (height,"
                + " width, 4) of uint8 or uint16, but is (2, 3) float32; show it through a window,"
                + " or take one of its frames");
  }
}
