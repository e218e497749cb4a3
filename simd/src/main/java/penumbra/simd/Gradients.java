package penumbra.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The two derivatives of a line, and their magnitude.
final class Gradients {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private Gradients() {}

  private static FloatVector at(float[] line, int place) {
    return FloatVector.fromArray(SPECIES, line, place);
  }

  static void derivatives(
      float[] lines, int above, int here, int below, float centre, float[] dx, float[] dy, int n) {
    for (int x = 0; x < n; x += LANES) {
      // Both are computed before a store, so that they share their loads.
      FloatVector a = along(lines, above + x, here + x, below + x, centre);
      FloatVector b = down(lines, above + x, below + x, centre);
      a.intoArray(dx, x);
      b.intoArray(dy, x);
    }
  }

  static void withAbsolutes(
      float[] lines,
      int above,
      int here,
      int below,
      float centre,
      float[] dx,
      float[] dy,
      float[] out,
      int at,
      int n) {
    for (int x = 0; x < n; x += LANES) {
      FloatVector a = along(lines, above + x, here + x, below + x, centre);
      FloatVector b = down(lines, above + x, below + x, centre);
      a.intoArray(dx, x);
      b.intoArray(dy, x);
      absolute(a, b).intoArray(out, at + x);
    }
  }

  static void withSquares(
      float[] lines,
      int above,
      int here,
      int below,
      float centre,
      float[] dx,
      float[] dy,
      float[] out,
      int at,
      int n) {
    for (int x = 0; x < n; x += LANES) {
      FloatVector a = along(lines, above + x, here + x, below + x, centre);
      FloatVector b = down(lines, above + x, below + x, centre);
      a.intoArray(dx, x);
      b.intoArray(dy, x);
      square(a, b).intoArray(out, at + x);
    }
  }

  private static FloatVector along(float[] lines, int above, int here, int below, float centre) {
    FloatVector a = at(lines, above + 1).sub(at(lines, above - 1));
    FloatVector b = at(lines, here + 1).sub(at(lines, here - 1));
    FloatVector c = at(lines, below + 1).sub(at(lines, below - 1));
    return b.fma(FloatVector.broadcast(SPECIES, centre), a.add(c));
  }

  private static FloatVector down(float[] lines, int above, int below, float centre) {
    FloatVector before = at(lines, below - 1).sub(at(lines, above - 1));
    FloatVector here = at(lines, below).sub(at(lines, above));
    FloatVector behind = at(lines, below + 1).sub(at(lines, above + 1));
    return here.fma(FloatVector.broadcast(SPECIES, centre), before.add(behind));
  }

  private static FloatVector absolute(FloatVector a, FloatVector b) {
    return a.abs().add(b.abs());
  }

  private static FloatVector square(FloatVector a, FloatVector b) {
    return a.mul(a).add(b.mul(b));
  }

  static void absolutes(float[] dx, float[] dy, float[] out, int at, int n) {
    for (int x = 0; x < n; x += LANES) {
      absolute(at(dx, x), at(dy, x)).intoArray(out, at + x);
    }
  }

  static void squares(float[] dx, float[] dy, float[] out, int at, int n) {
    for (int x = 0; x < n; x += LANES) {
      square(at(dx, x), at(dy, x)).intoArray(out, at + x);
    }
  }

  static void hypotenuse(float[] a, float[] b, int n) {
    for (int x = 0; x < n; x += LANES) {
      square(at(a, x), at(b, x)).sqrt().intoArray(a, x);
    }
  }
}
