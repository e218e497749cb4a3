package penumbra.io.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Checks that every reader makes before it opens a file.
public final class Inputs {
  public static final String COPY_AGAIN = "copy or download it again";

  private Inputs() {}

  /// Throws unless `file` is a regular, readable file that is not empty.
  public static void check(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw UnreadableFileException.of(file, "must exist", "is missing", "check the path");
    }
    if (Files.isDirectory(file)) {
      throw UnreadableFileException.of(
          file, "must be a file", "is a folder", "name a file inside it");
    }
    if (!Files.isRegularFile(file)) {
      throw UnreadableFileException.of(
          file, "must be a regular file", "is a pipe or a device", "save it to a file first");
    }
    if (!Files.isReadable(file)) {
      throw UnreadableFileException.of(
          file, "must be readable", "the system denies it", "check its permissions");
    }
    if (Files.size(file) == 0) {
      throw empty(file);
    }
  }

  static UnreadableFileException empty(Path file) {
    return UnreadableFileException.of(
        file, "must hold a picture or an array", "is empty", COPY_AGAIN);
  }

  /// The first bytes, [ImageFormat#HEAD] if there are as many.
  public static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ImageFormat.HEAD);
    }
  }
}
