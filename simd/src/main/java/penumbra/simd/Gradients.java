package penumbra.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The two derivatives of a line, and what is made of them.
final class Gradients {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Gradients() {}

  private static FloatVector at(float[] line, int place) {
    return FloatVector.fromArray(SPECIES, line, place);
  }

  static void derivatives(
      float[] lines, int above, int here, int below, float centre, float[] dx, float[] dy, int n) {
    FloatVector weight = FloatVector.broadcast(SPECIES, centre);
    for (int x = 0; x < n; x += LANES) {
      FloatVector a = at(lines, above - 1 + x);
      FloatVector c = at(lines, below - 1 + x);
      FloatVector aNext = at(lines, above + 1 + x);
      FloatVector cNext = at(lines, below + 1 + x);
      FloatVector along = at(lines, here + 1 + x).sub(at(lines, here - 1 + x));
      along.fma(weight, aNext.sub(a).add(cNext.sub(c))).intoArray(dx, x);
      FloatVector down = at(lines, below + x).sub(at(lines, above + x));
      down.fma(weight, c.sub(a).add(cNext.sub(aNext))).intoArray(dy, x);
    }
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
