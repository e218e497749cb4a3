package penumbra.io.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.io.ImageFiles;
import penumbra.io.Samples;
import penumbra.io.dataset.Dataset;
import penumbra.io.format.PngCompression;
import penumbra.io.format.UnreadableFileException;
import penumbra.io.png.Png;

/// ZIP archives as other programs make them.
class OddZipTest {
  @TempDir Path folder;

  private static byte[] zip(Charset charset, String... names) throws Exception {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, charset)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(Png.encode(Samples.waves(9, 13, 1), PngCompression.FAST));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private List<String> names(byte[] zip) throws Exception {
    Path file = Files.write(folder.resolve("a.zip"), zip);
    Dataset set = Dataset.list(file);
    for (var image : set.images()) {
      assertThat(ImageFiles.read(image.file()).pixels()).hasToString("(9, 13) uint8");
    }
    return set.images().stream()
        .map(image -> image.split() + " " + image.file().toString().replaceFirst(".*!/", ""))
        .toList();
  }

  @Test
  void namesOfAnyCodePageAreRead() throws Exception {
    assertThat(names(zip(Charset.forName("IBM437"), "Th\u00f6rax.png", "a.png")))
        .containsExactly("NONE Th\u00f6rax.png", "NONE a.png");
    assertThat(names(zip(StandardCharsets.UTF_8, "Th\u00f6rax.png", "\u80ba.png")))
        .containsExactly("NONE Th\u00f6rax.png", "NONE \u80ba.png");
    // What Python's zipfile reads of a Japanese and of a Western name of Windows.
    assertThat(names(zip(Charset.forName("Shift_JIS"), "\u80ba.png"))).hasSize(1);
    assertThat(names(zip(Charset.forName("windows-1252"), "Th\u00f6rax.png")))
        .containsExactly("NONE Th\u00f7rax.png");
  }

  @Test
  void unflaggedUtf8IsRead() throws Exception {
    byte[] bytes = zip(StandardCharsets.UTF_8, "Th\u00f6rax.png");
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int entry = entry(bytes);
    zip.putShort(6, (short) 8);
    zip.putShort(entry + 8, (short) 8);
    assertThat(names(bytes)).containsExactly("NONE Th\u00f6rax.png");
  }

  @Test
  void backslashesPartFolders() throws Exception {
    assertThat(names(zip(StandardCharsets.UTF_8, "set\\train\\NORMAL\\a.png", "test\\b.png")))
        .containsExactly("TRAIN set/train/NORMAL/a.png", "TEST test/b.png");
    Path evil =
        Files.write(folder.resolve("evil.zip"), zip(StandardCharsets.UTF_8, "..\\..\\x.png"));
    assertThatThrownBy(() -> Dataset.list(evil))
        .hasMessageContaining("must name its members inside");
  }

  private static int entry(byte[] zip) {
    return new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
  }

  @ParameterizedTest
  @CsvSource({
    "12, bzip2",
    "14, LZMA",
    "9, Deflate64",
    "93, Zstandard",
    "95, XZ",
    "98, PPMd",
    "77, method 77 of ZIP"
  })
  void aMemberOfAnotherMethodIsNamedAndTheOthersAreRead(int method, String label) throws Exception {
    byte[] bytes = zip(StandardCharsets.UTF_8, "a.png", "b.png");
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    zip.putShort(entry(bytes) + 10, (short) method);
    Path file = Files.write(folder.resolve("odd.zip"), bytes);
    assertThat(ImageFiles.read(Path.of(file + "!/a.png")).pixels()).hasToString("(9, 13) uint8");
    assertThatThrownBy(() -> ImageFiles.read(Path.of(file + "!/b.png")))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageEndingWith("but 'b.png' is compressed with " + label + "; unpack it");
  }

  @Test
  void anEncryptedMemberIsNamedAndTheOthersAreRead() throws Exception {
    byte[] bytes = zip(StandardCharsets.UTF_8, "a.png", "b.png");
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    zip.putShort(entry(bytes) + 8, (short) (zip.getShort(entry(bytes) + 8) | 1));
    Path file = Files.write(folder.resolve("locked.zip"), bytes);
    assertThat(ImageFiles.read(Path.of(file + "!/a.png")).pixels()).hasToString("(9, 13) uint8");
    assertThatThrownBy(() -> ImageFiles.read(Path.of(file + "!/b.png")))
        .hasMessageEndingWith("but 'b.png' is encrypted; unpack it");
  }

  @Test
  void linksAndDevicesArePassedOver() throws Exception {
    for (int type : new int[] {0120777, 0020644, 0060644, 0010644, 0140777}) {
      byte[] bytes = zip(StandardCharsets.UTF_8, "a.png", "b.png");
      ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      zip.put(entry(bytes) + 5, (byte) 3);
      zip.putShort(entry(bytes) + 40, (short) type);
      assertThat(names(bytes)).as("%o", type).containsExactly("NONE a.png");
    }
  }

  @Test
  void bytesBeforeAndACommentBehindDoNoHarm() throws Exception {
    byte[] bytes = zip(StandardCharsets.UTF_8, "a.png");
    var out = new ByteArrayOutputStream();
    out.writeBytes(bytes);
    byte[] commented = out.toByteArray();
    ByteBuffer.wrap(commented)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(bytes.length - 2, (short) 30);
    out.reset();
    out.writeBytes(commented);
    out.writeBytes(
        "PK\5\6 is the mark of the end.....".substring(0, 30).getBytes(StandardCharsets.US_ASCII));
    assertThat(names(out.toByteArray())).containsExactly("NONE a.png");
    var prefixed = new ByteArrayOutputStream();
    prefixed.writeBytes("PK\3\4 a program that unpacks it".getBytes(StandardCharsets.US_ASCII));
    prefixed.writeBytes(bytes);
    assertThat(names(prefixed.toByteArray())).containsExactly("NONE a.png");
  }

  @Test
  void sizesAndPlacesOfZip64AreTaken() throws Exception {
    byte[] bytes = zip(StandardCharsets.UTF_8, "a.png");
    ByteBuffer old = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int entry = entry(bytes);
    int end = bytes.length - 22;
    int nameEnd = entry + 46 + "a.png".length();
    ByteBuffer zip =
        ByteBuffer.allocate(bytes.length + 28 + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
    zip.put(bytes, 0, nameEnd).putShort((short) 1).putShort((short) 24);
    zip.putLong(old.getInt(entry + 24))
        .putLong(old.getInt(entry + 20))
        .putLong(old.getInt(entry + 42));
    zip.putInt(entry + 20, -1)
        .putInt(entry + 24, -1)
        .putInt(entry + 42, -1)
        .putShort(entry + 30, (short) 28);
    int big = zip.position();
    zip.putInt(0x06064b50)
        .putLong(44)
        .putShort((short) 45)
        .putShort((short) 45)
        .putInt(0)
        .putInt(0);
    zip.putLong(1).putLong(1).putLong(big - entry).putLong(entry);
    zip.putInt(0x07064b50).putInt(0).putLong(big).putInt(1);
    zip.put(bytes, end, 22);
    zip.putShort(zip.capacity() - 14, (short) -1).putShort(zip.capacity() - 12, (short) -1);
    zip.putInt(zip.capacity() - 10, -1).putInt(zip.capacity() - 6, -1);
    assertThat(names(zip.array())).containsExactly("NONE a.png");
  }
}
