package penumbra.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Bytes as a temporary file, for parsers that need one; closing deletes it.
final class ScratchFile implements AutoCloseable {
  private static final Path FOLDER = folder();

  /// Names are unique, since open archives are identified by them.
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
