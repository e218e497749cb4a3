package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.format.ReadOptions;
import penumbra.io.tiff.Tiff;

/// What is written is read again bit for bit.
class WriteFormatsTest {
  @TempDir Path folder;

  private NdArray again(NdArray array, String name) throws Exception {
    Path file = folder.resolve(name);
    ImageFiles.write(array, file);
    byte[] first = Files.readAllBytes(file);
    ImageFiles.write(array, file);
    assertThat(Files.readAllBytes(file)).as("the same bytes again").isEqualTo(first);
    return ImageFiles.readArray(file);
  }

  private void assertKept(NdArray array, String name) throws Exception {
    assertThat(again(array, name).sameBits(array)).as("%s as %s", array, name).isTrue();
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void tiffKeepsEveryType(DType type) throws Exception {
    for (int width : new int[] {1, 2, 7, 64, 1000}) {
      assertKept(Samples.noise(width, type, 13, width), "a.tif");
    }
    assertKept(Samples.noise(3, type, 4, 5, 6), "volume.tiff");
    assertKept(Samples.noise(4, type, 700, 611), "strips.tif");
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void bigTiffKeepsEveryType(DType type) throws Exception {
    NdArray volume = Samples.noise(5, type, 3, 200, 611);
    var out = new ByteArrayOutputStream();
    Tiff.write(volume, out, true);
    Path file = Files.write(folder.resolve("big.tif"), out.toByteArray());
    assertThat(out.toByteArray()[2]).isEqualTo((byte) 43);
    assertThat(ImageFiles.readArray(file).sameBits(volume)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void niftiKeepsEveryType(DType type) throws Exception {
    for (String name : List.of("a.nii", "a.nii.gz")) {
      for (int[] shape :
          new int[][] {{7}, {5, 9}, {4, 5, 6}, {2, 3, 4, 5}, {3, 1, 1}, {3, 2, 1, 2}}) {
        NdArray array = Samples.noise(1, type, shape);
        NdArray read = again(array, name);
        assertThat(read.shape()).isEqualTo(shape);
        NdArray meant = type == DType.FLOAT16 ? array.as(DType.FLOAT32) : array;
        assertThat(read.sameBits(meant)).isTrue();
      }
    }
  }

  @Test
  void niftiKeepsSpacing() throws Exception {
    NdArray volume = Samples.noise(1, DType.INT16, 2, 3, 4);
    Path file = folder.resolve("v.nii.gz");
    ImageFiles.write(
        new Radiograph(volume, "", List.of(), List.of(2.5, 0.25, 0.5), Optional.empty()), file);
    assertThat(ImageFiles.readAny(file, ReadOptions.standard()).spacing())
        .containsExactly(2.5, 0.25, 0.5);
  }

  @Test
  void pgmKeepsEightAndSixteenBits() throws Exception {
    assertKept(Samples.noise(1, DType.UINT8, 9, 13), "a.pgm");
    assertKept(Samples.noise(1, DType.UINT16, 9, 13), "b.pgm");
  }

  @Test
  void colourIsWrittenAsColour() throws Exception {
    for (DType type : List.of(DType.UINT8, DType.UINT16)) {
      NdArray colour = Samples.noise(1, type, 9, 13, 3);
      NdArray png = again(colour, "a.png");
      assertThat(again(colour, "a.tif").sameBits(png)).isTrue();
      assertThat(again(colour, "a.ppm").sameBits(png)).isTrue();
    }
  }

  @Test
  void whatAFormatCannotHoldIsRefused() {
    assertThatThrownBy(
            () -> ImageFiles.write(Samples.noise(1, DType.FLOAT32, 2, 3), folder.resolve("a.pgm")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "the element type for PGM must be uint8 or uint16, but is float32; use .npy or .tif, or"
                + " add an 8-bit output type");
    assertThatThrownBy(
            () -> ImageFiles.write(Samples.noise(1, DType.UINT8, 5), folder.resolve("a.tif")))
        .hasMessage(
            "the shape for TIFF must be (height, width), (height, width, 3) or (pages, height,"
                + " width), but is (5,); write one picture or volume at a time, or use .npy");
    assertThatThrownBy(() ->
            ImageFiles.write(Samples.noise(1, DType.UINT8, 1, 40000), folder.resolve("a.nii")))
        .hasMessage(
            "the shape for NIfTI must have 1 to 7 axes of 1 to 32767 values, but is (1, 40000); use"
                + " .npy or .tif");
    assertThat(folder).isEmptyDirectory();
  }
}
