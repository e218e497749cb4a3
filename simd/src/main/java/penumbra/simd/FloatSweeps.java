package penumbra.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Correlation sweeps in single precision, with fused multiply-add.
///
/// The offsets are read before the loop, which starts at 0, so that the compiler checks each line's
/// bounds once instead of at each load: this makes the loops twice as fast.
final class FloatSweeps {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private FloatSweeps() {}

  private static FloatVector at(float[] line, int place) {
    return FloatVector.fromArray(SPECIES, line, place);
  }

  static void sum(
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
    int last = offsets.length - 1 - k;
    int a0 = offsets[k] + shift;
    int b0 = offsets[last] + shift;
    FloatVector w0 = FloatVector.broadcast(SPECIES, weights[k]);
    FloatVector first = FloatVector.broadcast(SPECIES, weight);
    for (int x = 0; x < n; x += LANES) {
      FloatVector sum = at(start, from + x).mul(first);
      sum = at(taps, a0 + x).add(at(taps, b0 + x)).fma(w0, sum);
      sum.intoArray(out, at + x);
    }
  }

  static void twoSums(
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
    int last = offsets.length - 1 - k;
    int a0 = offsets[k] + shift;
    int a1 = offsets[k + 1] + shift;
    int b0 = offsets[last] + shift;
    int b1 = offsets[last - 1] + shift;
    FloatVector w0 = FloatVector.broadcast(SPECIES, weights[k]);
    FloatVector w1 = FloatVector.broadcast(SPECIES, weights[k + 1]);
    FloatVector first = FloatVector.broadcast(SPECIES, weight);
    for (int x = 0; x < n; x += LANES) {
      FloatVector sum = at(start, from + x).mul(first);
      sum = at(taps, a0 + x).add(at(taps, b0 + x)).fma(w0, sum);
      sum = at(taps, a1 + x).add(at(taps, b1 + x)).fma(w1, sum);
      sum.intoArray(out, at + x);
    }
  }

  static void sums(
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
    int last = offsets.length - 1 - k;
    int a0 = offsets[k] + shift;
    int a1 = offsets[k + 1] + shift;
    int a2 = offsets[k + 2] + shift;
    int a3 = offsets[k + 3] + shift;
    int b0 = offsets[last] + shift;
    int b1 = offsets[last - 1] + shift;
    int b2 = offsets[last - 2] + shift;
    int b3 = offsets[last - 3] + shift;
    FloatVector w0 = FloatVector.broadcast(SPECIES, weights[k]);
    FloatVector w1 = FloatVector.broadcast(SPECIES, weights[k + 1]);
    FloatVector w2 = FloatVector.broadcast(SPECIES, weights[k + 2]);
    FloatVector w3 = FloatVector.broadcast(SPECIES, weights[k + 3]);
    FloatVector first = FloatVector.broadcast(SPECIES, weight);
    for (int x = 0; x < n; x += LANES) {
      FloatVector sum = at(start, from + x).mul(first);
      sum = at(taps, a0 + x).add(at(taps, b0 + x)).fma(w0, sum);
      sum = at(taps, a1 + x).add(at(taps, b1 + x)).fma(w1, sum);
      sum = at(taps, a2 + x).add(at(taps, b2 + x)).fma(w2, sum);
      sum = at(taps, a3 + x).add(at(taps, b3 + x)).fma(w3, sum);
      sum.intoArray(out, at + x);
    }
  }

  static void difference(
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
    int last = offsets.length - 1 - k;
    int a0 = offsets[k] + shift;
    int b0 = offsets[last] + shift;
    FloatVector w0 = FloatVector.broadcast(SPECIES, weights[k]);
    FloatVector first = FloatVector.broadcast(SPECIES, weight);
    for (int x = 0; x < n; x += LANES) {
      FloatVector sum = at(start, from + x).mul(first);
      sum = at(taps, a0 + x).sub(at(taps, b0 + x)).fma(w0, sum);
      sum.intoArray(out, at + x);
    }
  }

  static void differences(
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
    int last = offsets.length - 1 - k;
    int a0 = offsets[k] + shift;
    int a1 = offsets[k + 1] + shift;
    int a2 = offsets[k + 2] + shift;
    int a3 = offsets[k + 3] + shift;
    int b0 = offsets[last] + shift;
    int b1 = offsets[last - 1] + shift;
    int b2 = offsets[last - 2] + shift;
    int b3 = offsets[last - 3] + shift;
    FloatVector w0 = FloatVector.broadcast(SPECIES, weights[k]);
    FloatVector w1 = FloatVector.broadcast(SPECIES, weights[k + 1]);
    FloatVector w2 = FloatVector.broadcast(SPECIES, weights[k + 2]);
    FloatVector w3 = FloatVector.broadcast(SPECIES, weights[k + 3]);
    FloatVector first = FloatVector.broadcast(SPECIES, weight);
    for (int x = 0; x < n; x += LANES) {
      FloatVector sum = at(start, from + x).mul(first);
      sum = at(taps, a0 + x).sub(at(taps, b0 + x)).fma(w0, sum);
      sum = at(taps, a1 + x).sub(at(taps, b1 + x)).fma(w1, sum);
      sum = at(taps, a2 + x).sub(at(taps, b2 + x)).fma(w2, sum);
      sum = at(taps, a3 + x).sub(at(taps, b3 + x)).fma(w3, sum);
      sum.intoArray(out, at + x);
    }
  }

  static void tap(
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
    int a0 = offsets[k] + shift;
    FloatVector w0 = FloatVector.broadcast(SPECIES, weights[k]);
    FloatVector first = FloatVector.broadcast(SPECIES, weight);
    for (int x = 0; x < n; x += LANES) {
      FloatVector sum = at(start, from + x).mul(first);
      sum = at(taps, a0 + x).fma(w0, sum);
      sum.intoArray(out, at + x);
    }
  }

  static void taps(
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
    int a0 = offsets[k] + shift;
    int a1 = offsets[k + 1] + shift;
    int a2 = offsets[k + 2] + shift;
    int a3 = offsets[k + 3] + shift;
    FloatVector w0 = FloatVector.broadcast(SPECIES, weights[k]);
    FloatVector w1 = FloatVector.broadcast(SPECIES, weights[k + 1]);
    FloatVector w2 = FloatVector.broadcast(SPECIES, weights[k + 2]);
    FloatVector w3 = FloatVector.broadcast(SPECIES, weights[k + 3]);
    FloatVector first = FloatVector.broadcast(SPECIES, weight);
    for (int x = 0; x < n; x += LANES) {
      FloatVector sum = at(start, from + x).mul(first);
      sum = at(taps, a0 + x).fma(w0, sum);
      sum = at(taps, a1 + x).fma(w1, sum);
      sum = at(taps, a2 + x).fma(w2, sum);
      sum = at(taps, a3 + x).fma(w3, sum);
      sum.intoArray(out, at + x);
    }
  }

  static void scale(float[] in, int from, float weight, float[] out, int at, int n) {
    for (int x = 0; x < n; x += LANES) {
      at(in, from + x).mul(weight).intoArray(out, at + x);
    }
  }
}
