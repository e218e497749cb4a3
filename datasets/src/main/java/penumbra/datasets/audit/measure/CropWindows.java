package penumbra.datasets.audit.measure;

import java.util.ArrayList;
import java.util.List;

/// The parts of a template that a cropped picture may show, each brought to 16 x 16 values of mean
/// 0 and length 1.
///
/// @param values the windows in the order of [#PARTS]; not to be changed
record CropWindows(List<float[]> values) {
  /// The side of a template made of pictures in their places.
  static final int SIDE = 32;

  private static final int LOOK = Signature.LOOK;

  /// In tenths of a side.
  private static final int SMALLEST = 5;

  private static final int WHOLE = 10;

  /// Windows of half the sides to the whole, in steps of a tenth.
  static final List<Tile.Part> PARTS = parts();

  CropWindows {
    values = List.copyOf(values);
  }

  private static List<Tile.Part> parts() {
    List<Tile.Part> parts = new ArrayList<>();
    for (int height = SMALLEST; height <= WHOLE; height++) {
      for (int width = SMALLEST; width <= WHOLE; width++) {
        for (int top = 0; top + height <= WHOLE; top++) {
          for (int left = 0; left + width <= WHOLE; left++) {
            parts.add(
                new Tile.Part(
                    top / 10.0, left / 10.0, (top + height) / 10.0, (left + width) / 10.0));
          }
        }
      }
    }
    return List.copyOf(parts);
  }

  /// The windows of a square template.
  static CropWindows of(float[] template, int side) {
    List<float[]> windows = new ArrayList<>();
    for (Tile.Part part : PARTS) {
      float[] window = new float[LOOK * LOOK];
      for (int y = 0; y < LOOK; y++) {
        double down = (part.top() + (part.bottom() - part.top()) * (y + 0.5) / LOOK) * side - 0.5;
        for (int x = 0; x < LOOK; x++) {
          double across =
              (part.left() + (part.right() - part.left()) * (x + 0.5) / LOOK) * side - 0.5;
          window[y * LOOK + x] = at(template, side, down, across);
        }
      }
      normalize(window);
      windows.add(window);
    }
    return new CropWindows(windows);
  }

  /// Adds a picture to a template of [#SIDE] where it shows that part.
  static void addTo(float[] sums, float[] counts, float[] look, int sign, Tile.Part part) {
    for (int y = 0; y < SIDE; y++) {
      double down = ((y + 0.5) / SIDE - part.top()) / (part.bottom() - part.top());
      for (int x = 0; x < SIDE; x++) {
        double across = ((x + 0.5) / SIDE - part.left()) / (part.right() - part.left());
        if (down >= 0 && down <= 1 && across >= 0 && across <= 1) {
          sums[y * SIDE + x] += sign * at(look, LOOK, down * LOOK - 0.5, across * LOOK - 0.5);
          counts[y * SIDE + x]++;
        }
      }
    }
  }

  /// The value between pixels, beyond the edges that of the edge.
  private static float at(float[] values, int side, double row, double column) {
    double down = Math.clamp(row, 0, side - 1);
    double across = Math.clamp(column, 0, side - 1);
    int top = Math.min((int) down, side - 2);
    int left = Math.min((int) across, side - 2);
    float below = (float) (down - top);
    float beside = (float) (across - left);
    int at = top * side + left;
    float upper = values[at] + beside * (values[at + 1] - values[at]);
    float lower = values[at + side] + beside * (values[at + side + 1] - values[at + side]);
    return upper + below * (lower - upper);
  }

  /// Brings values to mean 0 and length 1; equal values become 0.
  static void normalize(float[] values) {
    double mean = 0;
    for (float value : values) {
      mean += value;
    }
    mean /= values.length;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] -= (float) mean;
      squares += values[i] * values[i];
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < values.length; i++) {
      values[i] = length > 1e-6 ? (float) (values[i] / length) : 0;
    }
  }

  static double product(float[] first, float[] second) {
    float sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i] * second[i];
    }
    return sum;
  }
}
