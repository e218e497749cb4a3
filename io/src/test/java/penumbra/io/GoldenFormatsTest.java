package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;

/// Files that other programs wrote (`conformance/formats.py`), with what they hold beside them.
class GoldenFormatsTest {
  static Path golden(String name) {
    try {
      return Path.of(
              Objects.requireNonNull(GoldenFormatsTest.class.getResource("formats/int8.nii"))
                  .toURI())
          .resolveSibling(name);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(golden("."))) {
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
    NdArray expected = Npy.read(golden(name + ".npy"));
    NdArray read = ImageFiles.readArray(golden(name));
    assertThat(read.toString()).isEqualTo(expected.toString());
    assertThat(read.sameBits(expected)).as("bits of %s", name).isTrue();
  }

  @Test
  void thereIsAFileForEveryVariant() throws Exception {
    assertThat(names()).hasSizeGreaterThan(70);
  }

  private static List<String> steps(String name) throws Exception {
    return ImageFiles.readAny(golden(name), ReadOptions.standard()).decodingSteps();
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
    Radiograph white = ImageFiles.readAny(golden("uint16-miniswhite.tif"), stored);
    assertThat(white.pixels().sameBits(Npy.read(golden("uint16.tif.npy")))).isTrue();
    NdArray meant = ImageFiles.readArray(golden("uint16-miniswhite.tif"));
    assertThat(
            white.presentation().orElseThrow().show(white.pixels(), DType.UINT16).sameBits(meant))
        .isTrue();
    NdArray scaled = ImageFiles.readAny(golden("scaled.nii"), stored).pixels();
    assertThat(scaled.sameBits(Npy.read(golden("int16.nii.npy")))).isTrue();
  }

  @Test
  void aFrameIsOnePageOrSlice() throws Exception {
    for (String name : List.of("uint16-pages.tif", "imagej.tif", "int16.nii.gz")) {
      NdArray all = ImageFiles.readArray(golden(name));
      for (int frame = 1; frame <= all.length(0); frame++) {
        Radiograph one = ImageFiles.read(golden(name), ReadOptions.standard().withFrame(frame));
        assertThat(one.pixels().sameBits(all.part(frame - 1))).as("%s %d", name, frame).isTrue();
      }
    }
    assertThatThrownBy(
            () -> ImageFiles.read(golden("uint16-pages.tif"), ReadOptions.standard().withFrame(4)))
        .hasMessageEndingWith(
            "must have the frame 4 that is asked for, but has 3; name one from 1 to 3");
    assertThatThrownBy(
            () -> ImageFiles.read(golden("grey.pgm"), ReadOptions.standard().withFrame(2)))
        .hasMessageEndingWith(
            "must have the frame 2 that is asked for, but has 1; leave the frame out");
  }

  @Test
  void spacingIsInMillimetres() throws Exception {
    assertThat(ImageFiles.readAny(golden("int16.nii"), ReadOptions.standard()).spacing())
        .containsExactly(2.0, 0.75, 0.5);
    assertThat(ImageFiles.read(golden("int16.nii"), ReadOptions.standard().withFrame(1)).spacing())
        .containsExactly(0.75, 0.5);
    List<Double> microns = ImageFiles.read(golden("plane.nii")).spacing();
    assertThat(microns.get(0)).isCloseTo(0.1, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(microns.get(1)).isCloseTo(0.2, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void jpegInTiffIsReadAsTheJpegWithin() throws Exception {
    Radiograph image = ImageFiles.read(golden("jpeg.tif"));
    assertThat(image.pixels()).hasToString("(32, 48) uint8");
    assertThat(image.decodingSteps())
        .containsExactly("Decoded TIFF, 32 x 48 pixels (height x width), 8-bit grey, JPEG.");
    double[] values = image.pixels().toDoubles();
    double mean = java.util.Arrays.stream(values).average().orElseThrow();
    double[] meant = Npy.read(golden("jpeg.tif.raw")).toDoubles();
    for (int i = 0; i < meant.length; i++) {
      assertThat(Math.abs(values[i] - meant[i])).isLessThan(8);
    }
    assertThat(mean).isBetween(1.0, 254.0);
  }

  private static void assertRefused(String name, String message) {
    Path file = golden(name);
    assertThatThrownBy(() -> ImageFiles.readArray(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(file + " " + message);
  }

  @Test
  void whatCannotBeReadSaysWhyAndWhatToDo() {
    assertRefused(
        "pages-of-two-sizes.tif",
        "must have pages of one size and type to be read as a volume, but page 1 is (8, 9) uint8"
            + " and page 2 (4, 5) uint8; choose one of its 2 pages (--frame 1)");
    assertRefused(
        "pillow-1-bit-group4.tif",
        "must be uncompressed or compressed with LZW, Deflate, PackBits or JPEG to be read, but has"
            + " TIFF compression 4; save it with one of these");
    assertRefused(
        "pair.hdr",
        "must hold header and values in one file, but is the header of a pair (.hdr and .img); join"
            + " them to one .nii, for example with nibabel");
    Path two = golden("two.npz");
    assertRefused(
        "two.npz",
        "must hold one array, but holds 2: image.npy, mask.npy; name one of them, as in "
            + two
            + "!/image.npy");
  }

  @Test
  void anArrayOfSeveralIsNamedAsAMember() throws Exception {
    NdArray mask = ImageFiles.readArray(golden("two.npz!/mask.npy"));
    assertThat(mask.sameBits(Npy.read(golden("two.npz.npy")))).isTrue();
    assertThat(ImageFiles.readArray(golden("two.npz!/image.npy")).type()).isEqualTo(DType.FLOAT32);
  }
}
