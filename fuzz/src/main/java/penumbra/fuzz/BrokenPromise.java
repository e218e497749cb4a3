package penumbra.fuzz;

import org.jspecify.annotations.Nullable;

/// What a parser did though no file may make it.
final class BrokenPromise extends AssertionError {
  private static final long serialVersionUID = 1L;

  BrokenPromise(String what) {
    this(what, null);
  }

  BrokenPromise(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
