package penumbra.core.engine.resample;

import java.lang.foreign.MemorySegment;
import java.util.Set;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// `cv2.resize` with its INTER_LINEAR and INTER_AREA, bit for bit, for the types that OpenCV
/// resizes. The result has the input's type.
///
/// Sums are made in single precision, for FLOAT64 in double precision with weights of single
/// precision; UINT8 is interpolated in whole numbers. Ties of rounding go to the even number.
public final class OpenCvResize {
  private static final Set<DType> TYPES =
      Set.of(DType.UINT8, DType.UINT16, DType.INT16, DType.FLOAT32, DType.FLOAT64);

  private OpenCvResize() {}

  /// The resized pictures, the last two axes of the array.
  ///
  /// @param area whether by INTER_AREA
  public static NdArray run(
      NdArray input, int height, int width, boolean area, Execution execution) {
    if (!TYPES.contains(input.type())) {
      throw InvalidInputException.of(
          "the type",
          "must be uint8, uint16, int16, float32 or float64 for OpenCV's ways of resizing",
          input.type().label(),
          "choose another kernel");
    }
    int rows = input.length(input.rank() - 2);
    int columns = input.length(input.rank() - 1);
    int pictures = (int) (input.size() / ((long) rows * columns));
    int[] shape = input.shape();
    shape[shape.length - 2] = height;
    shape[shape.length - 1] = width;
    MemorySegment target =
        execution.allocate(input.type(), Math.multiplyExact((long) pictures * height, width));
    OpenCvPass pass = pass(input.type(), rows, columns, height, width, area);
    execution.strips(
        Math.multiplyExact(pictures, height),
        1,
        (from, to) -> {
          OpenCvPass.Lines lines = pass.lines();
          double[] line = new double[width];
          for (int row = from; row < to; row++) {
            long top = (long) (row / height) * rows;
            lines.row(
                (y, values) -> input.load((top + y) * columns, values, 0, columns),
                row / height,
                row % height,
                line);
            input.type().store(line, 0, target, (long) row * width, width);
          }
        });
    return NdArray.of(input.type(), target, shape);
  }

  private static OpenCvPass pass(
      DType type, int rows, int columns, int height, int width, boolean area) {
    if (rows == height && columns == width) {
      return () -> (source, _, y, result) -> source.load(y, result);
    }
    double down = 1 / ((double) height / rows);
    double across = 1 / ((double) width / columns);
    int wholeDown = (int) Math.rint(down);
    int wholeAcross = (int) Math.rint(across);
    boolean whole =
        Math.abs(down - wholeDown) < Math.ulp(1.0)
            && Math.abs(across - wholeAcross) < Math.ulp(1.0);
    boolean half = whole && wholeDown == 2 && wholeAcross == 2;
    if ((area && down >= 1 && across >= 1) || half) {
      return whole
          ? new OpenCvBlocks(type, columns, wholeDown, wholeAcross)
          : new OpenCvArea(type, rows, columns, height, width);
    }
    return new OpenCvLinear(
        type,
        rows,
        columns,
        OpenCvAxis.ofColumn(rows, height, area),
        OpenCvAxis.ofRow(columns, width, area));
  }

  /// A sum as a value of the type: whole numbers rounded and held in its range.
  static double stored(DType type, double sum) {
    return type.isInteger() ? Math.clamp(Math.rint(sum), type.min(), type.max()) : sum;
  }
}
