package penumbra.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Finds the few places of a line that matter.
final class Search {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Search() {}

  static int above(float[] line, int at, float value, int[] found, int n) {
    int count = 0;
    for (int x = 0; x < n; x += LANES) {
      long lanes =
          FloatVector.fromArray(SPECIES, line, at + x).compare(VectorOperators.GT, value).toLong();
      for (; lanes != 0; lanes &= lanes - 1) {
        found[count++] = x + Long.numberOfTrailingZeros(lanes);
      }
    }
    return count;
  }
}
