package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.core.NdArray;

class WriteImageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "b.PNG", "c.npy", "d.x.npy"})
  void losslessFormatsComeBackAsTheyWere(String name) throws Exception {
    NdArray array = Samples.noise(1, DType.UINT16, 9, 14);
    ImageFiles.write(array, folder.resolve(name));
    assertThat(ImageFiles.read(folder.resolve(name)).pixels().sameBits(array)).isTrue();
  }

  @Test
  void npyKeepsFloatsForARadiograph() throws Exception {
    NdArray array = NdArray.ofFloat32(new float[] {1.5f, -2, Float.NaN, 0, 7, 1e30f}, 2, 3);
    ImageFiles.write(array, folder.resolve("a.npy"));
    var read = ImageFiles.read(folder.resolve("a.npy"));
    assertThat(read.pixels().sameBits(array)).isTrue();
    assertThat(read.decodingSteps()).containsExactly("Read NPY, (2, 3) float32.");
  }

  @Test
  void jpegQualityIsHonoured() throws Exception {
    NdArray waves = Samples.waves(200, 200, 1);
    ImageFiles.write(waves, folder.resolve("good.jpg"));
    ImageFiles.write(waves, folder.resolve("same.jpeg"), 90);
    ImageFiles.write(waves, folder.resolve("poor.JPG"), 10);
    assertThat(folder.resolve("good.jpg")).hasSameBinaryContentAs(folder.resolve("same.jpeg"));
    assertThat(Files.size(folder.resolve("poor.JPG")))
        .isLessThan(Files.size(folder.resolve("good.jpg")));
  }

  @Test
  void flatColoursSurviveJpegWithinOneStep() throws Exception {
    byte[] flat = new byte[3 * 32 * 32];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (byte) new int[] {200, 100, 50}[i % 3];
    }
    ImageFiles.write(NdArray.ofUint8(flat, 32, 32, 3), folder.resolve("flat.jpg"));
    double grey = ImageFiles.read(folder.resolve("flat.jpg")).pixels().get(16, 16);
    assertThat(grey).isBetween(123.0, 126.0);
  }

  private void assertRefused(NdArray array, String name, String message) {
    assertThatThrownBy(() -> ImageFiles.write(array, folder.resolve(name))).hasMessage(message);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatAFormatCannotHoldIsRefused() {
    assertRefused(
        Samples.noise(2, DType.FLOAT32, 2, 2),
        "a.png",
        "the element type for PNG must be uint8 or uint16, but is float32; use .npy, or add a"
            + " colormap or an 8-bit output type");
    assertRefused(
        Samples.noise(2, DType.UINT16, 2, 2),
        "a.jpg",
        "the element type for JPEG must be uint8, but is uint16; use .png, or an 8-bit output"
            + " type");
    assertRefused(
        Samples.noise(2, DType.UINT8, 2, 2, 4),
        "a.jpg",
        "the shape for JPEG must be (height, width) or (height, width, 3), but is (2, 2, 4); use"
            + " .png, which keeps the alpha channel");
    assertRefused(
        Samples.noise(2, DType.UINT8, 1, 70000),
        "a.jpg",
        "the shape for JPEG must have sides from 1 to 65500, but is (1, 70000); use .png");
  }

  @Test
  void unknownExtensionsAndQualitiesAreRefused() {
    NdArray array = Samples.noise(3, DType.UINT8, 2, 2);
    assertRefused(
        array,
        "a.bmp",
        folder.resolve("a.bmp")
            + " must end in .png, .jpg, .jpeg, .npy, .tif, .tiff, .nii, .nii.gz, .pgm, .ppm or"
            + " .gif, but ends otherwise; add one of these to the name");
    assertThatThrownBy(() -> ImageFiles.write(array, folder.resolve("a.jpg"), 101))
        .hasMessage("the JPEG quality must be from 1 to 100, but is 101; 90 is a good choice");
  }
}
