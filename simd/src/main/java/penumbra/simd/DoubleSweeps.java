package penumbra.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// Correlation sweeps in double precision, without fused multiply-add.
///
/// The offsets are read before the loop, which starts at 0, so that the compiler checks each line's
/// bounds once instead of at each load: this makes the loops twice as fast.
final class DoubleSweeps {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private DoubleSweeps() {}

  private static DoubleVector at(double[] line, int place) {
    return DoubleVector.fromArray(SPECIES, line, place);
  }

  static void sum(
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
    int last = offsets.length - 1 - k;
    int a0 = offsets[k] + shift;
    int b0 = offsets[last] + shift;
    DoubleVector w0 = DoubleVector.broadcast(SPECIES, weights[k]);
    DoubleVector first = DoubleVector.broadcast(SPECIES, weight);
    for (int x = 0; x < n; x += LANES) {
      DoubleVector sum = at(start, from + x).mul(first);
      sum = sum.add(at(taps, a0 + x).add(at(taps, b0 + x)).mul(w0));
      sum.intoArray(out, at + x);
    }
  }

  static void twoSums(
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
    int last = offsets.length - 1 - k;
    int a0 = offsets[k] + shift;
    int a1 = offsets[k + 1] + shift;
    int b0 = offsets[last] + shift;
    int b1 = offsets[last - 1] + shift;
    DoubleVector w0 = DoubleVector.broadcast(SPECIES, weights[k]);
    DoubleVector w1 = DoubleVector.broadcast(SPECIES, weights[k + 1]);
    DoubleVector first = DoubleVector.broadcast(SPECIES, weight);
    for (int x = 0; x < n; x += LANES) {
      DoubleVector sum = at(start, from + x).mul(first);
      sum = sum.add(at(taps, a0 + x).add(at(taps, b0 + x)).mul(w0));
      sum = sum.add(at(taps, a1 + x).add(at(taps, b1 + x)).mul(w1));
      sum.intoArray(out, at + x);
    }
  }

  static void sums(
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
    int last = offsets.length - 1 - k;
    int a0 = offsets[k] + shift;
    int a1 = offsets[k + 1] + shift;
    int a2 = offsets[k + 2] + shift;
    int a3 = offsets[k + 3] + shift;
    int b0 = offsets[last] + shift;
    int b1 = offsets[last - 1] + shift;
    int b2 = offsets[last - 2] + shift;
    int b3 = offsets[last - 3] + shift;
    DoubleVector w0 = DoubleVector.broadcast(SPECIES, weights[k]);
    DoubleVector w1 = DoubleVector.broadcast(SPECIES, weights[k + 1]);
    DoubleVector w2 = DoubleVector.broadcast(SPECIES, weights[k + 2]);
    DoubleVector w3 = DoubleVector.broadcast(SPECIES, weights[k + 3]);
    DoubleVector first = DoubleVector.broadcast(SPECIES, weight);
    for (int x = 0; x < n; x += LANES) {
      DoubleVector sum = at(start, from + x).mul(first);
      sum = sum.add(at(taps, a0 + x).add(at(taps, b0 + x)).mul(w0));
      sum = sum.add(at(taps, a1 + x).add(at(taps, b1 + x)).mul(w1));
      sum = sum.add(at(taps, a2 + x).add(at(taps, b2 + x)).mul(w2));
      sum = sum.add(at(taps, a3 + x).add(at(taps, b3 + x)).mul(w3));
      sum.intoArray(out, at + x);
    }
  }

  static void difference(
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
    int last = offsets.length - 1 - k;
    int a0 = offsets[k] + shift;
    int b0 = offsets[last] + shift;
    DoubleVector w0 = DoubleVector.broadcast(SPECIES, weights[k]);
    DoubleVector first = DoubleVector.broadcast(SPECIES, weight);
    for (int x = 0; x < n; x += LANES) {
      DoubleVector sum = at(start, from + x).mul(first);
      sum = sum.add(at(taps, a0 + x).sub(at(taps, b0 + x)).mul(w0));
      sum.intoArray(out, at + x);
    }
  }

  static void differences(
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
    int last = offsets.length - 1 - k;
    int a0 = offsets[k] + shift;
    int a1 = offsets[k + 1] + shift;
    int a2 = offsets[k + 2] + shift;
    int a3 = offsets[k + 3] + shift;
    int b0 = offsets[last] + shift;
    int b1 = offsets[last - 1] + shift;
    int b2 = offsets[last - 2] + shift;
    int b3 = offsets[last - 3] + shift;
    DoubleVector w0 = DoubleVector.broadcast(SPECIES, weights[k]);
    DoubleVector w1 = DoubleVector.broadcast(SPECIES, weights[k + 1]);
    DoubleVector w2 = DoubleVector.broadcast(SPECIES, weights[k + 2]);
    DoubleVector w3 = DoubleVector.broadcast(SPECIES, weights[k + 3]);
    DoubleVector first = DoubleVector.broadcast(SPECIES, weight);
    for (int x = 0; x < n; x += LANES) {
      DoubleVector sum = at(start, from + x).mul(first);
      sum = sum.add(at(taps, a0 + x).sub(at(taps, b0 + x)).mul(w0));
      sum = sum.add(at(taps, a1 + x).sub(at(taps, b1 + x)).mul(w1));
      sum = sum.add(at(taps, a2 + x).sub(at(taps, b2 + x)).mul(w2));
      sum = sum.add(at(taps, a3 + x).sub(at(taps, b3 + x)).mul(w3));
      sum.intoArray(out, at + x);
    }
  }

  static void tap(
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
    int a0 = offsets[k] + shift;
    DoubleVector w0 = DoubleVector.broadcast(SPECIES, weights[k]);
    DoubleVector first = DoubleVector.broadcast(SPECIES, weight);
    for (int x = 0; x < n; x += LANES) {
      DoubleVector sum = at(start, from + x).mul(first);
      sum = sum.add(at(taps, a0 + x).mul(w0));
      sum.intoArray(out, at + x);
    }
  }

  static void taps(
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
    int a0 = offsets[k] + shift;
    int a1 = offsets[k + 1] + shift;
    int a2 = offsets[k + 2] + shift;
    int a3 = offsets[k + 3] + shift;
    DoubleVector w0 = DoubleVector.broadcast(SPECIES, weights[k]);
    DoubleVector w1 = DoubleVector.broadcast(SPECIES, weights[k + 1]);
    DoubleVector w2 = DoubleVector.broadcast(SPECIES, weights[k + 2]);
    DoubleVector w3 = DoubleVector.broadcast(SPECIES, weights[k + 3]);
    DoubleVector first = DoubleVector.broadcast(SPECIES, weight);
    for (int x = 0; x < n; x += LANES) {
      DoubleVector sum = at(start, from + x).mul(first);
      sum = sum.add(at(taps, a0 + x).mul(w0));
      sum = sum.add(at(taps, a1 + x).mul(w1));
      sum = sum.add(at(taps, a2 + x).mul(w2));
      sum = sum.add(at(taps, a3 + x).mul(w3));
      sum.intoArray(out, at + x);
    }
  }

  static void scale(double[] in, int from, double weight, double[] out, int at, int n) {
    for (int x = 0; x < n; x += LANES) {
      at(in, from + x).mul(weight).intoArray(out, at + x);
    }
  }
}
