package penumbra.datasets;

import java.io.IOException;

/// The outcome of work on one of many items: a result or an error.
///
/// ```
/// switch (Attempt.of(() -> ImageFiles.read(file))) {
///   case Attempt.Done(Radiograph image) -> show(image);
///   case Attempt.Failed(Throwable error) -> tell(file, error);
/// }
/// ```
///
/// An error in one file does not stop the others: this is the only place that ensures it.
///
/// @param <R> the type of the result
public sealed interface Attempt<R> {
  /// The work succeeded.
  record Done<R>(R result) implements Attempt<R> {}

  /// The work failed.
  ///
  /// @param error the error; its message is one line
  record Failed<R>(Throwable error) implements Attempt<R> {}

  /// The result, for callers that stop without one: an error is thrown.
  default R orThrow() throws IOException {
    return switch (this) {
      case Done<R>(R result) -> result;
      case Failed<R>(IOException error) -> throw error;
      case Failed<R>(RuntimeException error) -> throw error;
      case Failed<R>(Error error) -> throw error;
      case Failed<R>(Throwable error) -> throw new IllegalStateException(error);
    };
  }

  /// The work on one item.
  ///
  /// @param <R> the type of its result
  @FunctionalInterface
  interface Work<R> {
    /// Does the work.
    R run() throws IOException;
  }

  /// Does the work and catches its errors. Errors that affect every file are thrown.
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
