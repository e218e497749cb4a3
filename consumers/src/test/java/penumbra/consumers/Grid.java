package penumbra.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;

/// A picture as the plug-in's own format holds it, and what the plug-in's filters give by their
/// definitions.
final class Grid {
  private final double[][] rows;

  private Grid(double[][] rows) {
    this.rows = rows;
  }

  /// What is in a file of the format.
  static Grid read(Path file) throws IOException {
    String[] words = Files.readString(file).strip().split("\\s+", -1);
    int height = Integer.parseInt(words[1]);
    int width = Integer.parseInt(words[2]);
    return of(height, width, (y, x) -> Double.parseDouble(words[3 + y * width + x]));
  }

  static Grid of(int height, int width, ToDoubleBiFunction<Integer, Integer> value) {
    double[][] rows = new double[height][width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rows[y][x] = value.applyAsDouble(y, x);
      }
    }
    return new Grid(rows);
  }

  int height() {
    return rows.length;
  }

  int width() {
    return rows[0].length;
  }

  double[] values() {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  /// Mirrored above the threshold.
  Grid solarized(double threshold) {
    return of(
        height(),
        width(),
        (y, x) -> rows[y][x] > threshold ? 2 * threshold - rows[y][x] : rows[y][x]);
  }

  /// The largest less the smallest of 3 x 3 neighbours; beyond an edge lies its mirror image.
  Grid localRange() {
    return of(
        height(),
        width(),
        (y, x) -> {
          double least = Double.POSITIVE_INFINITY;
          double most = Double.NEGATIVE_INFINITY;
          for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
              double value =
                  rows[Math.clamp(y + dy, 0, height() - 1)][Math.clamp(x + dx, 0, width() - 1)];
              least = Math.min(least, value);
              most = Math.max(most, value);
            }
          }
          return most - least;
        });
  }

  /// As the format holds it.
  String text() {
    StringBuilder text = new StringBuilder("GRID " + height() + " " + width());
    for (double[] row : rows) {
      text.append('\n');
      for (double value : row) {
        text.append(value).append(' ');
      }
    }
    return text.append('\n').toString();
  }
}
