package penumbra.simd;

import jdk.incubator.vector.FloatVector;
import penumbra.core.kernel.LineKernels;

/// The kernels on vectors of the machine's preferred length. Vectors lie over neighbouring outputs,
/// each of which is computed in the order of the plain loops: the results have the same bits.
public final class VectorKernels implements LineKernels {
  private static final int LEAST_BITS = 128;

  @Override
  public String label() {
    return "simd, " + FloatVector.SPECIES_PREFERRED.vectorBitSize() + " bits";
  }

  /// Vector code needs the optimising compiler: interpreted, it is a thousand times slower.
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
      boolean four,
      double[] taps,
      int[] offsets,
      double[] weights,
      int k,
      double[] start,
      int from,
      double weight,
      double[] out,
      int at,
      int begin,
      int end) {
    switch (term) {
      case SUM -> {
        if (four) {
          DoubleSweeps.sums(taps, offsets, weights, k, start, from, weight, out, at, begin, end);
        } else {
          DoubleSweeps.sum(taps, offsets, weights, k, start, from, weight, out, at, begin, end);
        }
      }
      case DIFFERENCE -> {
        if (four) {
          DoubleSweeps.differences(
              taps, offsets, weights, k, start, from, weight, out, at, begin, end);
        } else {
          DoubleSweeps.difference(
              taps, offsets, weights, k, start, from, weight, out, at, begin, end);
        }
      }
      case TAP -> {
        if (four) {
          DoubleSweeps.taps(taps, offsets, weights, k, start, from, weight, out, at, begin, end);
        } else {
          DoubleSweeps.tap(taps, offsets, weights, k, start, from, weight, out, at, begin, end);
        }
      }
    }
  }

  @Override
  public void sweep(
      Term term,
      boolean four,
      float[] taps,
      int[] offsets,
      float[] weights,
      int k,
      float[] start,
      int from,
      float weight,
      float[] out,
      int at,
      int begin,
      int end) {
    switch (term) {
      case SUM -> {
        if (four) {
          FloatSweeps.sums(taps, offsets, weights, k, start, from, weight, out, at, begin, end);
        } else {
          FloatSweeps.sum(taps, offsets, weights, k, start, from, weight, out, at, begin, end);
        }
      }
      case DIFFERENCE -> {
        if (four) {
          FloatSweeps.differences(
              taps, offsets, weights, k, start, from, weight, out, at, begin, end);
        } else {
          FloatSweeps.difference(
              taps, offsets, weights, k, start, from, weight, out, at, begin, end);
        }
      }
      case TAP -> {
        if (four) {
          FloatSweeps.taps(taps, offsets, weights, k, start, from, weight, out, at, begin, end);
        } else {
          FloatSweeps.tap(taps, offsets, weights, k, start, from, weight, out, at, begin, end);
        }
      }
    }
  }

  @Override
  public void scale(
      double[] in, int from, double weight, double[] out, int at, int begin, int end) {
    DoubleSweeps.scale(in, from, weight, out, at, begin, end);
  }

  @Override
  public void scale(float[] in, int from, float weight, float[] out, int at, int begin, int end) {
    FloatSweeps.scale(in, from, weight, out, at, begin, end);
  }

  @Override
  public void widen(byte[] in, float[] out, int at, int end) {
    Conversions.widen(in, out, at, end);
  }

  @Override
  public void widen(byte[] in, double[] out, int at, int end) {
    Conversions.widen(in, out, at, end);
  }

  @Override
  public void widen(short[] in, float[] out, int at, int end) {
    Conversions.widen(in, out, at, end);
  }

  @Override
  public void widen(short[] in, double[] out, int at, int end) {
    Conversions.widen(in, out, at, end);
  }

  @Override
  public void narrow(float[] in, int at, byte[] out, int end) {
    Conversions.narrow(in, at, out, end);
  }
}
