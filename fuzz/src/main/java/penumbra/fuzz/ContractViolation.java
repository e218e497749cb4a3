package penumbra.fuzz;

import org.jspecify.annotations.Nullable;

/// What a parser did though no file may make it.
final class ContractViolation extends AssertionError {
  private static final long serialVersionUID = 1L;

  ContractViolation(String what) {
    this(what, null);
  }

  ContractViolation(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
