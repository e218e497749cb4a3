package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.io.archive.Archives;
import penumbra.io.dataset.Dataset;
import penumbra.io.format.UnreadableFileException;

/// Small files that were made so that reading them would take far more time or memory than they
/// have bytes.
class HostileFilesTest {
  @TempDir Path folder;

  @Test
  void aTiffOfWhichEachStripIsTheWholeFileIsRefused() throws Exception {
    int rows = 1500;
    ByteBuffer tiff = ByteBuffer.allocate(16384).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    int offsets = 8 + 2 + 8 * 12 + 4;
    int[][] fields = {
      {256, 4, 1, 1},
      {257, 4, 1, rows},
      {258, 4, 1, 8},
      {259, 4, 1, 32773},
      {262, 4, 1, 1},
      {273, 4, rows, offsets},
      {278, 4, 1, 1},
      {279, 4, rows, offsets + 4 * rows},
    };
    tiff.putShort((short) fields.length);
    for (int[] field : fields) {
      tiff.putShort((short) field[0]).putShort((short) field[1]).putInt(field[2]).putInt(field[3]);
    }
    tiff.putInt(0);
    for (int row = 0; row < rows; row++) {
      tiff.putInt(200);
    }
    for (int row = 0; row < rows; row++) {
      tiff.putInt(tiff.capacity());
    }
    Path file = Files.write(folder.resolve("strips.tif"), tiff.array());
    assertThatThrownBy(() -> ImageFiles.read(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(
            file
                + " must have strips or tiles of at most 64 times its size in all, but has 1500 of"
                + " 24576000 bytes in 16384; save it again with another program");
  }

  @Test
  void aZipWhoseMembersShareTheirBytesIsRefused() throws Exception {
    Path file = folder.resolve("shared.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : new String[] {"a.png", "b.png"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(Samples.bytes(1, 500));
        zip.closeEntry();
      }
    }
    assertThat(Dataset.list(file).images()).hasSize(2);
    byte[] bytes = Files.readAllBytes(file);
    // The first member in the list claims all bytes up to the list.
    int list = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(list + 20, list - 50);
    Path shared = Files.write(folder.resolve("two.zip"), bytes);
    assertThatThrownBy(() -> Dataset.list(shared))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(
            shared
                + " must be as large as its members together, but they claim more, up to 'b.png';"
                + " do not trust it");
  }

  @Test
  void theBeginningOfATarHeaderIsNoArchive() throws Exception {
    byte[] bytes = new byte[415];
    System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, bytes, 257, 5);
    Path file = Files.write(folder.resolve("short.tar"), bytes);
    assertThat(Archives.enter(file)).isEqualTo(file);
    assertThatThrownBy(() -> ImageFiles.read(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("is a tar archive");
  }

  @Test
  void aJpegThatEndsInAnEmptyFrameHeaderIsRefused() throws Exception {
    byte[] bytes = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC0, 0, 0};
    Path file = Files.write(folder.resolve("empty.jpg"), bytes);
    assertThatThrownBy(() -> ImageFiles.read(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(
            file
                + " must be an 8-bit baseline or progressive JPEG of 1, 3 or 4 components, but has"
                + " a frame header that gives no size; convert it to PNG with a tool that reads"
                + " it");
  }

  @Test
  void copiesAreToldByTheirBytesWhereverTheyLie() throws Exception {
    byte[][] contents = {{1, 2}, {1, 2}, {2, 1}, {2, 1}, {1, 2}};
    String[] names = {"i.png", "a/i.png", "b/i.png", "c/i.png", "a/b/i.png"};
    for (int i = 0; i < names.length; i++) {
      Path file = folder.resolve(names[i]);
      Files.createDirectories(file.getParent());
      Files.write(file, contents[i]);
    }
    // Of b and c neither lies higher than the other.
    assertThat(Dataset.list(folder).nestedCopies())
        .map(copy -> folder.relativize(copy).toString().replace('\\', '/'))
        .containsExactly("a/b/i.png", "a/i.png");
  }
}
