package penumbra.dicom.grey;

/// Numbers as the texts about an image write them.
final class Figures {
  private Figures() {}

  /// The shortest text that gives the number back, without a fraction where there is none.
  static String text(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  /// `1 frame`, `15 frames`.
  static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
