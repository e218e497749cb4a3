package penumbra.dicom.codec.jpeg;

/// The predictors of T.81, table H.1: from differences to samples, modulo 2^16, in place.
///
/// ```
/// c b      1: a   2: b   3: c   4: a + b - c   5: a + (b - c)/2   6: b + (a - c)/2   7: (a + b)/2
/// a x
/// ```
final class JpegPrediction {
  private static final int MASK = 0xFFFF;

  private JpegPrediction() {}

  /// The first row of a scan or after a restart: predicts from the left, and from `first` at the
  /// beginning.
  static void firstRow(int[] line, int first) {
    line[0] = (line[0] + first) & MASK;
    fromLeft(line);
  }

  /// Any other row: predicts from above at the beginning.
  static void row(int predictor, int[] line, int[] above) {
    line[0] = (line[0] + above[0]) & MASK;
    switch (predictor) {
      case 1 -> fromLeft(line);
      case 2 -> {
        for (int x = 1; x < line.length; x++) {
          line[x] = (line[x] + above[x]) & MASK;
        }
      }
      case 3 -> {
        for (int x = 1; x < line.length; x++) {
          line[x] = (line[x] + above[x - 1]) & MASK;
        }
      }
      case 4 -> {
        for (int x = 1; x < line.length; x++) {
          line[x] = (line[x] + line[x - 1] + above[x] - above[x - 1]) & MASK;
        }
      }
      case 5 -> {
        for (int x = 1; x < line.length; x++) {
          line[x] = (line[x] + line[x - 1] + ((above[x] - above[x - 1]) >> 1)) & MASK;
        }
      }
      case 6 -> {
        for (int x = 1; x < line.length; x++) {
          line[x] = (line[x] + above[x] + ((line[x - 1] - above[x - 1]) >> 1)) & MASK;
        }
      }
      default -> {
        for (int x = 1; x < line.length; x++) {
          line[x] = (line[x] + ((line[x - 1] + above[x]) >> 1)) & MASK;
        }
      }
    }
  }

  private static void fromLeft(int[] line) {
    for (int x = 1; x < line.length; x++) {
      line[x] = (line[x] + line[x - 1]) & MASK;
    }
  }
}
