package penumbra.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import penumbra.core.Failure;
import penumbra.core.Radiograph;
import penumbra.io.format.FileFailures;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.ImageSource;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.UnreadableFileException;

/// Reads a file that another program may be writing. A reader that looks at a file twice may find
/// less the second time than it counted on; then the file is to blame, and not the reader.
final class StableReading {
  private StableReading() {}

  /// A file as it was at a moment.
  private record State(long size, FileTime modified) {
    static Optional<State> of(Path file) {
      try {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return Optional.of(new State(attributes.size(), attributes.lastModifiedTime()));
      } catch (IOException gone) {
        return Optional.empty();
      }
    }
  }

  /// What the format reads. An error that is not one of a damaged file is told as that of a changed
  /// one if the file changed meanwhile.
  @SuppressWarnings("CatchingUnchecked") // it is thrown again unless the file explains it
  static Radiograph read(ImageFormat format, ImageSource source, ReadOptions options)
      throws IOException {
    if (source.file().isEmpty()) {
      return format.read(source, options);
    }
    Path file = source.path();
    Optional<State> before = State.of(file);
    try {
      return format.read(source, options);
    } catch (RuntimeException error) {
      if (error instanceof Failure.Carrier || before.equals(State.of(file))) {
        throw error;
      }
      throw UnreadableFileException.of(
          file, FileFailures.STAY, "changed", "read it when it is written to its end", error);
    } catch (InternalError fault) {
      if (!FileFailures.isOfMapping(fault)) {
        throw fault;
      }
      throw UnreadableFileException.of(file, FileFailures.of(file, fault), fault);
    }
  }
}
