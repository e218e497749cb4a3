package penumbra.core.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.kernel.Kernels;
import penumbra.core.kernel.LineKernels;

/// Exact lanes: double precision, and after each pass the values that the output type can hold.
final class DoubleLanes extends Lanes<double[]> {
  private final LineKernels kernels = Kernels.chosen();
  private final DType type;
  private final Scratch scratch = new Scratch();

  /// Lanes whose values are rounded to `type`.
  DoubleLanes(DType type) {
    this.type = type;
  }

  @Override
  double[] line(int n) {
    return new double[LineKernels.padded(n) + LineKernels.STEP];
  }

  @Override
  void load(NdArray array, long index, double[] line, int at, int n) {
    int padded = LineKernels.padded(n);
    switch (array.type()) {
      case UINT8 -> {
        byte[] bytes = scratch.bytes(padded);
        MemorySegment.copy(array.segment(), ValueLayout.JAVA_BYTE, index, bytes, 0, n);
        kernels.widen(bytes, line, at, padded);
      }
      case UINT16 -> {
        short[] shorts = scratch.shorts(padded);
        MemorySegment.copy(array.segment(), FloatLanes.SHORT, index * Short.BYTES, shorts, 0, n);
        kernels.widen(shorts, line, at, padded);
      }
      default -> array.load(index, line, at, n);
    }
  }

  @Override
  void fill(double[] line, int from, int to, double value) {
    java.util.Arrays.fill(line, from, to, value);
  }

  @Override
  double get(double[] line, int at) {
    return line[at];
  }

  @Override
  void magnitudes(boolean squared, double[] dx, double[] dy, double[] out, int at, int n) {
    if (squared) {
      for (int x = 0; x < n; x++) {
        out[at + x] = dx[x] * dx[x] + dy[x] * dy[x];
      }
    } else {
      for (int x = 0; x < n; x++) {
        out[at + x] = Math.abs(dx[x]) + Math.abs(dy[x]);
      }
    }
  }

  @Override
  int above(double[] line, int at, int n, double value, int[] found) {
    int count = 0;
    for (int x = 0; x < n; x++) {
      found[count] = x;
      count += line[at + x] > value ? 1 : 0;
    }
    return count;
  }

  @Override
  void round(double[] line, int at, int n) {
    type.round(line, at, n);
  }

  @Override
  void begin(Combination combination, double[] row, int n) {
    combination.begin(type, row, n);
  }

  @Override
  void add(Combination combination, double[] result, double[] row, int n) {
    combination.add(type, result, row, n);
  }

  @Override
  void end(Combination combination, double[] result, int n) {
    combination.end(type, result, n);
  }

  @Override
  void store(double[] line, MemorySegment target, long index, int n) {
    type.store(line, 0, target, index, n);
  }

  @Override
  void sweep(
      LineKernel kernel,
      boolean four,
      double[] taps,
      int[] offsets,
      int k,
      double[] start,
      int from,
      boolean first,
      double[] out,
      int at,
      int begin,
      int end) {
    double weight = first ? kernel.weight(kernel.first()) : 1;
    kernels.sweep(
        kernel.term(),
        four,
        taps,
        offsets,
        kernel.weights(),
        k,
        start,
        from,
        weight,
        out,
        at,
        begin,
        end);
  }

  @Override
  void scale(double[] in, int from, double weight, double[] out, int at, int begin, int end) {
    kernels.scale(in, from, weight, out, at, begin, end);
  }
}
