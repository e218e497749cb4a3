package penumbra.io.format;

import java.io.IOException;
import java.nio.file.Path;

/// A file that cannot be read.
///
/// Its message is one line that a person can act on: file, rule, what was found, what to do.
///
/// ```
/// scan.png must be whole, but ends inside its IDAT chunk; copy or download it again
/// ```
public final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;

  private UnreadableFileException(Path file, String message, Throwable cause) {
    super(OneLine.of(file + " " + message), cause);
    this.file = file.toString();
  }

  private UnreadableFileException(Path file, String message) {
    super(OneLine.of(file + " " + message));
    this.file = file.toString();
  }

  /// An error about `file`, which `rule` ("must be ..."), but `found` ("is empty"); `remedy` says
  /// what to do.
  public static UnreadableFileException of(Path file, String rule, String found, String remedy) {
    return new UnreadableFileException(file, rule + ", but " + found + "; " + remedy);
  }

  /// The same, with the error of a decoder or of the system as its cause.
  public static UnreadableFileException of(
      Path file, String rule, String found, String remedy, Throwable cause) {
    return new UnreadableFileException(file, rule + ", but " + found + "; " + remedy, cause);
  }

  /// The file, as the caller named it.
  public Path file() {
    return Path.of(file);
  }
}
