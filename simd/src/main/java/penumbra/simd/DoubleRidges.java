package penumbra.simd;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import penumbra.core.kernel.LineKernels;

/// Non-maximum suppression in double precision, like [Ridges] in single precision. Most vectors
/// have no magnitude above the threshold, or no ridge, so only a few places are checked one by one.
final class DoubleRidges {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private DoubleRidges() {}

  private static DoubleVector at(double[] line, int place) {
    return DoubleVector.fromArray(SPECIES, line, place);
  }

  static int find(
      double[] magnitude,
      int above,
      int here,
      int below,
      double[] dx,
      double[] dy,
      double low,
      int[] found,
      int n) {
    // The candidates are stored after all found ridges until each is checked.
    int list = n - n / LANES;
    int vectors = 0;
    for (int x = 0; x < n; x += LANES) {
      found[list + vectors] = x;
      vectors += at(magnitude, here + x).compare(GT, low).anyTrue() ? 1 : 0;
    }
    int count = 0;
    for (int i = 0; i < vectors; i++) {
      int x = found[list + i];
      DoubleVector m = at(magnitude, here + x);
      VectorMask<Double> isRidge =
          ridges(m, magnitude, above + x, here + x, below + x, at(dx, x), at(dy, x));
      long lanes = m.compare(GT, low).and(isRidge).toLong();
      for (; lanes != 0; lanes &= lanes - 1) {
        found[count++] = x + Long.numberOfTrailingZeros(lanes);
      }
    }
    return count;
  }

  private static VectorMask<Double> ridges(
      DoubleVector m,
      double[] magnitude,
      int above,
      int here,
      int below,
      DoubleVector dx,
      DoubleVector dy) {
    DoubleVector alongX = dx.abs();
    DoubleVector alongY = dy.abs();
    VectorMask<Double> horizontal = alongY.compare(LT, alongX.mul(LineKernels.TAN_22));
    VectorMask<Double> vertical = alongY.compare(GT, alongX.mul(2.0 + LineKernels.TAN_22));
    VectorMask<Double> rising = dx.compare(LT, 0).xor(dy.compare(LT, 0));
    DoubleVector before =
        at(magnitude, above - 1)
            .blend(at(magnitude, above + 1), rising)
            .blend(at(magnitude, above), vertical)
            .blend(at(magnitude, here - 1), horizontal);
    DoubleVector behind =
        at(magnitude, below + 1)
            .blend(at(magnitude, below - 1), rising)
            .blend(at(magnitude, below), vertical)
            .blend(at(magnitude, here + 1), horizontal);
    VectorMask<Double> tie = horizontal.or(vertical).and(m.compare(EQ, behind));
    return m.compare(GT, before).and(m.compare(GT, behind).or(tie));
  }
}
