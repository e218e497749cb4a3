package penumbra.core;

import org.jspecify.annotations.Nullable;

/// The element type of a filter's result, as the caller requests it.
///
/// - [#DEFAULT]: the filter's own choice, in which nothing wraps, clips or is rescaled.
/// - [#SAME]: the input's type, which is SciPy's default, wraparound included.
/// - [#of]: that type.
@Describe(
    "Element type of the result: default, the filter's own choice, in which nothing"
        + " overflows; same, the input's type as in SciPy, wraparound included; or a"
        + " type.")
public final class OutputType {
  /// The type in which the result fits; each filter states it.
  public static final OutputType DEFAULT = new OutputType("default", null);

  /// The input's type, as in SciPy.
  public static final OutputType SAME = new OutputType("same", null);

  private final String label;
  private final @Nullable DType type;

  private OutputType(String label, @Nullable DType type) {
    this.label = label;
    this.type = type;
  }

  /// Exactly `type`.
  public static OutputType of(DType type) {
    return new OutputType(type.label(), type);
  }

  /// Reads `default`, `same` or the label of a type.
  public static OutputType parse(String text) {
    return switch (text) {
      case "default" -> DEFAULT;
      case "same" -> SAME;
      default -> of(DType.ofLabel(text));
    };
  }

  /// The type of the result for input of type `input`, if the filter's own choice is `natural`.
  public DType resolve(DType input, DType natural) {
    if (type != null) {
      return type;
    }
    return equals(SAME) ? input : natural;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OutputType that && label.equals(that.label);
  }

  @Override
  public int hashCode() {
    return label.hashCode();
  }

  /// `default`, `same` or the type's label, as [#parse] takes it.
  @Override
  public String toString() {
    return label;
  }
}
