package penumbra.io.format;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import penumbra.core.Failure;
import penumbra.core.InvalidInputException;

/// What any error says of the file that was worked on, as a value that is the same whenever it
/// fails so.
///
/// ```
/// Failure failure = FileFailures.of(file, new java.io.IOException("Input/output error"));
/// failure.line(); // scan.png cannot be read: Input/output error
/// ```
public final class FileFailures {
  private static final String UNREAD = "cannot be read";

  /// What a file must do that is read.
  public static final String STAY = "must stay as it is while it is read";

  private FileFailures() {}

  /// What `error` says of `file`. Control characters become `?`.
  public static Failure of(Path file, Throwable error) {
    Failure failure = told(file.toString(), error);
    return new Failure(
        failure.kind(),
        clean(failure.subject()),
        clean(failure.rule()),
        clean(failure.found()),
        clean(failure.remedy()),
        failure.offset());
  }

  private static Failure told(String file, Throwable error) {
    return switch (error) {
      case OutOfMemoryError _ ->
          new Failure(
              Failure.Kind.OUT_OF_MEMORY,
              file,
              "must fit into memory",
              "Java has no more of it",
              "allow more, for example with PENUMBRA_OPTS=-Xmx8g");
      case InternalError fault when isOfMapping(fault) ->
          new Failure(Failure.Kind.UNREADABLE, file, STAY, "shrank", Inputs.COPY_AGAIN);
      case InvalidInputException rule ->
          rule.failure().subject().startsWith(file) ? rule.failure() : rule.failure().in(file);
      case Failure.Carrier carrier ->
          carrier.failure().subject().isEmpty() ? carrier.failure().about(file) : carrier.failure();
      case NoSuchFileException _ ->
          new Failure(Failure.Kind.SYSTEM, file, "must exist", "is missing", "check the path");
      case FileSystemException system when system.getReason() != null ->
          new Failure(Failure.Kind.SYSTEM, file, UNREAD, system.getReason(), "");
      case IOException io when isOurs(io) ->
          new Failure(Failure.Kind.OTHER, "", "", String.valueOf(io.getMessage()), "");
      case IOException io ->
          new Failure(Failure.Kind.SYSTEM, file, UNREAD, String.valueOf(io.getMessage()), "");
      case IllegalArgumentException rule when rule.getMessage() != null ->
          new Failure(Failure.Kind.INVALID, file, "", rule.getMessage(), "");
      default ->
          new Failure(Failure.Kind.INTERNAL, file, "", "an error in Penumbra itself: " + error, "");
    };
  }

  /// Whether a mapped file became shorter than its mapping.
  public static boolean isOfMapping(InternalError error) {
    return String.valueOf(error.getMessage()).contains("unsafe memory access");
  }

  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private static boolean isOurs(Throwable error) {
    return error.getClass().getPackageName().startsWith("penumbra.");
  }
}
