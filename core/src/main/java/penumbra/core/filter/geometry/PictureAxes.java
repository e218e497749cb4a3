package penumbra.core.filter.geometry;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// Shared code of the filters that change the size of each picture of an array, that is, its last
/// two axes.
public final class PictureAxes {
  private static final int LEAST_ROWS = 16;

  private PictureAxes() {}

  /// Throws unless the array has pictures.
  public static void check(NdArray input, String what) {
    if (input.rank() < 2) {
      throw InvalidInputException.of(
          "what to " + what,
          "must have the two axes of a picture",
          input,
          "give an array of shape (height, width), or several of them");
    }
  }

  /// For each of `to` new places, the old place at its centre, computed as in Pillow, by repeated
  /// addition.
  static int[] nearest(int from, int to) {
    double scale = (double) from / to;
    double place = scale * 0.5;
    int[] index = new int[to];
    for (int i = 0; i < to; i++) {
      index[i] = Math.min(from - 1, (int) place);
      place += scale;
    }
    return index;
  }

  /// The pictures made of the given `rows` and `columns` of the old ones, each by its index;
  /// `outside` where the index is [Boundary#OUTSIDE].
  static NdArray picked(
      NdArray input, int[] rows, int[] columns, double outside, Execution execution) {
    int[] shape = input.shape();
    int height = shape[shape.length - 2];
    int width = shape[shape.length - 1];
    long pictures = height == 0 || width == 0 ? 0 : input.size() / ((long) height * width);
    shape[shape.length - 2] = rows.length;
    shape[shape.length - 1] = columns.length;
    DType type = input.type();
    int bytes = type.bytes();
    MemorySegment target = execution.allocate(type, pictures * rows.length * columns.length);
    byte[] constant = NdArray.of(type, new double[] {outside}, 1).toBytes();
    execution.strips(
        Math.toIntExact(pictures * rows.length),
        LEAST_ROWS,
        (first, last) -> {
          byte[] line = new byte[width * bytes];
          byte[] result = new byte[columns.length * bytes];
          for (int row = first; row < last; row++) {
            int from = rows[row % rows.length];
            if (from != Boundary.OUTSIDE) {
              long at = ((long) (row / rows.length) * height + from) * line.length;
              MemorySegment.copy(input.segment(), ValueLayout.JAVA_BYTE, at, line, 0, line.length);
            }
            for (int x = 0; x < columns.length; x++) {
              boolean out = from == Boundary.OUTSIDE || columns[x] == Boundary.OUTSIDE;
              System.arraycopy(
                  out ? constant : line, out ? 0 : columns[x] * bytes, result, x * bytes, bytes);
            }
            MemorySegment.copy(
                result,
                0,
                target,
                ValueLayout.JAVA_BYTE,
                (long) row * result.length,
                result.length);
          }
        });
    return NdArray.of(type, target, shape);
  }
}
