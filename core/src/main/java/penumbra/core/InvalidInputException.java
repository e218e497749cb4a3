package penumbra.core;

/// Input that breaks a rule: a parameter out of range, an array of the wrong shape.
///
/// Its message is one line that a person can act on: what, which rule, which value, what to do.
///
/// ```
/// sigma must be at least 0, but is -1.0; give 0 to leave an axis unsmoothed
/// ```
public final class InvalidInputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private InvalidInputException(String message) {
    super(message);
  }

  /// An error about `what`, which breaks `rule` ("must be ...") with `value`; `remedy` says what to
  /// do.
  public static InvalidInputException of(String what, String rule, Object value, String remedy) {
    return new InvalidInputException(what + " " + rule + ", but is " + value + "; " + remedy);
  }

  /// Throws the error of [#of] if `holds` is false.
  public static void require(boolean holds, String what, String rule, Object value, String remedy) {
    if (!holds) {
      throw of(what, rule, value, remedy);
    }
  }
}
