package penumbra.io.format;

import java.io.IOException;
import java.nio.file.Path;
import penumbra.core.Failure;

/// A file that cannot be read.
///
/// Its message is one line that a person can act on: file, rule, what was found, what to do.
///
/// ```
/// scan.png must be whole, but ends inside its IDAT chunk; copy or download it again
/// ```
public final class UnreadableFileException extends IOException implements Failure.Carrier {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final Failure failure;

  private UnreadableFileException(Path file, Failure failure) {
    super(failure.line());
    this.file = file.toString();
    this.failure = failure;
  }

  /// An error about `file`, which `rule` ("must be ..."), but `found` ("is empty"); `remedy` says
  /// what to do.
  public static UnreadableFileException of(Path file, String rule, String found, String remedy) {
    return of(Failure.Kind.UNREADABLE, file, rule, found, remedy);
  }

  /// The same of another kind than [Failure.Kind#UNREADABLE].
  public static UnreadableFileException of(
      Failure.Kind kind, Path file, String rule, String found, String remedy) {
    return of(file, new Failure(kind, "", rule, found, remedy));
  }

  /// The same, found at the byte `offset` of the file.
  public static UnreadableFileException of(
      Path file, String rule, String found, String remedy, long offset) {
    return of(file, new Failure(Failure.Kind.UNREADABLE, "", rule, found, remedy, offset));
  }

  /// The same, with the error of a decoder or of the system as its cause.
  public static UnreadableFileException of(
      Path file, String rule, String found, String remedy, Throwable cause) {
    UnreadableFileException error = of(file, rule, found, remedy);
    error.initCause(cause);
    return error;
  }

  /// An error about `file`, of which all but its name is known.
  public static UnreadableFileException of(Path file, Failure failure) {
    return new UnreadableFileException(file, OneLine.of(failure.about(file.toString())));
  }

  /// The same, with what told of the failure as its cause.
  public static UnreadableFileException of(Path file, Failure failure, Throwable cause) {
    UnreadableFileException error = of(file, failure);
    error.initCause(cause);
    return error;
  }

  /// The file, as the caller named it.
  public Path file() {
    return Path.of(file);
  }

  @Override
  public Failure failure() {
    return failure;
  }
}
