package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.npy.Npy;

/// Files that other programs wrote (`conformance/formats.py`), with what they hold beside them.
class GoldenFormatsTest {
  static List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(GoldenFiles.path("."))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".npy"))
          .map(name -> name.substring(0, name.length() - 4))
          .filter(name -> !name.equals("two.npz"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatOthersWroteIsReadBitForBit(String name) throws Exception {
    NdArray expected = Npy.read(GoldenFiles.path(name + ".npy"));
    NdArray read = ImageFiles.readArray(GoldenFiles.path(name));
    assertThat(read.toString()).isEqualTo(expected.toString());
    assertThat(read.sameBits(expected)).as("bits of %s", name).isTrue();
  }

  @Test
  void thereIsAFileForEveryVariant() throws Exception {
    assertThat(names()).hasSizeGreaterThan(70);
  }

  private static List<String> steps(String name) throws Exception {
    return ImageFiles.readAny(GoldenFiles.path(name), ReadOptions.standard()).decodingSteps();
  }

  @Test
  void stepsTellWhatWasDone() throws Exception {
    assertThat(steps("uint16-miniswhite.tif"))
        .containsExactly(
            "Decoded TIFF, 11 x 19 pixels (height x width), 16-bit grey, uncompressed.",
            "Inverted the values (65535 - value), since the file stores white as 0 (WhiteIsZero).");
    assertThat(steps("uint8-thumbnail.tif").getFirst())
        .isEqualTo("Passed over 1 pages that are smaller copies.");
    assertThat(steps("uint16-pages.tif").getLast())
        .isEqualTo("Put 3 pages of this kind together as a volume.");
    assertThat(steps("scaled.nii"))
        .containsExactly(
            "Read NIfTI-1, (4, 5, 6) int16 from (x, y, z) as (z, y, x).",
            "Scaled the stored values to 0.10000000149011612 x value + -1024.0, as float64.");
    assertThat(steps("comments.pgm"))
        .containsExactly("Decoded PNM (P2), 2 x 3 pixels (height x width), grey up to 1000.");
    assertThat(steps("one.npz"))
        .containsExactly("Opened NPZ with the array image.npy.", "Read NPY, (11, 19) int16.");
  }

  @Test
  void storedValuesKeepPolarityAndScale() throws Exception {
    ReadOptions stored = ReadOptions.standard().withValues(GreyValues.STORED);
    Radiograph white = ImageFiles.readAny(GoldenFiles.path("uint16-miniswhite.tif"), stored);
    assertThat(white.pixels().sameBits(Npy.read(GoldenFiles.path("uint16.tif.npy")))).isTrue();
    NdArray meant = ImageFiles.readArray(GoldenFiles.path("uint16-miniswhite.tif"));
    assertThat(
            white.presentation().orElseThrow().show(white.pixels(), DType.UINT16).sameBits(meant))
        .isTrue();
    NdArray scaled = ImageFiles.readAny(GoldenFiles.path("scaled.nii"), stored).pixels();
    assertThat(scaled.sameBits(Npy.read(GoldenFiles.path("int16.nii.npy")))).isTrue();
  }

  @Test
  void aFrameIsOnePageOrSlice() throws Exception {
    for (String name : List.of("uint16-pages.tif", "imagej.tif", "int16.nii.gz")) {
      NdArray all = ImageFiles.readArray(GoldenFiles.path(name));
      for (int frame = 1; frame <= all.length(0); frame++) {
        Radiograph one =
            ImageFiles.read(GoldenFiles.path(name), ReadOptions.standard().withFrame(frame));
        assertThat(one.pixels().sameBits(all.part(frame - 1))).as("%s %d", name, frame).isTrue();
      }
    }
    assertThatThrownBy(() ->
            ImageFiles.read(
                GoldenFiles.path("uint16-pages.tif"), ReadOptions.standard().withFrame(4)))
        .hasMessageEndingWith(
            "must have the frame 4 that is asked for, but has 3; name one from 1 to 3");
    assertThatThrownBy(() ->
            ImageFiles.read(GoldenFiles.path("grey.pgm"), ReadOptions.standard().withFrame(2)))
        .hasMessageEndingWith(
            "must have the frame 2 that is asked for, but has 1; leave the frame out");
  }

  @Test
  void spacingIsInMillimetres() throws Exception {
    assertThat(ImageFiles.readAny(GoldenFiles.path("int16.nii"), ReadOptions.standard()).spacing())
        .containsExactly(2.0, 0.75, 0.5);
    assertThat(
            ImageFiles.read(GoldenFiles.path("int16.nii"), ReadOptions.standard().withFrame(1))
                .spacing())
        .containsExactly(0.75, 0.5);
    List<Double> microns = ImageFiles.read(GoldenFiles.path("plane.nii")).spacing();
    assertThat(microns.get(0)).isCloseTo(0.1, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(microns.get(1)).isCloseTo(0.2, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void jpegInTiffIsReadAsTheJpegWithin() throws Exception {
    Radiograph image = ImageFiles.read(GoldenFiles.path("jpeg.tif"));
    assertThat(image.pixels()).hasToString("(32, 48) uint8");
    assertThat(image.decodingSteps())
        .containsExactly("Decoded TIFF, 32 x 48 pixels (height x width), 8-bit grey, JPEG.");
    double[] values = image.pixels().toDoubles();
    double mean = java.util.Arrays.stream(values).average().orElseThrow();
    double[] meant = Npy.read(GoldenFiles.path("jpeg.tif.raw")).toDoubles();
    for (int i = 0; i < meant.length; i++) {
      assertThat(Math.abs(values[i] - meant[i])).isLessThan(8);
    }
    assertThat(mean).isBetween(1.0, 254.0);
  }

  private static void assertRefused(String name, String message) {
    Path file = GoldenFiles.path(name);
    assertThatThrownBy(() -> ImageFiles.readArray(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(file + " " + message);
  }

  @Test
  void whatCannotBeReadSaysWhyAndWhatToDo() {
    assertRefused(
        "pages-of-two-sizes.tif",
        "must have pages of one size and type to be read as a volume, but page 1 is (8, 9) uint8"
            + " and page 2 (4, 5) uint8; choose one of its 2 pages");
    assertRefused(
        "pillow-1-bit-group4.tif",
        "must be uncompressed or compressed with LZW, Deflate, PackBits or JPEG to be read, but has"
            + " TIFF compression 4; save it with one of these");
    assertRefused(
        "pair.hdr",
        "must hold header and values in one file, but is the header of a pair (.hdr and .img); join"
            + " them to one .nii, for example with nibabel");
    Path two = GoldenFiles.path("two.npz");
    assertRefused(
        "two.npz",
        "must hold one array, but holds 2: image.npy, mask.npy; name one of them, as in "
            + two
            + "!/image.npy");
  }

  @Test
  void anArrayOfSeveralIsNamedAsAMember() throws Exception {
    NdArray mask = ImageFiles.readArray(GoldenFiles.path("two.npz!/mask.npy"));
    assertThat(mask.sameBits(Npy.read(GoldenFiles.path("two.npz.npy")))).isTrue();
    assertThat(ImageFiles.readArray(GoldenFiles.path("two.npz!/image.npy")).type())
        .isEqualTo(DType.FLOAT32);
  }
}
