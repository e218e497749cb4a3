package penumbra.simd;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import penumbra.core.kernel.LineKernels;

/// Non-maximum suppression. Most vectors have no magnitude above the threshold, or no ridge, so
/// only a few places are checked one by one.
final class Ridges {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Ridges() {}

  private static FloatVector at(float[] line, int place) {
    return FloatVector.fromArray(SPECIES, line, place);
  }

  static int find(
      float[] magnitude,
      int above,
      int here,
      int below,
      float[] dx,
      float[] dy,
      float low,
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
      FloatVector m = at(magnitude, here + x);
      VectorMask<Float> isRidge =
          ridges(m, magnitude, above + x, here + x, below + x, at(dx, x), at(dy, x));
      long lanes = m.compare(GT, low).and(isRidge).toLong();
      for (; lanes != 0; lanes &= lanes - 1) {
        found[count++] = x + Long.numberOfTrailingZeros(lanes);
      }
    }
    return count;
  }

  private static VectorMask<Float> ridges(
      FloatVector m,
      float[] magnitude,
      int above,
      int here,
      int below,
      FloatVector dx,
      FloatVector dy) {
    FloatVector alongX = dx.abs();
    FloatVector alongY = dy.abs();
    FloatVector t = alongX.mul(LineKernels.TAN_22);
    VectorMask<Float> horizontal = alongY.compare(LT, t);
    VectorMask<Float> vertical = alongY.sub(alongX.add(alongX)).compare(GT, t);
    VectorMask<Float> rising = dx.compare(LT, 0).xor(dy.compare(LT, 0));
    FloatVector before =
        at(magnitude, above - 1)
            .blend(at(magnitude, above + 1), rising)
            .blend(at(magnitude, above), vertical)
            .blend(at(magnitude, here - 1), horizontal);
    FloatVector behind =
        at(magnitude, below + 1)
            .blend(at(magnitude, below - 1), rising)
            .blend(at(magnitude, below), vertical)
            .blend(at(magnitude, here + 1), horizontal);
    VectorMask<Float> tie = horizontal.or(vertical).and(m.compare(EQ, behind));
    return m.compare(GT, before).and(m.compare(GT, behind).or(tie));
  }
}
