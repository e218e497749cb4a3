package penumbra.core.display;

/// Grey levels in words.
final class LevelText {
  private LevelText() {}

  /// The shortest text that parses to the number, without `.0` for whole numbers.
  static String text(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }
}
