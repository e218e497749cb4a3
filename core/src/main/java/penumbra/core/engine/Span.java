package penumbra.core.engine;

import static penumbra.core.InvalidInputException.require;

import penumbra.core.InvalidInputException;

/// How far a window reaches along a line, seen from the place whose result it gives.
///
/// ```
/// Span span = Span.of(5);      // two places in front, the place itself, two behind
/// Span trailing = Span.of(5, 2); // four in front and none behind
/// ```
///
/// @param before places in front
/// @param after places behind
public record Span(int before, int after) {
  /// The place itself and nothing else.
  public static final Span NONE = new Span(0, 0);

  public Span {
    require(before >= 0, "before", "must be at least 0", before, "count the places in front");
    require(after >= 0, "after", "must be at least 0", after, "count the places behind");
  }

  /// A window of `size` places, centred on the output's; for an even size, one more place is in
  /// front.
  public static Span of(int size) {
    return of(size, 0);
  }

  /// The same window moved by SciPy's `origin`: with a positive origin it starts further in front.
  public static Span of(int size, int origin) {
    require(size >= 1, "size", "must be at least 1", size, "give 1 for the place itself");
    int first = -(size / 2);
    int last = (size - 1) / 2;
    if (!(origin >= first && origin <= last)) {
      throw InvalidInputException.of(
          "origin",
          "must lie in " + first + ".." + last + " for a window of size " + size,
          origin,
          "let the window cover the output's place");
    }
    return new Span(size / 2 + origin, size - size / 2 - 1 - origin);
  }

  /// The number of places in the window.
  public int size() {
    return before + 1 + after;
  }
}
