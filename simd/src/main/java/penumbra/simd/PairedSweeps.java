package penumbra.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Sweeps of two kernels over the same taps, which are loaded and added in pairs only once.
final class PairedSweeps {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

  private PairedSweeps() {}

  private static DoubleVector at(double[] line, int place) {
    return DoubleVector.fromArray(DOUBLES, line, place);
  }

  private static FloatVector at(float[] line, int place) {
    return FloatVector.fromArray(FLOATS, line, place);
  }

  static void sums(
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
    int middle = offsets.length / 2;
    int last = offsets.length - 1;
    int m = offsets[middle] + shift;
    int a0 = offsets[0] + shift;
    int a1 = offsets[1] + shift;
    int a2 = offsets[2] + shift;
    int a3 = offsets[3] + shift;
    int b0 = offsets[last] + shift;
    int b1 = offsets[last - 1] + shift;
    int b2 = offsets[last - 2] + shift;
    int b3 = offsets[last - 3] + shift;
    DoubleVector vMiddle = DoubleVector.broadcast(DOUBLES, first[middle]);
    DoubleVector v0 = DoubleVector.broadcast(DOUBLES, first[0]);
    DoubleVector v1 = DoubleVector.broadcast(DOUBLES, first[1]);
    DoubleVector v2 = DoubleVector.broadcast(DOUBLES, first[2]);
    DoubleVector v3 = DoubleVector.broadcast(DOUBLES, first[3]);
    DoubleVector wMiddle = DoubleVector.broadcast(DOUBLES, second[middle]);
    DoubleVector w0 = DoubleVector.broadcast(DOUBLES, second[0]);
    DoubleVector w1 = DoubleVector.broadcast(DOUBLES, second[1]);
    DoubleVector w2 = DoubleVector.broadcast(DOUBLES, second[2]);
    DoubleVector w3 = DoubleVector.broadcast(DOUBLES, second[3]);
    for (int x = 0; x < n; x += DOUBLES.length()) {
      DoubleVector tap = at(taps, m + x);
      DoubleVector one = tap.mul(vMiddle);
      DoubleVector two = tap.mul(wMiddle);
      DoubleVector pair = at(taps, a0 + x).add(at(taps, b0 + x));
      one = one.add(pair.mul(v0));
      two = two.add(pair.mul(w0));
      pair = at(taps, a1 + x).add(at(taps, b1 + x));
      one = one.add(pair.mul(v1));
      two = two.add(pair.mul(w1));
      pair = at(taps, a2 + x).add(at(taps, b2 + x));
      one = one.add(pair.mul(v2));
      two = two.add(pair.mul(w2));
      pair = at(taps, a3 + x).add(at(taps, b3 + x));
      one = one.add(pair.mul(v3));
      two = two.add(pair.mul(w3));
      one.intoArray(out, at + x);
      two.intoArray(other, otherAt + x);
    }
  }

  static void sums(
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
    int middle = offsets.length / 2;
    int last = offsets.length - 1;
    int m = offsets[middle] + shift;
    int a0 = offsets[0] + shift;
    int a1 = offsets[1] + shift;
    int a2 = offsets[2] + shift;
    int a3 = offsets[3] + shift;
    int b0 = offsets[last] + shift;
    int b1 = offsets[last - 1] + shift;
    int b2 = offsets[last - 2] + shift;
    int b3 = offsets[last - 3] + shift;
    FloatVector vMiddle = FloatVector.broadcast(FLOATS, first[middle]);
    FloatVector v0 = FloatVector.broadcast(FLOATS, first[0]);
    FloatVector v1 = FloatVector.broadcast(FLOATS, first[1]);
    FloatVector v2 = FloatVector.broadcast(FLOATS, first[2]);
    FloatVector v3 = FloatVector.broadcast(FLOATS, first[3]);
    FloatVector wMiddle = FloatVector.broadcast(FLOATS, second[middle]);
    FloatVector w0 = FloatVector.broadcast(FLOATS, second[0]);
    FloatVector w1 = FloatVector.broadcast(FLOATS, second[1]);
    FloatVector w2 = FloatVector.broadcast(FLOATS, second[2]);
    FloatVector w3 = FloatVector.broadcast(FLOATS, second[3]);
    for (int x = 0; x < n; x += FLOATS.length()) {
      FloatVector tap = at(taps, m + x);
      FloatVector one = tap.mul(vMiddle);
      FloatVector two = tap.mul(wMiddle);
      FloatVector pair = at(taps, a0 + x).add(at(taps, b0 + x));
      one = pair.fma(v0, one);
      two = pair.fma(w0, two);
      pair = at(taps, a1 + x).add(at(taps, b1 + x));
      one = pair.fma(v1, one);
      two = pair.fma(w1, two);
      pair = at(taps, a2 + x).add(at(taps, b2 + x));
      one = pair.fma(v2, one);
      two = pair.fma(w2, two);
      pair = at(taps, a3 + x).add(at(taps, b3 + x));
      one = pair.fma(v3, one);
      two = pair.fma(w3, two);
      one.intoArray(out, at + x);
      two.intoArray(other, otherAt + x);
    }
  }
}
