package penumbra.core;

/// What becomes of a filter's result when light and dark change places in its input.
///
/// ```
/// Filter negative = MapRange.of(0, 255, 255, 0);
/// negative.polarity();                   // TURNS
/// SobelMagnitude.standard().polarity();  // INDEPENDENT
/// ```
///
/// Some radiographs hold low values for what is light: DICOM calls them MONOCHROME1. Filters work
/// on the values as they are. Whoever makes a picture of a result must know which of its values are
/// light, and learns it here.
public enum Polarity {
  /// The result changes along: its large values are those of large values of the input, or it is a
  /// derivative and changes its sign. Where low values of the input are light, low values of the
  /// result are.
  FOLLOWS,

  /// The same, but the filter puts in a level of its own, mostly 0, in a margin or for what it
  /// takes away. That is black where high values are light, and white where low ones are.
  FOLLOWS_FROM_ZERO,

  /// The filter itself makes light of dark: a negative. Where low values of the input are light,
  /// high values of the result are.
  TURNS,

  /// The result stays the same, as the magnitude of a gradient does: large values are strong edges,
  /// whichever end is light.
  INDEPENDENT,

  /// The result marks the elements whose values meet a condition. Large means that they do,
  /// whichever end is light; but the condition means something else when light and dark change
  /// places.
  MARKS,

  /// The filter does not say.
  UNKNOWN;

  /// Whether low values of the result are light where low values of the input are.
  public boolean follows() {
    return this == FOLLOWS || this == FOLLOWS_FROM_ZERO;
  }

  /// The polarity of a filter of this one and then of another of the polarity `next`, on what the
  /// first one gives.
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
