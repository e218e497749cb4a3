package penumbra.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// What is made of the two derivatives of a line.
final class Gradients {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Gradients() {}

  private static FloatVector at(float[] line, int place) {
    return FloatVector.fromArray(SPECIES, line, place);
  }

  static void absolutes(float[] dx, float[] dy, float[] out, int at, int n) {
    for (int x = 0; x < n; x += LANES) {
      at(dx, x).abs().add(at(dy, x).abs()).intoArray(out, at + x);
    }
  }

  static void squares(float[] dx, float[] dy, float[] out, int at, int n) {
    for (int x = 0; x < n; x += LANES) {
      FloatVector a = at(dx, x);
      FloatVector b = at(dy, x);
      a.mul(a).add(b.mul(b)).intoArray(out, at + x);
    }
  }

  static void hypotenuse(float[] a, float[] b, int n) {
    for (int x = 0; x < n; x += LANES) {
      FloatVector first = at(a, x);
      FloatVector second = at(b, x);
      first.mul(first).add(second.mul(second)).sqrt().intoArray(a, x);
    }
  }
}
