package penumbra.core.engine.resample;

import java.lang.foreign.MemorySegment;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;

/// SciPy's `ndimage.zoom` with `order=1` and `grid_mode=True`, bit for bit: between the four
/// nearest values, in double precision.
public final class LinearZoom {
  private LinearZoom() {}

  /// Whose sums are to be stored.
  @FunctionalInterface
  public interface Store {
    /// The value to be stored for a sum.
    ///
    /// @param picture which picture it is of
    double value(int picture, double sum);
  }

  /// The zoomed pictures, the last two axes of the array, in `type`.
  ///
  /// @param mirrored whether the picture is continued by its mirror image; else by 0
  public static NdArray run(
      NdArray input,
      int height,
      int width,
      boolean mirrored,
      DType type,
      Store store,
      Execution execution) {
    int rows = input.length(input.rank() - 2);
    int columns = input.length(input.rank() - 1);
    int pictures = (int) (input.size() / ((long) rows * columns));
    int[] shape = input.shape();
    shape[shape.length - 2] = height;
    shape[shape.length - 1] = width;
    Axis down = Axis.of(rows, height, mirrored);
    Axis across = Axis.of(columns, width, mirrored);
    MemorySegment target =
        execution.allocate(type, Math.multiplyExact((long) pictures * height, width));
    execution.strips(
        Math.multiplyExact(pictures, height),
        1,
        (from, to) -> {
          double[] upper = new double[columns];
          double[] lower = new double[columns];
          double[] line = new double[width];
          for (int row = from; row < to; row++) {
            long top = (long) (row / height) * rows;
            int y = row % height;
            load(input, top, down.first[y], columns, upper);
            load(input, top, down.second[y], columns, lower);
            for (int x = 0; x < width; x++) {
              int left = across.first[x];
              int right = across.second[x];
              double sum = term(upper, left) * down.rest[y] * across.rest[x];
              sum += term(upper, right) * down.rest[y] * across.share[x];
              sum += term(lower, left) * down.share[y] * across.rest[x];
              sum += term(lower, right) * down.share[y] * across.share[x];
              line[x] = store.value(row / height, sum);
            }
            type.store(line, 0, target, (long) row * width, width);
          }
        });
    return NdArray.of(type, target, shape);
  }

  /// A row beyond the picture is 0.
  private static void load(NdArray input, long top, int row, int columns, double[] values) {
    if (row < 0) {
      java.util.Arrays.fill(values, 0);
    } else {
      input.load((top + row) * columns, values, 0, columns);
    }
  }

  private static double term(double[] line, int at) {
    return at < 0 ? 0 : line[at];
  }

  /// For each new element the two old ones, -1 where there is none, and their weights.
  @SuppressWarnings("ArrayRecordComponent") // not compared
  private record Axis(int[] first, int[] second, double[] rest, double[] share) {
    static Axis of(int from, int to, boolean mirrored) {
      double zoom = (double) from / to;
      Axis axis = new Axis(new int[to], new int[to], new double[to], new double[to]);
      for (int i = 0; i < to; i++) {
        double place = (i + 0.5) * zoom - 0.5;
        if (mirrored && place < 0) {
          place = from > 1 ? -place : 0;
        } else if (mirrored && from == 1) {
          place = 0;
        }
        int first = (int) Math.floor(place);
        axis.first[i] = within(first, from, mirrored);
        axis.second[i] = within(first + 1, from, mirrored);
        // As SciPy has it: the weights add up to 1.
        axis.rest[i] = 1 - (place - first);
        axis.share[i] = 1 - axis.rest[i];
      }
      return axis;
    }

    private static int within(int at, int length, boolean mirrored) {
      if (at >= 0 && at < length) {
        return at;
      }
      if (!mirrored) {
        return -1;
      }
      return length == 1 ? 0 : at < 0 ? -at : 2 * length - 2 - at;
    }
  }
}
