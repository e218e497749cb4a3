package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.npy.Npy;

/// `lenient` means one thing for every format: what a truncated file still holds is read, the rest
/// is filled in, and a step says so. Without it such files are refused.
class LenientReadingTest {
  private static final ReadOptions LENIENT = ReadOptions.standard().leniently();

  @TempDir Path folder;

  private static Path damaged(String name) throws Exception {
    return Path.of(LenientReadingTest.class.getResource("damaged/" + name).toURI());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baseline-no-end",
        "baseline-half",
        "baseline-junk",
        "progressive-no-end",
        "progressive-half",
        "progressive-junk",
        "progressive-between-scans"
      })
  void aDamagedJpegIsReadAsOpenCvReadsIt(String name) throws Exception {
    Path file = damaged(name + ".jpg");
    assertThatThrownBy(() -> ImageFiles.read(file)).isInstanceOf(UnreadableFileException.class);
    Radiograph read = ImageFiles.read(file, LENIENT);
    NdArray expected = Npy.read(damaged(name + ".jpg.npy"));
    assertThat(read.pixels()).hasToString(expected.toString());
    // Where scans are missing, the JDK's libjpeg and OpenCV's libjpeg-turbo smooth differently.
    boolean scansAreMissing = name.endsWith("progressive-half") || name.endsWith("scans");
    double[] there = read.pixels().toDoubles();
    double[] others = expected.toDoubles();
    double difference = 0;
    for (int i = 0; i < others.length; i++) {
      assertThat(Math.abs(there[i] - others[i])).isLessThanOrEqualTo(scansAreMissing ? 16 : 0);
      difference += Math.abs(there[i] - others[i]) / others.length;
    }
    assertThat(difference).isLessThan(2);
    assertThat(read.decodingSteps().get(1))
        .isEqualTo(
            name.endsWith("junk")
                ? "Note: Passed over 4 bytes between its segments that belong to none."
                : "Note: The file ends before its end marker; the decoder fills in what is missing.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uint16.tif",
        "uint8-rgb.tif",
        "int16.nii",
        "nifti2-int16-big.nii",
        "int16.nii.gz",
        "grey.pgm",
        "deep.pgm",
        "bits.pbm",
        "text.pgm",
        "grey.bmp",
        "colour.bmp",
        "int16.npy",
        "grey.png",
        "deep.png"
      })
  void theBeginningOfATruncatedFileIsReadAndTheRestIsZero(String name) throws Exception {
    Path whole =
        name.endsWith(".png") || name.endsWith(".npy") ? made(name) : GoldenFiles.path(name);
    NdArray expected = ImageFiles.readArray(whole);
    byte[] bytes = Files.readAllBytes(whole);
    // Directories of TIFF lie in front in these files, so that there is something to read.
    Path cut = folder.resolve("cut-" + name);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - Math.min(80, bytes.length / 5)));
    assertThatThrownBy(() -> ImageFiles.readArray(cut)).isInstanceOf(UnreadableFileException.class);
    Radiograph read = ImageFiles.readAny(cut, LENIENT);
    assertThat(read.pixels()).hasToString(expected.toString());
    assertThat(read.decodingSteps())
        .anyMatch(step -> step.contains("missing") || step.contains("its last"));
    double[] there = read.pixels().toDoubles();
    double[] all = expected.toDoubles();
    int same = 0;
    int cutThrough = 0;
    for (int i = 0; i < all.length; i++) {
      same += there[i] == all[i] ? 1 : 0;
      cutThrough += there[i] != all[i] && there[i] != 0 ? 1 : 0;
    }
    // Of a number of several digits or of a colour, a part may be there.
    assertThat(cutThrough).isLessThanOrEqualTo(name.matches("text.*|.*rgb.*|colour.*") ? 1 : 0);
    assertThat(same).isBetween(name.endsWith("tif") ? 0 : all.length / 4, all.length - 1);
  }

  private Path made(String name) throws Exception {
    Path file = folder.resolve(name);
    NdArray array =
        ImageFiles.readArray(
            GoldenFiles.path(
                name.startsWith("grey")
                    ? "uint8.tif"
                    : name.startsWith("deep") ? "uint16.tif" : "int16.tif"));
    ImageFiles.write(array, file);
    return file;
  }

  @Test
  void aWholeFileIsReadTheSameEitherWay() throws Exception {
    for (String name : GoldenFormatsTest.names()) {
      Radiograph strict = ImageFiles.readAny(GoldenFiles.path(name), ReadOptions.standard());
      Radiograph lenient = ImageFiles.readAny(GoldenFiles.path(name), LENIENT);
      assertThat(lenient.pixels().sameBits(strict.pixels())).as(name).isTrue();
      assertThat(lenient.decodingSteps()).isEqualTo(strict.decodingSteps());
    }
  }
}
