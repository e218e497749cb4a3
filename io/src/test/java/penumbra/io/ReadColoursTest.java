package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.format.ReadOptions;
import penumbra.io.pixel.Luma;

class ReadColoursTest {
  private static final ReadOptions IN_COLOUR = ReadOptions.standard().withColours(true);

  @TempDir private Path folder;

  private static NdArray colours(int levels, DType type) {
    double[] samples = new double[5 * 7 * 3];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (i * 37L) % levels;
    }
    return NdArray.of(type, samples, 5, 7, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "a.ppm", "a.tif"})
  void coloursThatAreKeptAreThoseOfTheFile(String name) throws IOException {
    NdArray colours = colours(256, DType.UINT8);
    Path file = folder.resolve(name);
    ImageFiles.write(colours, file);
    Radiograph kept = ImageFiles.read(file, IN_COLOUR);
    assertThat(kept.pixels().sameBits(colours)).isTrue();
    assertThat(kept.decodingSteps()).contains("Kept the colours, in 8 bits, for display.");
    assertThat(ImageFiles.read(file).pixels().sameBits(Luma.of(colours))).isTrue();
  }

  @Test
  void sixteenBitsBecomeEight() throws IOException {
    NdArray colours = colours(65536, DType.UINT16);
    Path file = folder.resolve("a.png");
    ImageFiles.write(colours, file);
    double[] deep = colours.toDoubles();
    double[] kept = ImageFiles.read(file, IN_COLOUR).pixels().toDoubles();
    for (int i = 0; i < kept.length; i++) {
      assertThat(kept[i]).isEqualTo(Math.rint(deep[i] * 255 / 65535));
    }
  }

  @Test
  void ofAJpegTheyAreWhatBecomesGrey() throws IOException {
    Path file = folder.resolve("a.jpg");
    ImageFiles.write(colours(256, DType.UINT8), file);
    NdArray kept = ImageFiles.read(file, IN_COLOUR).pixels();
    assertThat(kept).hasToString("(5, 7, 3) uint8");
    assertThat(Luma.of(kept).sameBits(ImageFiles.read(file).pixels())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "a.ppm", "a.tif"})
  void equalPartsOfRedGreenAndBlueAreGrey(String name) throws IOException {
    byte[] samples = new byte[5 * 7 * 3];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (i / 3);
    }
    Path file = folder.resolve(name);
    ImageFiles.write(NdArray.ofUint8(samples, 5, 7, 3), file);
    assertThat(ImageFiles.read(file, IN_COLOUR).pixels()).hasToString("(5, 7) uint8");
  }

  @Test
  void aPictureInColourHasOneFrame() throws IOException {
    Path file = folder.resolve("a.png");
    ImageFiles.write(colours(256, DType.UINT8), file);
    assertThat(ImageFiles.read(file, IN_COLOUR.withFrame(1)).pixels().rank()).isEqualTo(3);
    assertThatThrownBy(() -> ImageFiles.read(file, IN_COLOUR.withFrame(2)))
        .hasMessageContaining("must have the frame 2 that is asked for");
  }
}
