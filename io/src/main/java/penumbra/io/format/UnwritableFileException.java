package penumbra.io.format;

import java.io.IOException;
import java.nio.file.Path;
import penumbra.core.Failure;

/// A file that cannot be written in that place or format, with a one-line message like that of
/// [UnreadableFileException].
///
/// ```
/// out/edges.png must lie in a folder that exists, but out is missing; create the folder first
/// ```
public final class UnwritableFileException extends IOException implements Failure.Carrier {
  private static final long serialVersionUID = 1L;

  private final Failure failure;

  private UnwritableFileException(Failure failure) {
    super(failure.line());
    this.failure = failure;
  }

  /// An error about `file`, which `rule` ("must lie in ..."), but `found`; `remedy` says what to
  /// do.
  public static UnwritableFileException of(Path file, String rule, String found, String remedy) {
    return new UnwritableFileException(
        OneLine.of(new Failure(Failure.Kind.UNWRITABLE, file.toString(), rule, found, remedy)));
  }

  /// The same, with the error of the system as its cause.
  public static UnwritableFileException of(
      Path file, String rule, String found, String remedy, Throwable cause) {
    UnwritableFileException error = of(file, rule, found, remedy);
    error.initCause(cause);
    return error;
  }

  @Override
  public Failure failure() {
    return failure;
  }
}
