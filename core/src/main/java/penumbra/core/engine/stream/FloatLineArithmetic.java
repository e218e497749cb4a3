package penumbra.core.engine.stream;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.kernel.Kernels;
import penumbra.core.kernel.LineKernels;

/// Fast arithmetic of lines: single precision, rounded to the output type only when stored.
/// Integers below 2^24 are exact.
public final class FloatLineArithmetic extends LineArithmetic<float[]> {
  static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final LineKernels kernels = Kernels.chosen();
  private final DType type;
  private final Scratch scratch = new Scratch();

  /// Arithmetic whose results are stored as `type`: FLOAT32 or an integer of up to 16 bits.
  public FloatLineArithmetic(DType type) {
    this.type = type;
  }

  @Override
  public float[] line(int n) {
    return new float[LineKernels.padded(n) + LineKernels.STEP];
  }

  @Override
  public void load(NdArray array, long index, float[] line, int at, int n) {
    int padded = LineKernels.padded(n);
    switch (array.type()) {
      case FLOAT32 -> MemorySegment.copy(array.segment(), FLOAT, index * Float.BYTES, line, at, n);
      case UINT8 -> {
        byte[] bytes = scratch.bytes(padded);
        MemorySegment.copy(array.segment(), ValueLayout.JAVA_BYTE, index, bytes, 0, n);
        kernels.widen(bytes, line, at, padded);
      }
      case UINT16 -> {
        short[] shorts = scratch.shorts(padded);
        MemorySegment.copy(array.segment(), SHORT, index * Short.BYTES, shorts, 0, n);
        kernels.widen(shorts, line, at, padded);
      }
      default -> {
        double[] doubles = scratch.doubles(n);
        array.load(index, doubles, 0, n);
        for (int x = 0; x < n; x++) {
          line[at + x] = (float) doubles[x];
        }
      }
    }
  }

  @Override
  public void fill(float[] line, int from, int to, double value) {
    java.util.Arrays.fill(line, from, to, (float) value);
  }

  @Override
  public void extend(float[] line, int first, Margins margins) {
    for (int i = 0; i < margins.count(); i++) {
      int source = margins.source(i);
      line[first + margins.place(i)] =
          source == Boundary.OUTSIDE ? (float) margins.outside() : line[first + source];
    }
  }

  @Override
  public double get(float[] line, int at) {
    return line[at];
  }

  @Override
  public void gradient(
      float[] lines, int above, int here, int below, float centre, float[] dx, float[] dy, int n) {
    kernels.gradient(lines, above, here, below, centre, dx, dy, n);
  }

  @Override
  public void gradientAndMagnitudes(
      float[] lines,
      int above,
      int here,
      int below,
      float centre,
      boolean squared,
      float[] dx,
      float[] dy,
      float[] out,
      int at,
      int n) {
    kernels.gradientAndMagnitudes(lines, above, here, below, centre, squared, dx, dy, out, at, n);
  }

  @Override
  public void magnitudes(boolean squared, float[] dx, float[] dy, float[] out, int at, int n) {
    kernels.magnitudes(squared, dx, dy, out, at, LineKernels.padded(n));
  }

  @Override
  public int ridges(
      float[] magnitude,
      int above,
      int here,
      int below,
      float[] dx,
      float[] dy,
      double low,
      int[] found,
      int n) {
    // The largest float that is not above the threshold has the same floats above it.
    float nearest = (float) low;
    float bound = nearest > low ? Math.nextDown(nearest) : nearest;
    return kernels.ridges(
        magnitude, above, here, below, dx, dy, bound, found, LineKernels.padded(n));
  }

  @Override
  public void round(float[] line, int at, int n) {}

  @Override
  public float[][] lines(int count) {
    return new float[count][];
  }

  @Override
  public void combine(RowCombination combination, float[][] rows, int n) {
    if (combination == RowCombination.SUM) {
      for (int i = 1; i < rows.length; i++) {
        add(rows[0], rows[i], n);
      }
    } else if (rows.length == 2) {
      kernels.hypotenuse(rows[0], rows[1], LineKernels.padded(n));
    } else {
      square(rows[0], n);
      for (int i = 1; i < rows.length; i++) {
        square(rows[i], n);
        add(rows[0], rows[i], n);
      }
      root(rows[0], n);
    }
  }

  private static void add(float[] sum, float[] row, int n) {
    for (int x = 0; x < n; x++) {
      sum[x] += row[x];
    }
  }

  private static void square(float[] row, int n) {
    for (int x = 0; x < n; x++) {
      row[x] *= row[x];
    }
  }

  private static void root(float[] row, int n) {
    for (int x = 0; x < n; x++) {
      row[x] = (float) Math.sqrt(row[x]);
    }
  }

  @Override
  public void store(float[] line, MemorySegment target, long index, int n) {
    switch (type) {
      case FLOAT32 -> MemorySegment.copy(line, 0, target, FLOAT, index * Float.BYTES, n);
      case UINT8 -> {
        int padded = LineKernels.padded(n);
        byte[] bytes = scratch.bytes(padded);
        kernels.narrow(line, 0, bytes, padded);
        MemorySegment.copy(bytes, 0, target, ValueLayout.JAVA_BYTE, index, n);
      }
      default -> {
        double[] doubles = scratch.doubles(n);
        for (int x = 0; x < n; x++) {
          doubles[x] = Math.rint(Math.clamp(line[x], type.min(), type.max()));
        }
        type.store(doubles, 0, target, index, n);
      }
    }
  }

  @Override
  void sweep(
      LineKernel kernel,
      int terms,
      float[] taps,
      int[] offsets,
      int shift,
      int k,
      float[] start,
      int from,
      boolean first,
      float[] out,
      int at,
      int n) {
    float weight = first ? (float) kernel.weight(kernel.first()) : 1;
    kernels.sweep(
        kernel.term(),
        terms,
        taps,
        offsets,
        shift,
        kernel.floatWeights(),
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
      float[] taps,
      int[] offsets,
      int shift,
      float[] out,
      int at,
      float[] otherOut,
      int otherAt,
      int n) {
    kernels.twinSweep(
        taps,
        offsets,
        shift,
        kernel.floatWeights(),
        other.floatWeights(),
        out,
        at,
        otherOut,
        otherAt,
        n);
  }

  @Override
  void scale(float[] in, int from, double weight, float[] out, int at, int n) {
    kernels.scale(in, from, (float) weight, out, at, n);
  }
}
