package penumbra.phantom.anatomy;

/// The numbers of the outlines in the ground truth: bits of a `long`.
public final class Outlines {
  public static final int NONE = -1;
  static final int TRUNK = 0;
  static final int ARM = 1;
  public static final int LUNG = 3;
  static final int TRACHEA = 5;
  static final int STOMACH = 6;
  static final int VERTEBRA = 8;
  static final int CLAVICLE = 10;
  static final int HUMERUS = 12;
  static final int SCAPULA = 14;
  static final int MARKER = 16;
  static final int RIB = 20;

  private Outlines() {}

  /// Turns the bits of silhouettes into a picture that is 255 on every silhouette's rim, which is
  /// one pixel wide and lies on the silhouette's own side, else 0. The picture's border is no rim.
  public static void trace(
      long[] silhouettes, int height, int width, byte[] edges, int from, int to) {
    for (int row = from; row < to; row++) {
      for (int column = 0; column < width; column++) {
        int at = row * width + column;
        long own = silhouettes[at];
        long around = own;
        around &= row == 0 ? own : silhouettes[at - width];
        around &= row == height - 1 ? own : silhouettes[at + width];
        around &= column == 0 ? own : silhouettes[at - 1];
        around &= column == width - 1 ? own : silhouettes[at + 1];
        edges[at] = (byte) (around == own ? 0 : 255);
      }
    }
  }
}
