package penumbra.imaging;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import penumbra.core.InvalidInputException;
import penumbra.io.format.UnwritableFileException;

/// Folders for results.
///
/// ```
/// Folders.make(Path.of("out/edges"));
/// ```
public final class Folders {
  private Folders() {}

  /// Creates the folder and its missing parents.
  public static Path make(Path folder) throws IOException {
    requireRoom(folder);
    try {
      return Files.createDirectories(folder);
    } catch (FileSystemException refused) {
      String reason = refused.getReason();
      throw UnwritableFileException.of(
          folder,
          "must be a folder that can be made",
          reason == null ? "the system denies it" : "the system says: " + reason,
          "check the permissions of the folder above or write elsewhere",
          refused);
    }
  }

  /// The innermost existing folder on the path; throws if that is a file.
  public static Path requireRoom(Path folder) throws UnwritableFileException {
    for (@Nullable Path above = folder; above != null; above = above.getParent()) {
      // In this order, because other threads may create folders at the same time.
      if (!Files.exists(above)) {
        continue;
      }
      if (Files.isDirectory(above)) {
        return above;
      }
      throw UnwritableFileException.of(
          above, "must be a folder", "a file is in the way", "name another output");
    }
    return Path.of("");
  }

  /// Throws if the output would be among the input images, after following links.
  public static void requireOutside(Path input, Path output) throws IOException {
    Path named = output.toAbsolutePath().normalize();
    boolean inside =
        named.startsWith(input.toAbsolutePath().normalize())
            // A member of an archive is not in any folder.
            || (Files.exists(input)
                && requireRoom(output).toRealPath().startsWith(input.toRealPath()));
    if (inside) {
      throw InvalidInputException.of(
          "the output folder",
          "must not lie in the folder of images " + input,
          output,
          "choose a folder beside it, or its pictures would be taken for radiographs next time");
    }
  }
}
