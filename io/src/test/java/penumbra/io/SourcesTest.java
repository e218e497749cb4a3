package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.DType;
import penumbra.core.Radiograph;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.ImageSource;
import penumbra.io.format.Limits;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.png.Png;

/// Bytes and streams give what files give, and are refused in the same words.
class SourcesTest {
  @TempDir Path folder;

  /// Files of other programs, of every format that is read.
  static List<String> names() throws Exception {
    List<String> names = new ArrayList<>(GoldenFormatsTest.names());
    names.addAll(List.of("two.npz", "made.png", "made.jpg"));
    return names;
  }

  static List<String> sound() throws Exception {
    return names().stream().filter(name -> !name.equals("two.npz")).toList();
  }

  private Path file(String name) throws IOException {
    Path made = folder.resolve(name);
    switch (name) {
      case "made.png" -> ImageFiles.write(Samples.noise(1, DType.UINT16, 30, 40), made);
      case "made.jpg" -> ImageFiles.write(Samples.waves(30, 40, 3), made);
      default -> made = GoldenFiles.path(name);
    }
    return made;
  }

  private static Radiograph ofFile(Path file) throws IOException {
    return ImageFiles.readAny(file, ReadOptions.standard());
  }

  private static Radiograph ofBytes(byte[] bytes, String name) throws IOException {
    return ImageFiles.readAny(ImageSource.of(bytes, name), ReadOptions.standard());
  }

  private static Radiograph ofStream(byte[] bytes, String name) throws IOException {
    InputStream in = new OneByOne(bytes);
    ImageSource source = ImageSource.of(in, name, Limits.standard());
    return ImageFiles.readAny(source, ReadOptions.standard());
  }

  /// A stream that gives few bytes at a time, as those of a network do.
  private static final class OneByOne extends ByteArrayInputStream {
    OneByOne(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] target, int at, int n) {
      return super.read(target, at, Math.min(n, 7));
    }
  }

  private static void assertSame(Radiograph read, Radiograph meant) {
    assertThat(read.pixels().sameBits(meant.pixels())).as("the same bits").isTrue();
    assertThat(read.decodingSteps()).isEqualTo(meant.decodingSteps());
    assertThat(read.spacing()).isEqualTo(meant.spacing());
    assertThat(read.placement()).isEqualTo(meant.placement());
    assertThat(read.source()).isEqualTo(meant.source());
  }

  @ParameterizedTest
  @MethodSource("sound")
  void bytesAndStreamsGiveTheBitsOfFiles(String name) throws Exception {
    Path file = file(name);
    byte[] bytes = Files.readAllBytes(file);
    Radiograph meant = ofFile(file);
    assertSame(ofBytes(bytes, file.toString()), meant);
    assertSame(ofStream(bytes, file.toString()), meant);
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsCutOffIsRefusedInTheSameWords(String name) throws Exception {
    byte[] whole = Files.readAllBytes(file(name));
    // The beginning of an NPZ file is an archive, of which a member can be named in a file alone.
    int few = name.endsWith(".npz") ? 1 : 9;
    for (int length : new int[] {1, few, 70, whole.length / 2, whole.length - 1}) {
      byte[] some = Arrays.copyOf(whole, Math.min(length, whole.length));
      Path file = Files.write(folder.resolve(length + name), some);
      @Nullable Throwable meant = catchThrowable(() -> ofFile(file));
      assertRefused(catchThrowable(() -> ofBytes(some, file.toString())), meant, name, length);
      assertRefused(catchThrowable(() -> ofStream(some, file.toString())), meant, name, length);
    }
  }

  private static void assertRefused(
      @Nullable Throwable error, @Nullable Throwable meant, String name, int length) {
    assertThat(String.valueOf(error)).as("%s of %s bytes", name, length).isEqualTo("" + meant);
  }

  @Test
  void anArrayOfSeveralCannotBeNamedInBytes() throws Exception {
    byte[] bytes = Files.readAllBytes(GoldenFiles.path("two.npz"));
    assertThatThrownBy(() -> ofBytes(bytes, "two.npz"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(
            "two.npz must hold one array, but holds 2: image.npy, mask.npy; name one of them, as in"
                + " two.npz!/image.npy");
  }

  @Test
  void anArchiveInBytesHasToBeAFile() throws Exception {
    byte[] bytes = Files.readAllBytes(GoldenFiles.path("set.zip"));
    assertThatThrownBy(() -> ofBytes(bytes, "set.zip"))
        .hasMessage(
            "set.zip must be a picture or an array, but is a ZIP archive; save it to a file, and"
                + " name a file inside it");
  }

  @Test
  void withoutANameItIsSaidWhatItWas() {
    assertThatThrownBy(() -> ImageFiles.read(new byte[0]))
        .hasMessage(
            "the bytes must hold a picture or an array, but is empty; copy or download it again");
    assertThatThrownBy(() -> ImageFiles.read(InputStream.nullInputStream()))
        .hasMessage(
            "the stream must hold a picture or an array, but is empty; copy or download it again");
    byte[] pdf = "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> ImageFiles.read(pdf, "a\0b.png", ReadOptions.standard()))
        .hasMessageStartingWith("a_b.png must be a PNG, JPEG,")
        .hasMessageEndingWith("but is a PDF file; convert it to one of these");
  }

  @Test
  void aStreamOfNoFormatIsRefusedAfterItsHead() {
    var endless = new Endless(0);
    assertThatThrownBy(() -> ImageFiles.read(endless))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageStartingWith("the stream must be a PNG, ");
    assertThat(endless.given).isEqualTo(ImageFormat.HEAD);
  }

  @Test
  void aStreamWithoutEndIsRefusedAtTheLimit() {
    var endless = new Endless('P');
    Limits small = new Limits(1000);
    assertThatThrownBy(() -> ImageSource.of(endless, "upload.pgm", small))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(
            "upload.pgm must have at most 1056576 bytes to be read from a stream, but has more;"
                + " save it to a file first, or raise the limit with the environment variable"
                + " PENUMBRA_MAX_PIXELS");
    assertThat(endless.given).isEqualTo(1056577);
  }

  @Test
  void aStreamStaysOpen() throws Exception {
    var in =
        new ByteArrayInputStream(Png.encode(Samples.waves(5, 4, 1))) {
          private boolean closed;

          @Override
          public void close() {
            closed = true;
          }
        };
    assertThat(ImageFiles.read(in).pixels()).hasToString("(5, 4) uint8");
    assertThat(in.closed).isFalse();
  }

  @Test
  void theEndingOfANamePromisesAFormat() throws Exception {
    byte[] png = Png.encode(Samples.waves(5, 4, 1));
    assertThat(ImageFiles.read(png, "scan.jpg", ReadOptions.standard()).decodingSteps())
        .first()
        .isEqualTo("Read as PNG, which the content is, though the name says JPEG (mislabelled).");
    assertThat(ImageFiles.read(png).source()).isEqualTo("the bytes");
  }

  /// One byte for ever.
  private static final class Endless extends InputStream {
    private final int value;
    private long given;

    Endless(int value) {
      this.value = value;
    }

    @Override
    public int read() {
      given++;
      return value;
    }

    @Override
    public int read(byte[] target, int at, int n) {
      Arrays.fill(target, at, at + n, (byte) value);
      given += n;
      return n;
    }
  }
}
