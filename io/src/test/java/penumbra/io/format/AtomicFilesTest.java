package penumbra.io.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void theNameAppearsOnlyWhenTheContentIsWhole() throws Exception {
    Path target = folder.resolve("out.bin");
    AtomicFiles.write(
        target,
        out -> {
          out.write(new byte[1 << 20]);
          out.flush();
          assertThat(target).doesNotExist();
          try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                .hasSize(1)
                .allMatch(name -> name.startsWith(".penumbra-"));
          }
        });
    assertThat(target).hasSize(1 << 20);
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(target));
  }

  @Test
  void aFailureLeavesWhatWasThereAndNothingElse() throws Exception {
    Path target = Files.writeString(folder.resolve("out.txt"), "before");
    assertThatThrownBy(() ->
            AtomicFiles.write(
                target,
                out -> {
                  out.write(65);
                  throw new IOException("the disk is full");
                }))
        .hasMessage("the disk is full");
    assertThat(target).hasContent("before");
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(target));
  }

  @Test
  void aNameAsLongAsTheSystemAllowsCanBeWritten() throws Exception {
    Path target = folder.resolve("n".repeat(251) + ".txt");
    AtomicFiles.write(target, new byte[] {'a'});
    assertThat(target).hasContent("a");
  }

  @Test
  void theFileBehindALinkIsReplacedAndTheLinkStays() throws Exception {
    Path real = Files.writeString(folder.resolve("real.txt"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), real);
    AtomicFiles.write(link, new byte[] {'a'});
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("a");
  }

  @Test
  void devicesAreWrittenStraight() throws Exception {
    Path device = Path.of("/dev/null");
    Assumptions.assumeTrue(Files.exists(device), "needs /dev/null");
    AtomicFiles.write(device, new byte[10]);
    assertThat(Files.isRegularFile(device)).isFalse();
  }

  @Test
  void whereThereIsNoRoomTheTargetIsNamed() throws Exception {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "needs /dev/full, which is always full");
    assertThatThrownBy(() -> AtomicFiles.write(full, new byte[1 << 20]))
        .isInstanceOf(UnwritableFileException.class)
        .hasMessage(
            "/dev/full must be writable, but the system says: No space left on device; make room or"
                + " write elsewhere");
    // What fits into the buffer fails when it is closed.
    assertThatThrownBy(() -> AtomicFiles.write(full, new byte[1]))
        .isInstanceOf(UnwritableFileException.class);
  }

  @Test
  void aNameThatTheSystemRefusesIsNamed() throws Exception {
    Path target = folder.resolve("n".repeat(300));
    assertThatThrownBy(() -> AtomicFiles.write(target, new byte[1]))
        .isInstanceOf(UnwritableFileException.class)
        .hasMessageStartingWith(target + " must be writable, but the system says: ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void badTargetsAreNamed() throws Exception {
    assertThatThrownBy(() -> AtomicFiles.write(folder, new byte[1]))
        .isInstanceOf(UnwritableFileException.class)
        .hasMessage(folder + " must be a file, but is a folder; name a file inside it");
    Path lost = folder.resolve("no/a.png");
    assertThatThrownBy(() -> AtomicFiles.write(lost, new byte[1]))
        .hasMessage(
            lost
                + " must lie in a folder that exists, but "
                + lost.getParent()
                + " is missing; create the folder first");
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> AtomicFiles.write(file.resolve("a.png"), new byte[1]))
        .hasMessageContaining("but " + file + " is a file;");
  }
}
