package penumbra.simd;

import jdk.incubator.vector.FloatVector;
import penumbra.core.kernel.LineKernels;

/// The kernels with vectors of the machine's preferred length. A vector covers neighbouring
/// outputs. Each output is computed in the order of the scalar loops, so the results have the same
/// bits.
public final class VectorKernels implements LineKernels {
  private static final int LEAST_BITS = 128;

  @Override
  public String label() {
    return "simd, " + FloatVector.SPECIES_PREFERRED.vectorBitSize() + " bits";
  }

  /// Vector code needs the optimising compiler: in the interpreter it is a thousand times slower.
  @Override
  public boolean isUsable() {
    String mode = System.getProperty("java.vm.info", "");
    return FloatVector.SPECIES_PREFERRED.vectorBitSize() >= LEAST_BITS
        && FloatVector.SPECIES_PREFERRED.length() <= STEP
        && mode.contains("mixed mode")
        && !mode.contains("emulated-client");
  }

  @Override
  public void sweep(
      Term term,
      int terms,
      double[] taps,
      int[] offsets,
      int shift,
      double[] weights,
      int k,
      double[] start,
      int from,
      double weight,
      double[] out,
      int at,
      int n) {
    if (terms == 1) {
      switch (term) {
        case SUM ->
            DoubleSweeps.sum(taps, offsets, shift, weights, k, start, from, weight, out, at, n);
        case DIFFERENCE ->
            DoubleSweeps.difference(
                taps, offsets, shift, weights, k, start, from, weight, out, at, n);
        case TAP ->
            DoubleSweeps.tap(taps, offsets, shift, weights, k, start, from, weight, out, at, n);
      }
    } else if (terms == 2) {
      DoubleSweeps.twoSums(taps, offsets, shift, weights, k, start, from, weight, out, at, n);
    } else {
      switch (term) {
        case SUM ->
            DoubleSweeps.sums(taps, offsets, shift, weights, k, start, from, weight, out, at, n);
        case DIFFERENCE ->
            DoubleSweeps.differences(
                taps, offsets, shift, weights, k, start, from, weight, out, at, n);
        case TAP ->
            DoubleSweeps.taps(taps, offsets, shift, weights, k, start, from, weight, out, at, n);
      }
    }
  }

  @Override
  public void sweep(
      Term term,
      int terms,
      float[] taps,
      int[] offsets,
      int shift,
      float[] weights,
      int k,
      float[] start,
      int from,
      float weight,
      float[] out,
      int at,
      int n) {
    if (terms == 1) {
      switch (term) {
        case SUM ->
            FloatSweeps.sum(taps, offsets, shift, weights, k, start, from, weight, out, at, n);
        case DIFFERENCE ->
            FloatSweeps.difference(
                taps, offsets, shift, weights, k, start, from, weight, out, at, n);
        case TAP ->
            FloatSweeps.tap(taps, offsets, shift, weights, k, start, from, weight, out, at, n);
      }
    } else if (terms == 2) {
      FloatSweeps.twoSums(taps, offsets, shift, weights, k, start, from, weight, out, at, n);
    } else {
      switch (term) {
        case SUM ->
            FloatSweeps.sums(taps, offsets, shift, weights, k, start, from, weight, out, at, n);
        case DIFFERENCE ->
            FloatSweeps.differences(
                taps, offsets, shift, weights, k, start, from, weight, out, at, n);
        case TAP ->
            FloatSweeps.taps(taps, offsets, shift, weights, k, start, from, weight, out, at, n);
      }
    }
  }

  @Override
  public void twinSweep(
      double[] taps,
      int[] offsets,
      int shift,
      double[] first,
      double[] second,
      double[] out,
      int at,
      double[] other,
      int otherAt,
      int n) {
    PairedSweeps.sums(taps, offsets, shift, first, second, out, at, other, otherAt, n);
  }

  @Override
  public void scale(double[] in, int from, double weight, double[] out, int at, int n) {
    DoubleSweeps.scale(in, from, weight, out, at, n);
  }

  @Override
  public void twinSweep(
      float[] taps,
      int[] offsets,
      int shift,
      float[] first,
      float[] second,
      float[] out,
      int at,
      float[] other,
      int otherAt,
      int n) {
    PairedSweeps.sums(taps, offsets, shift, first, second, out, at, other, otherAt, n);
  }

  @Override
  public void scale(float[] in, int from, float weight, float[] out, int at, int n) {
    FloatSweeps.scale(in, from, weight, out, at, n);
  }

  @Override
  public void widen(byte[] in, float[] out, int at, int n) {
    LevelConversions.widen(in, out, at, n);
  }

  @Override
  public void widen(byte[] in, double[] out, int at, int n) {
    LevelConversions.widen(in, out, at, n);
  }

  @Override
  public void widen(short[] in, float[] out, int at, int n) {
    LevelConversions.widen(in, out, at, n);
  }

  @Override
  public void widen(short[] in, double[] out, int at, int n) {
    LevelConversions.widen(in, out, at, n);
  }

  @Override
  public void truncate(double[] line, int at, int n) {
    LevelConversions.truncate(line, at, n);
  }

  @Override
  public void gradient(
      float[] lines, int above, int here, int below, float centre, float[] dx, float[] dy, int n) {
    Gradients.derivatives(lines, above, here, below, centre, dx, dy, n);
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
    if (squared) {
      Gradients.withSquares(lines, above, here, below, centre, dx, dy, out, at, n);
    } else {
      Gradients.withAbsolutes(lines, above, here, below, centre, dx, dy, out, at, n);
    }
  }

  @Override
  public void magnitudes(boolean squared, float[] dx, float[] dy, float[] out, int at, int n) {
    if (squared) {
      Gradients.squares(dx, dy, out, at, n);
    } else {
      Gradients.absolutes(dx, dy, out, at, n);
    }
  }

  @Override
  public void hypotenuse(float[] a, float[] b, int n) {
    Gradients.hypotenuse(a, b, n);
  }

  @Override
  public int ridges(
      float[] magnitude,
      int above,
      int here,
      int below,
      float[] dx,
      float[] dy,
      float low,
      int[] found,
      int n) {
    return Ridges.find(magnitude, above, here, below, dx, dy, low, found, n);
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
    return DoubleRidges.find(magnitude, above, here, below, dx, dy, low, found, n);
  }

  @Override
  public void narrow(float[] in, int at, byte[] out, int n) {
    LevelConversions.narrow(in, at, out, n);
  }

  @Override
  public void above(long[] words, int n, int bits, boolean isSigned, int bound, boolean keeps) {
    if (bits == Byte.SIZE) {
      Thresholds.bytes(words, n, isSigned, bound, keeps);
    } else {
      Thresholds.shorts(words, n, isSigned, bound, keeps);
    }
  }
}
