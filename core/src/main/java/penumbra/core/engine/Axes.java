package penumbra.core.engine;

import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// Axes by number, as NumPy counts them.
public final class Axes {
  private Axes() {}

  /// The axis of `input` counted from 0; a negative one counts from the last.
  public static int index(int axis, NdArray input) {
    int rank = input.rank();
    if (!(axis >= -rank && axis < rank)) {
      throw InvalidInputException.of(
          "axis",
          "must lie in " + -rank + ".." + (rank - 1) + " for an array of " + rank + " axes",
          axis,
          "count axes from 0, or from -1 at the end");
    }
    return axis < 0 ? axis + rank : axis;
  }

  static void requireOne(NdArray input) {
    InvalidInputException.require(
        input.rank() >= 1,
        "the array",
        "must have at least 1 axis",
        input,
        "give it the shape (1,)");
  }
}
