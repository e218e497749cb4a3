package penumbra.core.engine.stream;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.kernel.Kernels;
import penumbra.core.kernel.LineKernels;

/// Exact arithmetic of lines: double precision; after each pass the values are rounded to the
/// output type.
public final class DoubleLineArithmetic extends LineArithmetic<double[]> {
  private final LineKernels kernels = Kernels.chosen();
  private final DType type;
  private final boolean truncates;
  private final Scratch scratch = new Scratch();

  /// Arithmetic whose values are rounded to `type`; `fitsInt` says that they are within the range
  /// of int before.
  public DoubleLineArithmetic(DType type, boolean fitsInt) {
    this.type = type;
    this.truncates = fitsInt && type == DType.UINT8;
  }

  @Override
  public double[] line(int n) {
    return new double[LineKernels.padded(n) + LineKernels.STEP];
  }

  @Override
  public void load(NdArray array, long index, double[] line, int at, int n) {
    int padded = LineKernels.padded(n);
    switch (array.type()) {
      case UINT8 -> {
        byte[] bytes = scratch.bytes(padded);
        MemorySegment.copy(array.segment(), ValueLayout.JAVA_BYTE, index, bytes, 0, n);
        kernels.widen(bytes, line, at, padded);
      }
      case UINT16 -> {
        short[] shorts = scratch.shorts(padded);
        MemorySegment.copy(
            array.segment(), FloatLineArithmetic.SHORT, index * Short.BYTES, shorts, 0, n);
        kernels.widen(shorts, line, at, padded);
      }
      case FLOAT32 -> {
        float[] floats = scratch.floats(n);
        MemorySegment.copy(
            array.segment(), FloatLineArithmetic.FLOAT, index * Float.BYTES, floats, 0, n);
        widen(floats, line, at, n);
      }
      default -> array.load(index, line, at, n);
    }
  }

  @Override
  public void fill(double[] line, int from, int to, double value) {
    java.util.Arrays.fill(line, from, to, value);
  }

  @Override
  public void extend(double[] line, int first, Margins margins) {
    for (int i = 0; i < margins.count(); i++) {
      int source = margins.source(i);
      line[first + margins.place(i)] =
          source == Boundary.OUTSIDE ? margins.outside() : line[first + source];
    }
  }

  @Override
  public double get(double[] line, int at) {
    return line[at];
  }

  @Override
  public void gradient(
      double[] lines,
      int above,
      int here,
      int below,
      float centre,
      double[] dx,
      double[] dy,
      int n) {
    throw inOrder();
  }

  @Override
  public void gradientAndMagnitudes(
      double[] lines,
      int above,
      int here,
      int below,
      float centre,
      boolean squared,
      double[] dx,
      double[] dy,
      double[] out,
      int at,
      int n) {
    throw inOrder();
  }

  private static IllegalStateException inOrder() {
    return new IllegalStateException("exact passes are rounded one by one, in their order");
  }

  @Override
  public void magnitudes(boolean squared, double[] dx, double[] dy, double[] out, int at, int n) {
    if (squared) {
      squares(dx, dy, out, at, n);
    } else {
      absolutes(dx, dy, out, at, n);
    }
  }

  private static void squares(double[] dx, double[] dy, double[] out, int at, int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = dx[x] * dx[x] + dy[x] * dy[x];
    }
  }

  private static void absolutes(double[] dx, double[] dy, double[] out, int at, int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = Math.abs(dx[x]) + Math.abs(dy[x]);
    }
  }

  @Override
  public int ridges(
      double[] magnitude,
      int above,
      int here,
      int below,
      double[] dx,
      double[] dy,
      double low,
      int[] found,
      int n) {
    return kernels.ridges(magnitude, above, here, below, dx, dy, low, found, LineKernels.padded(n));
  }

  private static void widen(float[] in, double[] line, int at, int n) {
    for (int x = 0; x < n; x++) {
      line[at + x] = in[x];
    }
  }

  private static void narrow(double[] line, float[] out, int n) {
    for (int x = 0; x < n; x++) {
      out[x] = (float) line[x];
    }
  }

  private static void roundSingles(double[] line, int at, int n) {
    for (int x = at; x < at + n; x++) {
      line[x] = (float) line[x];
    }
  }

  @Override
  public void round(double[] line, int at, int n) {
    switch (type) {
      case FLOAT64 -> {}
      case FLOAT32 -> roundSingles(line, at, n);
      default -> {
        if (truncates) {
          kernels.truncate(line, at, LineKernels.padded(n));
        } else {
          type.round(line, at, n);
        }
      }
    }
  }

  @Override
  public double[][] lines(int count) {
    return new double[count][];
  }

  @Override
  public void combine(RowCombination combination, double[][] rows, int n) {
    combination.combine(type, rows, n);
  }

  @Override
  public void store(double[] line, MemorySegment target, long index, int n) {
    if (type == DType.FLOAT32) {
      float[] floats = scratch.floats(n);
      narrow(line, floats, n);
      MemorySegment.copy(floats, 0, target, FloatLineArithmetic.FLOAT, index * Float.BYTES, n);
    } else if (truncates) {
      int padded = LineKernels.padded(n);
      kernels.truncate(line, 0, padded);
      float[] floats = scratch.floats(padded);
      narrow(line, floats, padded);
      byte[] bytes = scratch.bytes(padded);
      kernels.narrow(floats, 0, bytes, padded);
      MemorySegment.copy(bytes, 0, target, ValueLayout.JAVA_BYTE, index, n);
    } else {
      type.store(line, 0, target, index, n);
    }
  }

  @Override
  void sweep(
      LineKernel kernel,
      int terms,
      double[] taps,
      int[] offsets,
      int shift,
      int k,
      double[] start,
      int from,
      boolean first,
      double[] out,
      int at,
      int n) {
    double weight = first ? kernel.weight(kernel.first()) : 1;
    kernels.sweep(
        kernel.term(),
        terms,
        taps,
        offsets,
        shift,
        kernel.weights(),
        k,
        start,
        from,
        weight,
        out,
        at,
        n);
  }

  @Override
  void twinSweep(
      LineKernel kernel,
      LineKernel other,
      double[] taps,
      int[] offsets,
      int shift,
      double[] out,
      int at,
      double[] otherOut,
      int otherAt,
      int n) {
    kernels.twinSweep(
        taps, offsets, shift, kernel.weights(), other.weights(), out, at, otherOut, otherAt, n);
  }

  @Override
  void scale(double[] in, int from, double weight, double[] out, int at, int n) {
    kernels.scale(in, from, weight, out, at, n);
  }
}
