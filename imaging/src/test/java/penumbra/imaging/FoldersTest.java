package penumbra.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.io.format.UnwritableFileException;

class FoldersTest {
  @TempDir private Path folder;

  @Test
  void allFoldersThatAreMissingAreMade() throws IOException {
    assertThat(Folders.make(folder.resolve("a/b/c"))).isDirectory();
  }

  @Test
  void aFileInTheWayIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> Folders.make(file.resolve("a/b")))
        .isInstanceOf(UnwritableFileException.class)
        .hasMessage(file + " must be a folder, but a file is in the way; name another output");
  }

  @Test
  void whatTheSystemRefusesIsNamedAsItWasAskedFor() {
    Path asked = folder.resolve("n".repeat(300));
    assertThatThrownBy(() -> Folders.make(asked))
        .isInstanceOf(UnwritableFileException.class)
        .hasMessageStartingWith(asked + " must be a folder that can be made, but the system says: ")
        .hasMessageEndingWith("; check the permissions of the folder above or write elsewhere");
  }
}
