package penumbra.dicom.grey;

/// Numbers in texts about an image.
final class ImageNumberText {
  private ImageNumberText() {}

  /// The shortest text that parses to the number, without `.0` for whole numbers.
  static String text(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  /// `1 frame`, `15 frames`.
  static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
