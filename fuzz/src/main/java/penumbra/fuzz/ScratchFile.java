package penumbra.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bytes as a file, for parsers that want one; gone when it is closed.
final class ScratchFile implements AutoCloseable {
  private static final Path FOLDER = folder();

  /// No two have one name, since archives that are open are known by it.
  private static long made;

  private final Path path;

  private ScratchFile(Path path) {
    this.path = path;
  }

  static synchronized ScratchFile of(byte[] bytes, String ending) throws IOException {
    made++;
    return new ScratchFile(Files.write(FOLDER.resolve(made + ending), bytes));
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    Files.delete(path);
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("penumbra-fuzz");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
