package penumbra.core;

/// The element type that a filter is asked to give.
///
/// - [#DEFAULT]: the filter's own choice, in which nothing wraps, clips or is rescaled.
/// - [#SAME]: the input's type, which is what SciPy does unless told otherwise, wraparound
///   included.
/// - [#of]: that type.
public sealed interface OutputType {
  /// The type in which the result fits; each filter states it.
  OutputType DEFAULT = new Natural();

  /// The input's type, as SciPy has it.
  OutputType SAME = new Same();

  /// The filter's own choice.
  record Natural() implements OutputType {
    @Override
    public String toString() {
      return "default";
    }
  }

  /// The input's type.
  record Same() implements OutputType {
    @Override
    public String toString() {
      return "same";
    }
  }

  /// A type that was named.
  ///
  /// @param type the type of the result
  record Explicit(DType type) implements OutputType {
    @Override
    public String toString() {
      return type.label();
    }
  }

  /// Exactly `type`.
  static OutputType of(DType type) {
    return new Explicit(type);
  }

  /// Reads `default`, `same` or the label of a type.
  static OutputType parse(String text) {
    return switch (text) {
      case "default" -> DEFAULT;
      case "same" -> SAME;
      default -> of(DType.ofLabel(text));
    };
  }

  /// The type of the result for input of type `input` where the filter's own choice is `natural`.
  default DType resolve(DType input, DType natural) {
    return switch (this) {
      case Natural() -> natural;
      case Same() -> input;
      case Explicit(DType type) -> type;
    };
  }
}
