package penumbra.core;

/// Input that breaks a rule: a parameter out of range, an array of the wrong shape.
///
/// Its message is one line that a person can act on: what, which rule, which value, what to do.
///
/// ```
/// sigma must be at least 0, but is -1.0; give 0 to leave an axis unsmoothed
/// ```
///
/// [#require] is for rules whose words stand in the source. Where a text must be put together, ask
/// first and then throw [#of], so that a rule that holds costs nothing.
public final class InvalidInputException extends IllegalArgumentException
    implements Failure.Carrier {
  private static final long serialVersionUID = 1L;

  private final Failure failure;

  private InvalidInputException(Failure failure) {
    super(failure.line());
    this.failure = failure;
  }

  /// An error that carries `failure`.
  public static InvalidInputException of(Failure failure) {
    return new InvalidInputException(failure);
  }

  /// An error about `what`, which breaks `rule` ("must be ...") with `value`; `remedy` says what to
  /// do.
  public static InvalidInputException of(String what, String rule, Object value, String remedy) {
    return of(Failure.Kind.INVALID, what, rule, value, remedy);
  }

  /// The same of another kind than [Failure.Kind#INVALID].
  public static InvalidInputException of(
      Failure.Kind kind, String what, String rule, Object value, String remedy) {
    return new InvalidInputException(new Failure(kind, what, rule, "is " + value, remedy));
  }

  /// Throws the error of [#of(String, String, Object, String)] unless `holds`.
  public static void require(boolean holds, String what, String rule, Object value, String remedy) {
    if (!holds) {
      throw of(what, rule, value, remedy);
    }
  }

  /// The same for a whole number, which is put into an object only where the rule is broken.
  public static void require(boolean holds, String what, String rule, long value, String remedy) {
    if (!holds) {
      throw of(what, rule, value, remedy);
    }
  }

  /// The same for a number.
  public static void require(boolean holds, String what, String rule, double value, String remedy) {
    if (!holds) {
      throw of(what, rule, value, remedy);
    }
  }

  @Override
  public Failure failure() {
    return failure;
  }

  /// The same error met in `place`, a file for instance, which its message then names first; this
  /// one is its cause.
  public InvalidInputException in(String place) {
    InvalidInputException there = new InvalidInputException(failure.in(place));
    there.initCause(this);
    return there;
  }
}
