package penumbra.core.engine.resample;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;

/// Resizes pictures along their two axes: first every row, then every column.
///
/// The pictures are the last two axes of the array; each index of the other axes has its own
/// picture.
public final class ResamplingEngine {
  private static final int LEAST_ROWS = 8;

  private final NdArray input;
  private final int height;
  private final int width;
  private final ResamplingArithmetic arithmetic;
  private final Execution execution;

  private ResamplingEngine(NdArray input, DType type, Execution execution) {
    this.input = input;
    this.height = input.length(input.rank() - 2);
    this.width = input.length(input.rank() - 1);
    this.arithmetic = ResamplingArithmetic.of(input.type(), type);
    this.execution = execution;
  }

  /// The resized pictures, in `type`.
  ///
  /// @param rows the weights along a column, for the new rows; null keeps their number
  /// @param columns likewise along a row
  public static NdArray run(
      NdArray input,
      @Nullable ResamplingWeights rows,
      @Nullable ResamplingWeights columns,
      DType type,
      Execution execution) {
    return new ResamplingEngine(input, type, execution).run(rows, columns);
  }

  private NdArray run(@Nullable ResamplingWeights rows, @Nullable ResamplingWeights columns) {
    NdArray half = input;
    if (columns != null) {
      Execution own = rows == null ? execution : execution.withHeapStorage();
      half = alongRows(half, columns, own);
    }
    if (rows != null) {
      half = alongColumns(half, rows);
    }
    return half == input ? copy() : half;
  }

  /// A result with the input's size also gets its own storage.
  private NdArray copy() {
    if (arithmetic.type() != input.type()) {
      return input.as(arithmetic.type(), execution);
    }
    MemorySegment target = execution.allocate(input.type(), input.size());
    MemorySegment.copy(input.segment(), 0, target, 0, input.segment().byteSize());
    return NdArray.of(input.type(), target, input.shape());
  }

  private int pictures() {
    return (int) (input.size() / ((long) height * width));
  }

  private NdArray alongRows(NdArray from, ResamplingWeights columns, Execution storage) {
    int newWidth = columns.length();
    double[][] weights = counted(columns);
    MemorySegment target =
        storage.allocate(arithmetic.type(), (long) pictures() * height * newWidth);
    execution.strips(
        Math.multiplyExact(pictures(), height),
        LEAST_ROWS,
        (first, last) -> {
          double[] line = new double[width];
          double[] result = new double[newWidth];
          for (int row = first; row < last; row++) {
            from.load((long) row * width, line, 0, width);
            for (int i = 0; i < newWidth; i++) {
              double sum = 0;
              int at = columns.first(i);
              for (double weight : weights[i]) {
                sum += line[at++] * weight;
              }
              result[i] = sum;
            }
            arithmetic.finish(result, newWidth);
            arithmetic.type().store(result, 0, target, (long) row * newWidth, newWidth);
          }
        });
    return NdArray.of(arithmetic.type(), target, shape(height, newWidth));
  }

  private NdArray alongColumns(NdArray from, ResamplingWeights rows) {
    int newHeight = rows.length();
    int columns = from.length(from.rank() - 1);
    double[][] weights = counted(rows);
    MemorySegment target =
        execution.allocate(arithmetic.type(), (long) pictures() * newHeight * columns);
    execution.strips(
        Math.multiplyExact(pictures(), newHeight),
        LEAST_ROWS,
        (first, last) -> {
          double[] line = new double[columns];
          double[] sums = new double[columns];
          for (int row = first; row < last; row++) {
            int i = row % newHeight;
            long top = (long) (row / newHeight) * height + rows.first(i);
            java.util.Arrays.fill(sums, 0);
            for (int k = 0; k < weights[i].length; k++) {
              from.load((top + k) * columns, line, 0, columns);
              double weight = weights[i][k];
              for (int x = 0; x < columns; x++) {
                sums[x] += line[x] * weight;
              }
            }
            arithmetic.finish(sums, columns);
            arithmetic.type().store(sums, 0, target, (long) row * columns, columns);
          }
        });
    return NdArray.of(arithmetic.type(), target, shape(newHeight, columns));
  }

  private double[][] counted(ResamplingWeights exact) {
    double[][] counted = new double[exact.length()][];
    for (int i = 0; i < counted.length; i++) {
      counted[i] = arithmetic.weights(exact.weights(i));
    }
    return counted;
  }

  private int[] shape(int newHeight, int newWidth) {
    int[] shape = input.shape();
    shape[shape.length - 2] = newHeight;
    shape[shape.length - 1] = newWidth;
    return shape;
  }
}
