package penumbra.fuzz;

import org.jspecify.annotations.Nullable;

/// A parser's behaviour that no file may cause.
final class ContractViolation extends AssertionError {
  private static final long serialVersionUID = 1L;

  ContractViolation(String what) {
    this(what, null);
  }

  ContractViolation(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
