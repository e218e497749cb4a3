package penumbra.conformance;

import java.util.List;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// Neighbourhoods by their definition: one window after the other, each element found by walking
/// from its place. Slow, independent of the engine, and its oracle.
final class NaiveWindows {
  /// A function of one window.
  interface Function {
    double of(double[] window);
  }

  private NaiveWindows() {}

  /// The results for all places, stored as `type`.
  ///
  /// @param offsets where a window's elements lie, seen from its place: an offset for each axis
  static NdArray filter(
      NdArray input, int[][] offsets, List<Boundary> boundaries, DType type, Function function) {
    int[] shape = input.shape();
    double[] result = new double[Math.toIntExact(input.size())];
    for (int at = 0; at < result.length; at++) {
      double[] window = new double[offsets.length];
      for (int k = 0; k < window.length; k++) {
        window[k] = element(input, shape, index(at, shape), offsets[k], boundaries);
      }
      result[at] = Naive.cast(function.of(window), type);
    }
    return NdArray.of(type, result, shape);
  }

  private static double element(
      NdArray input, int[] shape, int[] index, int[] offset, List<Boundary> boundaries) {
    for (int axis = 0; axis < shape.length; axis++) {
      int place = walk(index[axis] + offset[axis], shape[axis], boundaries.get(axis));
      if (place < 0) {
        return boundaries.get(axis).outside();
      }
      index[axis] = place;
    }
    return input.get(index);
  }

  /// Walks back into the line step by step; -1 where the constant stands.
  private static int walk(int from, int n, Boundary boundary) {
    int place = from;
    while (place < 0 || place >= n) {
      int inner = place < 0 ? 0 : n - 1;
      int beyond = place - inner; // how many steps, with the sign of their direction
      place =
          switch (boundary) {
            case Boundary.Reflect() -> inner - beyond + (beyond < 0 ? -1 : 1);
            case Boundary.Mirror() -> n == 1 ? 0 : inner - beyond;
            case Boundary.Nearest() -> inner;
            case Boundary.Wrap() -> place < 0 ? place + n : place - n;
            case Boundary.Constant _ -> -1;
          };
      if (boundary instanceof Boundary.Constant) {
        return -1;
      }
    }
    return place;
  }

  private static int[] index(int at, int[] shape) {
    int[] index = new int[shape.length];
    int rest = at;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return index;
  }
}
