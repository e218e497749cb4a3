package penumbra.core;

import java.util.List;
import java.util.Locale;

/// The values that a filter uses beyond the edge of the array. For the line `a b c d`:
///
/// | boundary | the extended line | also called |
/// |---|---|---|
/// | `reflect` | d c b a \| a b c d \| d c b a | SciPy `reflect`, `grid-mirror`; NumPy `symmetric`; OpenCV `REFLECT` |
/// | `constant` | k k k k \| a b c d \| k k k k | SciPy `constant`, `grid-constant` |
/// | `nearest` | a a a a \| a b c d \| d d d d | OpenCV `REPLICATE`; NumPy `edge` |
/// | `mirror` | . d c b \| a b c d \| c b a . | NumPy `reflect`; OpenCV `REFLECT_101` |
/// | `wrap` | a b c d \| a b c d \| a b c d | SciPy `grid-wrap` |
///
/// If the margin is longer than the line, the pattern repeats. Only this class fills margins; every
/// filter uses it.
@Describe("The values that the filter uses beyond the edges of the array.")
public sealed interface Boundary {
  /// The names in the order of the table.
  List<String> NAMES = List.of("reflect", "constant", "nearest", "mirror", "wrap");

  /// The index of a place that holds the constant instead of an element.
  int OUTSIDE = -1;

  /// `d c b a | a b c d | d c b a`, the default of every filter.
  record Reflect() implements Boundary {}

  /// `k k k k | a b c d | k k k k`
  ///
  /// @param value k, in the units of the array
  record Constant(
      @Describe(value = "The value outside, with boundary constant.", unit = "grey levels")
          double value)
      implements Boundary {}

  /// `a a a a | a b c d | d d d d`
  record Nearest() implements Boundary {}

  /// `d c b | a b c d | c b a`
  record Mirror() implements Boundary {}

  /// `a b c d | a b c d | a b c d`
  record Wrap() implements Boundary {}

  /// The default.
  static Boundary reflect() {
    return new Reflect();
  }

  /// Zero outside.
  static Boundary zero() {
    return new Constant(0);
  }

  /// The boundary with that name. Only `constant` uses `value`.
  static Boundary named(String name, double value) {
    return switch (name) {
      case "reflect" -> new Reflect();
      case "constant" -> new Constant(value);
      case "nearest" -> new Nearest();
      case "mirror" -> new Mirror();
      case "wrap" -> new Wrap();
      default ->
          throw InvalidInputException.of(
              "boundary",
              "must be one of " + String.join(", ", NAMES),
              "'" + name + "'",
              "name one of these");
    };
  }

  /// The name, as [#named] takes it.
  default String label() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /// The value beyond the edges, for places where [#index] returns [#OUTSIDE].
  default double outside() {
    return this instanceof Constant(double value) ? value : 0;
  }

  /// The index of the element at place `i`, any integer, of a line of `n`; [#OUTSIDE] for the
  /// constant.
  default int index(int i, int n) {
    if (i >= 0 && i < n) {
      return i;
    }
    return switch (this) {
      case Reflect() -> {
        int place = Math.floorMod(i, 2 * n);
        yield place < n ? place : 2 * n - 1 - place;
      }
      case Constant _ -> OUTSIDE;
      case Nearest() -> i < 0 ? 0 : n - 1;
      case Mirror() -> {
        if (n == 1) {
          yield 0;
        }
        int place = Math.floorMod(i, 2 * n - 2);
        yield place < n ? place : 2 * n - 2 - place;
      }
      case Wrap() -> Math.floorMod(i, n);
    };
  }

  /// Fills the margins of a line whose `n` elements start at `line[before]`: `before` places in
  /// front of them and `after` behind.
  default void extend(double[] line, int before, int n, int after) {
    for (int i = -before; i < 0; i++) {
      line[before + i] = element(line, before, i, n);
    }
    for (int i = n; i < n + after; i++) {
      line[before + i] = element(line, before, i, n);
    }
  }

  private double element(double[] line, int before, int i, int n) {
    int index = index(i, n);
    return index == OUTSIDE ? outside() : line[before + index];
  }
}
