package penumbra.datasets.audit.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import penumbra.core.NdArray;

/// Finds out whether two pictures are copies of one, regardless of changes of brightness, contrast,
/// gamma, sign, compression and size, and of cropping by a few percent.
///
/// ```
/// double likeness = Registration.prepare(first).likeness(Registration.prepare(second));
/// ```
///
/// Both are equalised ([Tile#evened]) and high-pass filtered, then registered: shift and scale
/// along both axes are found by least squares (Lucas and Kanade's method) at 32, 64, 128 and 256
/// pixels, as far as the pictures have as many. Each step starts from the previous result. The
/// similarity is the correlation of the remaining fine detail over the inner nine tenths: near 1
/// for copies, near -1 for negatives; far lower for pictures of different patients, or two
/// exposures of one.
///
/// **Source:** B. D. Lucas, T. Kanade, An iterative image registration technique with an
/// application to stereo vision, IJCAI 1981.
public final class Registration {
  private static final int[] SIDES = {32, 64, 128, 256};
  private static final int LARGEST = 256;
  private static final int STEPS = 8;
  private static final double MOST = 0.08;
  private static final double ENOUGH = 0.02;
  private static final double HOPELESS = 0.6;

  private final Tile tile;
  private final int sides;
  private final Map<List<Double>, float[]> details = new HashMap<>();

  private Registration(NdArray levels) {
    this.tile = Tile.of(levels, LARGEST);
    int shorter = Math.min(levels.length(0), levels.length(1));
    int fitting = 2;
    // More pixels than the picture has would only show the edges of its pixels.
    while (fitting < SIDES.length && SIDES[fitting] <= shorter) {
      fitting++;
    }
    this.sides = fitting;
  }

  /// Prepares a picture for comparisons with others; shape (height, width), in 8 bits. For one
  /// thread at a time.
  public static Registration prepare(NdArray levels) {
    return new Registration(levels);
  }

  /// The picture at that side without structures broader than a fraction of it, computed on demand:
  /// most comparisons end early.
  private float[] detail(int side, double sigma) {
    return details.computeIfAbsent(
        List.of((double) side, sigma),
        _ -> Detail.of(tile.part(Tile.Part.WHOLE, side).evened(), sigma));
  }

  private float[] broad(int side) {
    return detail(side, side / 16.0);
  }

  private float[] fine(int side) {
    return detail(side, Math.max(1, 3.0 * side / LARGEST));
  }

  /// The similarity of the pictures, from -1 to 1.
  public double likeness(Registration other) {
    double[] place = new double[4];
    int last = Math.min(sides, other.sides) - 1;
    for (int level = 0; level <= last; level++) {
      int side = SIDES[level];
      align(broad(side), other.broad(side), side, place);
      if (level == 1) {
        float[] moved = Detail.moved(other.broad(side), side, place);
        double now = Detail.correlation(broad(side), moved, side);
        if (Math.abs(now) < HOPELESS) {
          return now;
        }
      }
    }
    int side = SIDES[last];
    return Detail.correlation(fine(side), Detail.moved(other.fine(side), side, place), side);
  }

  /// Improves scale and shift along both axes: `place` is scale - 1 and shift across, then down.
  private static void align(float[] fixed, float[] moving, int side, double[] place) {
    for (int step = 0; step < STEPS; step++) {
      float[] moved = Detail.moved(moving, side, place);
      double[] change = Normal.of(fixed, moved, side).solve();
      double largest = 0;
      for (int i = 0; i < place.length; i++) {
        place[i] = Math.clamp(place[i] + change[i], -MOST, MOST);
        largest = Math.max(largest, Math.abs(change[i]));
      }
      if (largest * side < ENOUGH) {
        return;
      }
    }
  }

  /// The normal equations of one step.
  @SuppressWarnings("ArrayRecordComponent") // not compared
  private record Normal(double[][] matrix, double[] right) {
    static Normal of(float[] fixed, float[] moved, int side) {
      int margin = Detail.margin(side);
      double gain = gain(fixed, moved, side);
      double middle = (side - 1) / 2.0;
      double[][] matrix = new double[4][4];
      double[] right = new double[4];
      double[] slope = new double[4];
      for (int y = margin; y < side - margin; y++) {
        for (int x = margin; x < side - margin; x++) {
          int at = y * side + x;
          double across = gain * (moved[at + 1] - moved[at - 1]) / 2;
          double down = gain * (moved[at + side] - moved[at - side]) / 2;
          slope[0] = across * (x - middle);
          slope[1] = across * side;
          slope[2] = down * (y - middle);
          slope[3] = down * side;
          double error = fixed[at] - gain * moved[at];
          for (int i = 0; i < 4; i++) {
            right[i] += slope[i] * error;
            for (int k = i; k < 4; k++) {
              matrix[i][k] += slope[i] * slope[k];
            }
          }
        }
      }
      for (int i = 0; i < 4; i++) {
        for (int k = 0; k < i; k++) {
          matrix[i][k] = matrix[k][i];
        }
        matrix[i][i] *= 1.001;
        matrix[i][i] += 1e-9;
      }
      return new Normal(matrix, right);
    }

    /// The factor between the two, negative for a negative.
    private static double gain(float[] fixed, float[] moved, int side) {
      int margin = Detail.margin(side);
      double product = 0;
      double square = 1e-9;
      for (int y = margin; y < side - margin; y++) {
        for (int at = y * side + margin; at < y * side + side - margin; at++) {
          product += fixed[at] * moved[at];
          square += moved[at] * moved[at];
        }
      }
      double gain = product / square;
      // A factor near 0 must not stop pictures that hardly correlate yet.
      return Math.abs(gain) < 0.2 ? Math.copySign(1, gain) : gain;
    }

    double[] solve() {
      return LinearSystem.solve(matrix, right);
    }
  }
}
