package penumbra.datasets;

import java.io.IOException;

/// What came of work on one of many things: a result, or why there is none.
///
/// ```
/// switch (Attempt.of(() -> ImageFiles.read(file))) {
///   case Attempt.Done(Radiograph image) -> show(image);
///   case Attempt.Failed(Throwable error) -> tell(file, error);
/// }
/// ```
///
/// Whatever is wrong with one file stops no other: this is the one place that sees to it.
///
/// @param <R> what is made
public sealed interface Attempt<R> {
  /// It is done.
  record Done<R>(R result) implements Attempt<R> {}

  /// It failed.
  ///
  /// @param error what went wrong; its message is one line
  record Failed<R>(Throwable error) implements Attempt<R> {}

  /// The result, for whoever stops where there is none: else the error is thrown.
  default R orThrow() throws IOException {
    return switch (this) {
      case Done<R>(R result) -> result;
      case Failed<R>(IOException error) -> throw error;
      case Failed<R>(RuntimeException error) -> throw error;
      case Failed<R>(Error error) -> throw error;
      case Failed<R>(Throwable error) -> throw new IllegalStateException(error);
    };
  }

  /// Work on one thing.
  ///
  /// @param <R> what it makes
  @FunctionalInterface
  interface Work<R> {
    /// Does it.
    R run() throws IOException;
  }

  /// Tries it. Errors that no other file can be worked on after are thrown.
  @SuppressWarnings("CatchingUnchecked") // whatever is wrong with one file must not stop the others
  static <R> Attempt<R> of(Work<? extends R> work) {
    try {
      return new Done<>(work.run());
    } catch (IOException
        | RuntimeException
        | OutOfMemoryError
        | StackOverflowError
        | InternalError error) {
      // Java's answer to a mapped file that shrinks is an InternalError.
      return new Failed<>(error);
    }
  }
}
