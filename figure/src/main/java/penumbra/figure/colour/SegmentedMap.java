package penumbra.figure.colour;

import java.util.function.DoubleUnaryOperator;

/// Computes a map of 256 colours out of nodes or formulas, in the order of operations that
/// Matplotlib's `LinearSegmentedColormap` has, since the last bit of a channel decides its byte.
///
/// A reversed map is computed from the reversed nodes, not read backwards: Matplotlib does so, and
/// `gray_r` differs from `gray` backwards in 26 entries.
final class SegmentedMap {
  private static final int ENTRIES = 256;

  private SegmentedMap() {}

  /// A channel: 256 values between 0 and 1.
  interface Channel {
    /// The values, or those of the reversed map.
    double[] values(boolean reversed);
  }

  /// Straight lines between the nodes `(position, value), (position, value), ...`.
  static Channel nodes(double... positionsAndValues) {
    return reversed -> {
      int count = positionsAndValues.length / 2;
      double[] position = new double[count];
      double[] value = new double[count];
      for (int i = 0; i < count; i++) {
        int from = reversed ? count - 1 - i : i;
        double at = positionsAndValues[2 * from];
        position[i] = (reversed ? 1.0 - at : at) * (ENTRIES - 1);
        value[i] = positionsAndValues[2 * from + 1];
      }
      return interpolate(position, value);
    };
  }

  /// Straight lines between values at equal distances.
  static Channel even(double... values) {
    double[] nodes = new double[values.length * 2];
    double step = 1.0 / (values.length - 1);
    for (int i = 0; i < values.length; i++) {
      nodes[2 * i] = i == values.length - 1 ? 1 : i * step;
      nodes[2 * i + 1] = values[i];
    }
    return nodes(nodes);
  }

  /// A formula of the position between 0 and 1.
  static Channel formula(DoubleUnaryOperator formula) {
    return reversed -> {
      double[] values = new double[ENTRIES];
      for (int i = 0; i < ENTRIES; i++) {
        double x = position(i);
        values[i] = Math.clamp(formula.applyAsDouble(reversed ? 1 - x : x), 0.0, 1.0);
      }
      return values;
    };
  }

  /// The colours of three channels as `0xRRGGBB`; a channel's byte is its value times 255, cut.
  static int[] colours(Channel red, Channel green, Channel blue, boolean reversed) {
    double[] r = red.values(reversed);
    double[] g = green.values(reversed);
    double[] b = blue.values(reversed);
    int[] rgb = new int[ENTRIES];
    for (int i = 0; i < ENTRIES; i++) {
      rgb[i] = (int) (r[i] * 255) << 16 | (int) (g[i] * 255) << 8 | (int) (b[i] * 255);
    }
    return rgb;
  }

  private static double[] interpolate(double[] position, double[] value) {
    double[] values = new double[ENTRIES];
    values[0] = value[0];
    int node = 0;
    for (int i = 1; i < ENTRIES - 1; i++) {
      double x = (ENTRIES - 1) * position(i);
      while (position[node] < x) {
        node++;
      }
      double distance = (x - position[node - 1]) / (position[node] - position[node - 1]);
      values[i] = distance * (value[node] - value[node - 1]) + value[node - 1];
    }
    values[ENTRIES - 1] = value[value.length - 1];
    for (int i = 0; i < ENTRIES; i++) {
      values[i] = Math.clamp(values[i], 0.0, 1.0);
    }
    return values;
  }

  /// NumPy's `linspace(0, 1, 256)`: a multiple of the step, the end exact.
  private static double position(int i) {
    return i == ENTRIES - 1 ? 1 : i * (1.0 / (ENTRIES - 1));
  }
}
