package penumbra.datasets.audit.measure;

import penumbra.core.NdArray;

/// A small square picture of `side` x `side` values. Pictures of all sizes are reduced to it so
/// that they can be compared.
///
/// @param side the number of rows and columns
/// @param values row by row; callers must not modify them
@SuppressWarnings("ArrayRecordComponent") // not compared
record Tile(int side, float[] values) {
  /// The part of a picture that a tile shows, in fractions of its sides.
  ///
  /// @param top its upper edge, from 0
  /// @param left its left edge, from 0
  /// @param bottom its lower edge, up to 1
  /// @param right its right edge, up to 1
  record Part(double top, double left, double bottom, double right) {
    static final Part WHOLE = new Part(0, 0, 1, 1);
  }

  /// The whole picture, each value the mean of the area it covers.
  static Tile of(NdArray levels, int side) {
    int height = levels.length(0);
    int width = levels.length(1);
    float[] source = new float[width];
    double[] row = new double[width];
    float[] sums = new float[width];
    float[] values = new float[side * side];
    Steps down = new Steps(0, 1, height, side);
    Steps across = new Steps(0, 1, width, side);
    for (int y = 0; y < side; y++) {
      java.util.Arrays.fill(sums, 0);
      for (int from = down.first(y); from <= down.last(y); from++) {
        levels.load((long) from * width, row, 0, width);
        float weight = down.weight(y, from);
        for (int x = 0; x < width; x++) {
          sums[x] += weight * (float) row[x];
        }
      }
      System.arraycopy(sums, 0, source, 0, width);
      across.mean(source, 0, values, y * side);
    }
    return new Tile(side, values);
  }

  /// A part of this tile as a tile of another size.
  Tile part(Part part, int newSide) {
    Steps down = new Steps(part.top, part.bottom, side, newSide);
    Steps across = new Steps(part.left, part.right, side, newSide);
    float[] narrow = new float[side * newSide];
    for (int y = 0; y < side; y++) {
      across.mean(values, y * side, narrow, y * newSide);
    }
    float[] found = new float[newSide * newSide];
    for (int y = 0; y < newSide; y++) {
      for (int from = down.first(y); from <= down.last(y); from++) {
        float weight = down.weight(y, from);
        for (int x = 0; x < newSide; x++) {
          found[y * newSide + x] += weight * narrow[from * newSide + x];
        }
      }
    }
    return new Tile(newSide, found);
  }

  /// The areas of a line, between two fractions of it, that new values cover.
  private static final class Steps {
    private final int length;
    private final double start;
    private final double step;
    private final int count;

    Steps(double from, double to, int length, int count) {
      this.length = length;
      this.start = from * length;
      this.step = (to - from) * length / count;
      this.count = count;
    }

    int first(int i) {
      return Math.min(length - 1, (int) (start + i * step));
    }

    int last(int i) {
      int end = (int) Math.ceil(start + (i + 1) * step - 1e-9) - 1;
      return Math.clamp(end, first(i), length - 1);
    }

    /// The fraction of the new value `i` that comes from the old value at `at`.
    float weight(int i, int at) {
      double from = Math.max(start + i * step, at);
      double to = Math.min(start + (i + 1) * step, at + 1);
      return first(i) == last(i) ? 1 : (float) (Math.max(0, to - from) / step);
    }

    void mean(float[] line, int from, float[] target, int at) {
      for (int i = 0; i < count; i++) {
        float sum = 0;
        for (int k = first(i); k <= last(i); k++) {
          sum += weight(i, k) * line[from + k];
        }
        target[at + i] = sum;
      }
    }
  }

  /// The tile with each level replaced by the fraction of values below it, from -0.5 to 0.5. Gamma,
  /// brightness and contrast then do not matter, and a negative has the opposite sign.
  ///
  /// Levels closer than [#TOLERANCE] partly share their ranks; otherwise noise in black air would
  /// be amplified to the whole range.
  Tile evened() {
    int bins = 256 * PER_LEVEL;
    float[] upTo = new float[bins + 1];
    for (float value : values) {
      upTo[bin(value) + 1]++;
    }
    for (int i = 0; i < bins; i++) {
      upTo[i + 1] += upTo[i];
    }
    double[] sums = new double[bins + 2];
    for (int i = 0; i <= bins; i++) {
      sums[i + 1] = sums[i] + upTo[i];
    }
    float[] shares = new float[bins];
    for (int i = 0; i < bins; i++) {
      shares[i] = smoothed(sums, i, bins) / values.length - 0.5f;
    }
    float[] evened = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      evened[i] = shares[bin(values[i])];
    }
    return new Tile(side, evened);
  }

  private static final int PER_LEVEL = 4;
  private static final int TOLERANCE = 3;

  private static int bin(float level) {
    return Math.clamp((int) (level * PER_LEVEL), 0, 256 * PER_LEVEL - 1);
  }

  /// The mean of the counts up to the bins around `i`; below the first bin the count is 0, above
  /// the last it is the total.
  private static float smoothed(double[] sums, int i, int bins) {
    int reach = TOLERANCE * PER_LEVEL;
    int from = i + 1 - reach;
    int to = i + reach;
    double all = sums[bins + 1] - sums[bins];
    double sum = sums[Math.min(to, bins) + 1] - sums[Math.max(from, 0)];
    sum += all * Math.max(0, to - bins);
    return (float) (sum / (to - from + 1));
  }
}
