package penumbra.core;

/// How a filter's result changes when light and dark are swapped in its input.
///
/// ```
/// Filter negative = MapRange.of(0, 255, 255, 0);
/// negative.polarity();                   // TURNS
/// SobelMagnitude.standard().polarity();  // INDEPENDENT
/// ```
///
/// In some radiographs low values are light: DICOM calls them MONOCHROME1. Filters work on the
/// values as they are. Code that makes a picture of a result must know which of its values are
/// light; this enum says it.
public enum Polarity {
  /// The result follows the input: its large values come from large values of the input, or it is a
  /// derivative and changes its sign. If low values of the input are light, so are low values of
  /// the result.
  FOLLOWS,

  /// The same, but the filter fills in a level of its own, mostly 0, in a margin or for values that
  /// it removes. This level is black if high values are light, and white if low values are.
  FOLLOWS_FROM_ZERO,

  /// The filter inverts: it makes a negative. If low values of the input are light, high values of
  /// the result are.
  TURNS,

  /// The result stays the same, like the magnitude of a gradient: large values are strong edges,
  /// whether high or low values are light.
  INDEPENDENT,

  /// The result marks the elements whose values meet a condition. Large means that they do, whether
  /// high or low values are light. But the condition has another meaning when light and dark are
  /// swapped.
  MARKS,

  /// The filter does not say.
  UNKNOWN;

  /// Whether low values of the result are light if low values of the input are.
  public boolean follows() {
    return this == FOLLOWS || this == FOLLOWS_FROM_ZERO;
  }

  /// The polarity of a filter with this polarity followed by one with the polarity `next`.
  public Polarity then(Polarity next) {
    return switch (this) {
      case FOLLOWS -> next;
      case FOLLOWS_FROM_ZERO -> next == FOLLOWS ? this : next;
      case TURNS ->
          switch (next) {
            case FOLLOWS, FOLLOWS_FROM_ZERO -> TURNS;
            case TURNS -> FOLLOWS;
            case INDEPENDENT, MARKS, UNKNOWN -> next;
          };
      // What follows works on values that do not depend on the input's polarity any more, or do so
      // in a way that nobody knows.
      case INDEPENDENT, MARKS, UNKNOWN -> this;
    };
  }
}
