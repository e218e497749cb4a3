package penumbra.io.png;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.io.Samples;
import penumbra.io.format.PngCompression;

class PngTest {
  private static final List<int[]> SIZES =
      List.of(
          new int[] {1, 1},
          new int[] {1, 9},
          new int[] {13, 1},
          new int[] {7, 8},
          new int[] {207, 33});

  private static void assertDecodesTo(NdArray array, byte[] png) throws Exception {
    Raster raster = ImageIO.read(new ByteArrayInputStream(png)).getRaster();
    int bands = array.rank() == 2 ? 1 : array.length(2);
    assertThat(raster.getNumBands()).isEqualTo(bands);
    assertThat(raster.getSampleModel().getSampleSize(0)).isEqualTo(8 * array.type().bytes());
    double[] pixels =
        raster.getPixels(0, 0, raster.getWidth(), raster.getHeight(), (double[]) null);
    assertThat(pixels).isEqualTo(array.toDoubles());
  }

  @ParameterizedTest
  @EnumSource(names = {"UINT8", "UINT16"})
  void anotherDecoderFindsTheSamePixels(DType type) throws Exception {
    for (int[] size : SIZES) {
      NdArray grey = Samples.noise(1, type, size);
      assertDecodesTo(grey, Png.encode(grey));
      for (int bands = 3; bands <= 4; bands++) {
        NdArray colour = Samples.noise(2, type, size[0], size[1], bands);
        assertDecodesTo(colour, Png.encode(colour));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyCompressionKeepsThePixels(PngCompression compression) throws Exception {
    for (int[] size : SIZES) {
      NdArray noise = Samples.noise(4, DType.UINT8, size[0], size[1], 3);
      assertDecodesTo(noise, Png.encode(noise, compression));
    }
    NdArray flat = NdArray.ofUint8(new byte[300 * 500], 300, 500);
    assertDecodesTo(flat, Png.encode(flat, compression));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void smoothPicturesAreFilteredToLessThanHalf(int bands) throws Exception {
    NdArray waves = Samples.waves(200, 300, bands);
    byte[] png = Png.encode(waves);
    assertDecodesTo(waves, png);
    assertThat(png.length).isLessThan((int) waves.size() / 2);
  }

  @Test
  void theSameArrayGivesTheSameBytes() {
    NdArray array = Samples.noise(3, DType.UINT16, 40, 50);
    assertThat(Png.encode(array)).isEqualTo(Png.encode(array));
  }

  @Test
  void partsOfLargerArraysAreWrittenFromTheirPlace() throws Exception {
    NdArray stack = Samples.noise(4, DType.UINT8, 3, 10, 11);
    assertDecodesTo(stack.part(2), Png.encode(stack.part(2)));
  }

  @Test
  void refusesTypesThatWouldLoseSomething() {
    assertThatThrownBy(() -> Png.encode(Samples.noise(5, DType.FLOAT32, 2, 2)))
        .hasMessage(
            "the element type for PNG must be uint8 or uint16, but is float32; use .npy, or add a"
                + " colormap or an 8-bit output type");
    assertThatThrownBy(() -> Png.encode(Samples.noise(5, DType.INT32, 2, 2)))
        .hasMessageContaining("but is int32");
  }

  @Test
  void refusesShapesThatAreNoPicture() {
    assertThatThrownBy(() -> Png.encode(Samples.noise(6, DType.UINT8, 4, 5, 6)))
        .hasMessage(
            "the shape for PNG must be (height, width), (height, width, 3) or (height, width, 4),"
                + " but is (4, 5, 6); write one picture at a time, or use .npy");
    assertThatThrownBy(() -> Png.encode(Samples.noise(6, DType.UINT8, 0, 5)))
        .hasMessage(
            "the shape for PNG must have at least one pixel, but is (0, 5); check what made the"
                + " array");
  }
}
