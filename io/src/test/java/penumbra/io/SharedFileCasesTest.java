package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import penumbra.core.NdArray;
import penumbra.io.dataset.Dataset;
import penumbra.io.format.ReadOptions;
import penumbra.io.npy.Npy;

/// The minimal cases of files that were read wrong or refused, where they are at hand.
class SharedFileCasesTest {
  private static Path file(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw")) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    Path file = folder.resolveSibling("shared").resolve("cases/files").resolve(name);
    assumeTrue(Files.exists(file), "needs ../shared/cases beside the project: " + file);
    return file;
  }

  private static NdArray lenient(String name) throws Exception {
    return ImageFiles.read(file(name), ReadOptions.standard().leniently()).pixels();
  }

  private static String steps(String name) throws Exception {
    return ImageFiles.readAny(file(name), ReadOptions.standard()).decodingSteps().toString();
  }

  @Test
  void aStackOfImageJIsReadWhole() throws Exception {
    NdArray read = ImageFiles.readArray(file("03_imagej_stack.tif"));
    assertThat(read.sameBits(Npy.read(file("03_imagej_stack.expected.npy")))).isTrue();
  }

  @Test
  void archivesAreReadOrNameWhatHinders() throws Exception {
    Path named = Dataset.list(file("05_zip/cp437_name.zip")).images().getFirst().file();
    assertThat(named.toString()).endsWith("cp437_name.zip!/Th\u00f6rax.png");
    assertThat(ImageFiles.read(named).pixels().rank()).isEqualTo(2);
    for (String method : new String[] {"bzip2", "LZMA"}) {
      Path zip = file("05_zip/" + method.toLowerCase(java.util.Locale.ROOT) + ".zip");
      Path member = Dataset.list(zip).images().getFirst().file();
      assertThatThrownBy(() -> ImageFiles.read(member))
          .hasMessageEndingWith("is compressed with " + method + "; unpack it");
    }
    for (var image : Dataset.list(file("05_zip/symlink.zip")).images()) {
      assertThat(ImageFiles.read(image.file()).pixels().rank()).isEqualTo(2);
    }
  }

  @Test
  void endingsAreListedOrTold() throws Exception {
    Dataset set = Dataset.list(file("08_endings"));
    assertThat(set.images().stream().map(image -> image.file().getFileName().toString()))
        .contains("b.jfif", "c.bmp", "e.npy");
    assertThat(set.images().size() + set.skipped().count()).isEqualTo(5);
  }

  @Test
  void anOrientationIsTold() throws Exception {
    assertThat(steps("10_exif6.jpg")).contains("orientation 6 not applied");
  }

  @Test
  void damagedPicturesAreReadLeniently() throws Exception {
    NdArray whole = ImageFiles.readArray(file("11_whole.jpg"));
    assertThat(lenient("11_no_eoi.jpg").sameBits(whole)).isTrue();
    assertThat(lenient("11_junk.jpg").sameBits(whole)).isTrue();
    NdArray read = ImageFiles.readArray(file("12_text_crc.png"));
    assertThat(read.sameBits(ImageFiles.readArray(file("12_whole.png")))).isTrue();
    assertThat(steps("12_text_crc.png")).contains("tEXt");
  }

  @Test
  void nifti2IsRead() throws Exception {
    NdArray plain = ImageFiles.readArray(file("14_nifti2.nii"));
    assertThat(plain).hasToString("(2, 3, 4) int16");
    assertThat(ImageFiles.readArray(file("14_nifti2.nii.gz")).sameBits(plain)).isTrue();
  }
}
