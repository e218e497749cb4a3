package penumbra.io.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.DType;
import penumbra.core.Radiograph;
import penumbra.io.GoldenFiles;
import penumbra.io.ImageFiles;
import penumbra.io.Samples;
import penumbra.io.dataset.Dataset;
import penumbra.io.dataset.DatasetImage;
import penumbra.io.dataset.Label;
import penumbra.io.dataset.Split;
import penumbra.io.format.UnreadableFileException;

/// Archives that Python wrote, and hand-made odd ones.
class ArchivesTest {
  @TempDir Path folder;

  @BeforeEach
  void plainTars() throws Exception {
    for (String name : List.of("gnu.tar", "pax.tar", "ustar.tar")) {
      byte[] packed = Files.readAllBytes(GoldenFiles.path(name + ".gz"));
      try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        Files.write(folder.resolve(name), in.readAllBytes());
      }
      Files.write(folder.resolve(name + ".gz"), packed);
    }
    for (String name : List.of("set.zip", "stored.zip")) {
      Files.copy(GoldenFiles.path(name), folder.resolve(name));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set.zip",
        "stored.zip",
        "gnu.tar",
        "pax.tar",
        "ustar.tar",
        "gnu.tar.gz",
        "pax.tar.gz"
      })
  void anArchiveIsListedAsAFolder(String name) throws Exception {
    Path archive = folder.resolve(name);
    Dataset set = Dataset.list(archive);
    assertThat(set.images())
        .extracting(image -> image.split() + " " + image.label())
        .containsExactly("TRAIN NORMAL", "TEST NORMAL", "TRAIN NORMAL", "TRAIN PNEUMONIA");
    assertThat(set.images().get(1).file()).hasToString(archive + "!/chest/test/NORMAL/c.png");
    assertThat(set.nestedCopies())
        .singleElement()
        .hasToString(archive + "!/chest/chest/train/NORMAL/a.png");
    assertThat(set.root()).hasToString(archive.toString());
    for (DatasetImage image : set.images()) {
      Radiograph read = ImageFiles.read(image.file());
      Radiograph named = ImageFiles.read(Path.of(image.file().toString()));
      assertThat(read.pixels()).hasToString("(4, 4) uint8");
      assertThat(named.pixels().sameBits(read.pixels())).isTrue();
      assertThat(read.source()).isEqualTo(image.file().toString());
      char letter = read.source().charAt(read.source().length() - 5);
      assertThat(read.pixels().get(0, 0)).isEqualTo(letter - 'a' + 1.0);
    }
  }

  @Test
  void aFolderInAnArchiveIsAFolder() throws Exception {
    Path inside = folder.resolve("set.zip!/chest/train");
    assertThat(Dataset.list(inside).count(Split.TRAIN, Label.PNEUMONIA)).isEqualTo(1);
    Path entered = Archives.enter(inside);
    assertThat(Files.isDirectory(entered)).isTrue();
    assertThat(Archives.isMember(entered)).isTrue();
    assertThat(entered.getFileName()).hasToString("train");
    assertThat(entered.getParent()).hasToString(folder + "/set.zip!/chest");
    Path root = Archives.enter(folder.resolve("set.zip"));
    assertThat(root.relativize(entered)).isEqualTo(Path.of("chest/train"));
    assertThat(root.getFileName()).hasToString("set.zip");
  }

  @Test
  void arraysAndVolumesInArchivesAreRead() throws Exception {
    var array = Samples.noise(1, DType.FLOAT64, 3, 4, 5);
    for (String name : List.of("a.npy", "a.nii", "a.nii.gz", "a.tif")) {
      Path file = folder.resolve(name);
      ImageFiles.write(array, file);
      Path zip = zip("with-" + name + ".zip", "in/" + name, Files.readAllBytes(file));
      Path member = Path.of(zip + "!/in/" + name);
      assertThat(ImageFiles.readArray(member).sameBits(array)).as(name).isTrue();
    }
  }

  @Test
  void channelsGoForwardAndBack() throws Exception {
    byte[] content = Samples.bytes(1, 100_000);
    Path member = Archives.enter(Path.of(zip("a.zip", "x", content) + "!/x"));
    try (SeekableByteChannel channel = Files.newByteChannel(member)) {
      for (int at : new int[] {0, 70_000, 3, 99_999, 100_000}) {
        ByteBuffer bytes = ByteBuffer.allocate(10);
        int n = channel.position(at).read(bytes);
        int there = Math.min(10, content.length - at);
        assertThat(n).isEqualTo(there == 0 ? -1 : there);
        assertThat(Arrays.copyOf(bytes.array(), there))
            .isEqualTo(Arrays.copyOfRange(content, at, at + there));
      }
    }
  }

  @Test
  void whatIsNotThereIsMissing() throws Exception {
    Path none = folder.resolve("set.zip!/chest/none.png");
    assertThatThrownBy(() -> ImageFiles.read(none))
        .hasMessage(none + " must exist, but is missing; check the path");
    Path archive = folder.resolve("set.zip");
    assertThatThrownBy(() -> ImageFiles.read(archive))
        .hasMessage(
            archive
                + " must be a picture or an array, but is a ZIP archive; name a file inside it,"
                + " as in set.zip!/NAME");
    assertThatThrownBy(() -> Files.newInputStream(Archives.enter(none)))
        .isInstanceOf(NoSuchFileException.class);
  }

  private Path zip(String name, String member, byte[] content) throws Exception {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      zip.putNextEntry(new ZipEntry(member));
      zip.write(content);
      zip.closeEntry();
    }
    return Files.write(folder.resolve(name), out.toByteArray());
  }

  @Test
  void namesThatLeadOutAreRefused() throws Exception {
    for (String evil : List.of("../../evil.png", "a/../../evil.png", "/../evil.png")) {
      Path file = zip("evil.zip", evil, new byte[5]);
      assertThatThrownBy(() -> Dataset.list(file))
          .isInstanceOf(UnreadableFileException.class)
          .hasMessage(
              file
                  + " must name its members inside itself, each in at most 64 folders, but names '"
                  + evil
                  + "'; unpack and check it with care");
    }
    Path deep = zip("deep.zip", "a/".repeat(70) + "b.png", new byte[5]);
    assertThatThrownBy(() -> Dataset.list(deep)).hasMessageContaining("at most 64 folders");
    Path rooted = zip("rooted.zip", "/data/b.png", new byte[5]);
    assertThat(Dataset.list(rooted).images())
        .singleElement()
        .satisfies(image -> assertThat(image.file()).hasToString(rooted + "!/data/b.png"));
  }

  @Test
  void bombsAreRefusedBeforeTheyExpand() throws Exception {
    byte[] zeros = new byte[1 << 20];
    Path zip = folder.resolve("bomb.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("bomb.png"));
      for (int i = 0; i < 300; i++) {
        out.write(zeros);
      }
      out.closeEntry();
    }
    assertThatThrownBy(() -> ImageFiles.read(Path.of(zip + "!/bomb.png")))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageMatching(
            ".*bomb.zip must not expand to more than 100 times its size beyond 256 MiB, but"
                + " bomb.png makes 314572800 bytes of \\d+; if it is to be trusted, unpack it"
                + " first");
    Path tar = folder.resolve("bomb.tar.gz");
    byte[] start = Files.readAllBytes(folder.resolve("ustar.tar"));
    byte[] header = Arrays.copyOf(start, 512);
    setSize(header, 300L << 20);
    try (var out = new GZIPOutputStream(Files.newOutputStream(tar))) {
      out.write(header);
      for (int i = 0; i < 300; i++) {
        out.write(zeros);
      }
    }
    assertThatThrownBy(() -> Dataset.list(tar)).hasMessageContaining("must not expand to more");
  }

  @Test
  void aMemberSaidToBeLargerThanItCanBeIsRefusedBeforeMemoryIsTaken() throws Exception {
    // 200 MB of an array: the list of the archive says so, and so does the array itself.
    ByteArrayOutputStream array = new ByteArrayOutputStream();
    array.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 70, 0});
    String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (20000, 10000), }";
    array.write("%-69s\n".formatted(header).getBytes(StandardCharsets.US_ASCII));
    byte[] bytes = Files.readAllBytes(zip("lie.npz", "image.npy", array.toByteArray()));
    int list = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(list + 24, 200_000_080);
    Path lie = Files.write(folder.resolve("lie.npz"), bytes);
    assertThatThrownBy(() -> ImageFiles.read(lie))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageMatching(
            ".*lie.npz must hold its members whole, but image.npy is said to make 200000080 bytes"
                + " of \\d+, which nothing can; copy or download it again");
  }

  private static void setSize(byte[] header, long size) {
    byte[] octal = "%011o\0".formatted(size).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(octal, 0, header, 124, 12);
    Arrays.fill(header, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xFF;
    }
    byte[] digits = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, header, 148, 8);
  }

  @Test
  void aMemberWithAWrongCheckSumIsRefused() throws Exception {
    Path array = folder.resolve("a.npy");
    ImageFiles.write(Samples.noise(1, DType.UINT8, 9, 13), array);
    byte[] content = Files.readAllBytes(array);
    Path zip = folder.resolve("bent.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      var entry = new ZipEntry("a.npy");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      var sum = new CRC32();
      sum.update(content);
      entry.setCrc(sum.getValue());
      out.putNextEntry(entry);
      out.write(content);
    }
    assertThat(ImageFiles.readArray(Path.of(zip + "!/a.npy"))).hasToString("(9, 13) uint8");
    byte[] bytes = Files.readAllBytes(zip);
    bytes[30 + "a.npy".length() + content.length - 1] ^= 1;
    Path bent = Files.write(folder.resolve("worse.zip"), bytes);
    assertThatThrownBy(() -> ImageFiles.readArray(Path.of(bent + "!/a.npy")))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(
            bent
                + " must hold its members whole, but 'a.npy' has another check sum than the archive"
                + " lists; copy or download it again");
  }

  @Test
  void archivesInAFolderAreListedAndNotEntered() throws Exception {
    Dataset set = Dataset.list(folder);
    assertThat(set.images()).isEmpty();
    assertThat(set.archives())
        .extracting(archive -> archive.getFileName().toString())
        .containsExactly(
            "gnu.tar",
            "gnu.tar.gz",
            "pax.tar",
            "pax.tar.gz",
            "set.zip",
            "stored.zip",
            "ustar.tar",
            "ustar.tar.gz");
    assertThat(Dataset.list(folder.resolve("set.zip")).archives()).isEmpty();
  }

  @Test
  void nothingIsWrittenIntoAnArchive() throws Exception {
    Path root = Archives.enter(folder.resolve("set.zip"));
    assertThat(Files.isWritable(root)).isFalse();
    assertThatThrownBy(() -> Files.delete(root.resolve("chest/readme.txt")))
        .isInstanceOf(java.nio.file.ReadOnlyFileSystemException.class);
  }
}
