package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.DType;
import penumbra.core.Failure;
import penumbra.core.NdArray;
import penumbra.io.format.Limits;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.jpeg.Jpeg;
import penumbra.io.npy.Npy;
import penumbra.io.png.Png;

class UnreadableFilesTest {
  private static final byte[] PNG = Png.encode(Samples.noise(1, DType.UINT8, 40, 50));

  @TempDir Path folder;

  private void assertRefused(Path file, String message) {
    assertThatThrownBy(() -> ImageFiles.read(file))
        .isInstanceOfSatisfying(
            UnreadableFileException.class, error -> assertThat(error.file()).isEqualTo(file))
        .hasMessage(file + " " + message);
  }

  private void assertRefused(String name, byte[] content, String message) throws Exception {
    assertRefused(Files.write(folder.resolve(name), content), message);
  }

  private static byte[] jpeg() throws Exception {
    return Jpeg.encode(Samples.waves(120, 130, 1), 95);
  }

  @Test
  void missingFilesFoldersAndEmptyFiles() throws Exception {
    assertRefused(folder.resolve("no.png"), "must exist, but is missing; check the path");
    assertRefused(folder, "must be a file, but is a folder; name a file inside it");
    assertRefused(
        "empty.jpg",
        new byte[0],
        "must hold a picture or an array, but is empty; copy or download it again");
  }

  @Test
  void filesWithoutPermission() throws Exception {
    Path file = Files.write(folder.resolve("mine.png"), PNG);
    assertThat(file.toFile().setReadable(false)).isTrue();
    Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything");
    assertRefused(file, "must be readable, but the system denies it; check its permissions");
  }

  @Test
  void filesOfOtherKindsAreNamed() throws Exception {
    String rule = "must be a PNG, JPEG, NPY, NPZ, TIFF, NIfTI, PNM or BMP file, but ";
    String remedy = "; convert it to one of these";
    byte[] dicom = new byte[200];
    System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, dicom, 128, 4);
    assertRefused("a.dcm", dicom, rule + "is a DICOM file" + remedy);
    assertRefused(
        "a.png", "GIF89a".getBytes(StandardCharsets.US_ASCII), rule + "is a GIF file" + remedy);
    assertRefused("b.png", new byte[] {'B', 'M', 1, 0, 8}, rule + "is a BMP file" + remedy);
    assertRefused("b.tbz", new byte[] {'B', 'Z', 'h', '9', 0}, rule + "is a bzip2 file" + remedy);
    assertRefused("b.txz", new byte[] {-3, '7', 'z', 'X', 'Z', 0}, rule + "is an xz file" + remedy);
    assertRefused(
        "c.png", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII), rule + "is a PDF file" + remedy);
    assertRefused("d.png", "<html>".getBytes(StandardCharsets.US_ASCII), rule + "is text" + remedy);
    assertRefused(
        "e.png", new byte[] {1, 2, -1, 4, 5}, rule + "starts with the bytes 01 02 ff 04" + remedy);
  }

  @Test
  void mislabelledFilesAreReadAndTheStepsSaySo() throws Exception {
    Path file = Files.write(folder.resolve("scan.png"), jpeg());
    assertThat(ImageFiles.read(file).decodingSteps())
        .containsExactly(
            "Read as JPEG, which the content is, though the name says PNG (mislabelled).",
            "Decoded JPEG, 120 x 130 pixels (height x width), 8-bit grey.");
  }

  @Test
  void truncatedFilesAtEveryLength() throws Exception {
    Path file = folder.resolve("cut");
    for (byte[] whole : new byte[][] {PNG, jpeg()}) {
      for (int n = 8; n < whole.length; n += 1 + n / 10) {
        Files.write(file, Arrays.copyOf(whole, n));
        assertThatThrownBy(() -> ImageFiles.read(file))
            .isInstanceOf(UnreadableFileException.class)
            .hasMessageMatching(
                ".*cut must be whole, but ends before its (IEND chunk|end marker); copy or"
                    + " download it again");
      }
    }
  }

  @Test
  void aJpegThatLostPartOfItsDataButEndsWellIsNoPicture() throws Exception {
    byte[] whole = jpeg();
    byte[] holed = Arrays.copyOf(whole, whole.length / 2);
    holed[holed.length - 2] = (byte) 0xFF;
    holed[holed.length - 1] = (byte) 0xD9;
    assertRefused(
        "holed.jpg",
        holed,
        "must be a sound JPEG, but its pixels cannot be decoded (Corrupt JPEG data: premature end"
            + " of data segment); copy or download it again");
  }

  @Test
  void theFailureHasTheFieldsOfTheLineAndTheByte() throws Exception {
    byte[] damaged = PNG.clone();
    damaged[PNG.length / 2] ^= 1;
    UnreadableFileException error =
        catchThrowableOfType(
            UnreadableFileException.class,
            () -> ImageFiles.read(damaged, "a\nb.png", ReadOptions.standard()));
    assertThat(error.failure())
        .isEqualTo(
            new Failure(
                Failure.Kind.UNREADABLE,
                "a\\u000ab.png",
                "must be a sound PNG",
                "its chunk IDAT at byte 33 is damaged (wrong CRC)",
                "copy or download it again",
                33));
    assertThat(error).hasMessage(error.failure().line());
    assertThat(error.file()).isEqualTo(Path.of("a\nb.png"));
  }

  @Test
  void damagedPngChunksAreNamed() throws Exception {
    byte[] damaged = PNG.clone();
    damaged[PNG.length / 2] ^= 1;
    assertRefused(
        "damaged.png",
        damaged,
        "must be a sound PNG, but its chunk IDAT at byte 33 is damaged (wrong CRC); copy or"
            + " download it again");
  }

  @Test
  void aSecondPngHeaderDoesNotSlipPastTheLimit() throws Exception {
    byte[] vast = Samples.png(20000, 100000, 1, 0, new byte[0], new byte[0]);
    var both = new ByteArrayOutputStream();
    both.write(vast, 0, 33);
    both.write(PNG, 8, PNG.length - 8);
    assertRefused(
        "two.png",
        both.toByteArray(),
        "must be a sound PNG, but its chunk IHDR at byte 33 is out of place; copy or download it"
            + " again");
    byte[] late = PNG.clone();
    var swapped = new ByteArrayOutputStream();
    swapped.write(late, 0, 8);
    swapped.write(late, late.length - 12, 12);
    assertRefused(
        "late.png",
        swapped.toByteArray(),
        "must be a sound PNG, but its chunk IEND at byte 8 is out of place; copy or download it"
            + " again");
  }

  @Test
  void jpegsWithEndlessScansAreStopped() throws Exception {
    byte[] whole = jpeg();
    int scan = 0;
    while (whole[scan] != -1 || whole[scan + 1] != (byte) 0xDA) {
      scan++;
    }
    var many = new ByteArrayOutputStream();
    many.write(whole, 0, scan);
    for (int i = 0; i < 101; i++) {
      many.write(whole, scan, whole.length - 2 - scan);
    }
    many.write(whole, whole.length - 2, 2);
    assertRefused(
        "scans.jpg",
        many.toByteArray(),
        "must have at most 100 scans, but has more; convert it to PNG with a tool that reads it");
  }

  /// A small file that promises four million pixels; filling them all with grey would take long.
  @Test
  void theDecoderStopsAtTheFirstSignOfDamage() throws Exception {
    byte[] vast = jpeg();
    int frame = 0;
    while (vast[frame] != -1 || vast[frame + 1] != (byte) 0xC0) {
      frame++;
    }
    vast[frame + 5] = 8;
    vast[frame + 7] = 8;
    Path file = Files.write(folder.resolve("vast.jpg"), vast);
    assertThatThrownBy(() -> ImageFiles.read(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("(Corrupt JPEG data: premature end of data segment);")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void pngsWithTooFewRows() throws Exception {
    assertRefused(
        "few.png",
        Samples.png(10, 10, 8, 0, new byte[0], new byte[55]),
        "must be a sound PNG, but its pixel data ends before its last row;"
            + " copy or download it again");
    assertRefused(
        "vast.png",
        Samples.png(9000, 9000, 8, 0, new byte[0], new byte[55]),
        "must be a sound PNG, but its 12 bytes of pixel data cannot hold its 9000 rows;"
            + " copy or download it again");
  }

  @Test
  void pngsWhoseHeadersNameWhatPngDoesNotHave() throws Exception {
    byte[] rows = new byte[110];
    assertRefused(
        "depth.png",
        Samples.png(10, 10, 3, 0, new byte[0], rows),
        "must be a sound PNG, but has 3 bits a sample, which its colour type does not have;"
            + " copy or download it again");
    rows[22] = 9;
    assertRefused(
        "filter.png",
        Samples.png(10, 10, 8, 0, new byte[0], rows),
        "must be a sound PNG, but has a row with filter 9, of which PNG has 5;"
            + " copy or download it again");
  }

  @Test
  void pngsThatUseColoursTheyDoNotHave() throws Exception {
    byte[] palette = {1, 1, 1, 2, 2, 2};
    assertRefused(
        "palette.png",
        Samples.png(1, 2, 8, 3, palette, new byte[] {0, 1, 2}),
        "must use only the 2 colours of its palette, but uses number 2; copy or download it"
            + " again");
  }

  @Test
  void pngsWithoutPixelsOrOfNoKnownColour() throws Exception {
    assertRefused(
        "zero.png",
        Samples.png(0, 10, 8, 0, new byte[0], new byte[0]),
        "must have a pixel, but has 0 x 10; copy or download it again");
    assertRefused(
        "colour.png",
        Samples.png(1, 1, 8, 5, new byte[0], new byte[2]),
        "must have a colour type of PNG (0, 2, 3, 4 or 6), but has 5; copy or download it again");
  }

  @Test
  void decompressionBombsAreStoppedAtTheirHeader() throws Exception {
    assertRefused(
        "bomb.png",
        Samples.png(100000, 100000, 8, 0, new byte[0], new byte[1000]),
        "must have at most 268435456 pixels, but has 100000 x 100000 = 10000000000; if the file"
            + " is to be trusted, raise the limit with the environment variable"
            + " PENUMBRA_MAX_PIXELS");
    Path small = Files.write(folder.resolve("small.png"), PNG);
    assertThatThrownBy(() -> ImageFiles.read(small, new Limits(1999)))
        .hasMessageContaining("must have at most 1999 pixels, but has 40 x 50 = 2000;");
    assertThat(ImageFiles.read(small, new Limits(2000)).pixels().size()).isEqualTo(2000);
    assertThatThrownBy(() -> ImageFiles.read(Files.write(small, jpeg()), new Limits(1999)))
        .hasMessageContaining("but has 120 x 130 = 15600;");
  }

  @Test
  void jpegsThatLibjpegDoesNotRead() throws Exception {
    String rule = "must be an 8-bit baseline or progressive JPEG of 1, 3 or 4 components, but ";
    String remedy = "; convert it to PNG with a tool that reads it";
    byte[] jpeg = jpeg();
    int frame = 0;
    while (jpeg[frame] != -1 || jpeg[frame + 1] != (byte) 0xC0) {
      frame++;
    }
    byte[] deep = jpeg.clone();
    deep[frame + 4] = 12;
    assertRefused("deep.jpg", deep, rule + "is a JPEG of 12 bits" + remedy);
    byte[] lossless = jpeg.clone();
    lossless[frame + 1] = (byte) 0xC3;
    assertRefused(
        "lossless.jpg",
        lossless,
        rule + "is a lossless, hierarchical or arithmetic-coded JPEG (SOF3)" + remedy);
  }

  @Test
  void arraysThatAreNoPicture() throws Exception {
    Path file = folder.resolve("volume.npy");
    NdArray volume = Samples.noise(2, DType.FLOAT32, 3, 4, 5);
    Npy.write(volume, file);
    assertRefused(
        file,
        "must hold a picture of two axes, (height, width), but holds (3, 4, 5) float32; choose"
            + " one of its frames");
    assertThat(ImageFiles.readArray(file).sameBits(volume)).isTrue();
  }

  @Test
  void limitsAreReadFromTheEnvironmentsText() {
    assertThat(Limits.parse(" 12 ")).isEqualTo(new Limits(12));
    assertThatThrownBy(() -> Limits.parse("lots"))
        .hasMessage(
            "PENUMBRA_MAX_PIXELS must be a whole number of pixels, but is 'lots'; correct or unset"
                + " it");
    assertThatThrownBy(() -> Limits.parse("0"))
        .hasMessage("the pixel limit must be at least 1, but is 0; give a larger one");
  }

  @Test
  void picturesOfMoreSamplesThanAJavaArrayHolds() {
    assertThatThrownBy(() -> new Limits(Long.MAX_VALUE).check(Path.of("big.png"), 30000, 30000, 4))
        .hasMessage(
            "big.png must have fewer than 2^31 samples, but has 30000 x 30000 = 900000000 pixels"
                + " of 4 samples; cut it into smaller pictures or convert it to .npy");
  }

  @Test
  void messagesStayOnOneLineWhateverTheFileHolds() throws Exception {
    String header = "{'descr': '<\n\u001b[31mf8', 'fortran_order': False, 'shape': (1,), }";
    byte[] start = "\u0093NUMPY\u0001\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] file = Arrays.copyOf(start, 10 + header.length());
    file[8] = (byte) header.length();
    System.arraycopy(header.getBytes(StandardCharsets.US_ASCII), 0, file, 10, header.length());
    Path odd = Files.write(folder.resolve("odd.npy"), file);
    assertThatThrownBy(() -> ImageFiles.read(odd))
        .hasMessageContaining("but holds '<\\u000a\\u001b[31mf8'; convert");
    assertThatThrownBy(() -> ImageFiles.read(Path.of("two\nlines\u2028.png")))
        .hasMessage("two\\u000alines\\u2028.png must exist, but is missing; check the path");
    assertThatThrownBy(() -> ImageFiles.write(Samples.waves(2, 2, 1), Path.of("two\nlines")))
        .hasMessageStartingWith("two\\u000alines must end in .png");
  }
}
