package penumbra.phantom.solid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import penumbra.phantom.anatomy.RandomChoices;

/// The spans of rays in bodies against a count of points inside, along the same rays.
final class BodyTest {
  private static final double STEP = 0.002;

  private final RandomChoices chance = new RandomChoices(11);

  @Test
  void raysThroughAnEllipsoidSpendAsLongInsideAsCounted() {
    Body body = Ellipsoid.along(new Vector(0.8, 0.5, 0.3), new Vector(1, -2, 0.5), 5, 2.5, 1.5);
    expectCountedLengths(body, 200, 0.01);
  }

  @Test
  void raysThroughADomeSpendAsLongInsideAsCounted() {
    Body dome = new Paraboloid(new Vector(0.4, -1, 0.2), 3, 2);
    Body lid = Ellipsoid.upright(new Vector(0, 0, 0), 6, 6, 6);
    expectCountedLengths(new Overlap(dome, lid), 200, 0.01);
  }

  @Test
  void raysThroughAPlateSpendAsLongInsideAsCounted() {
    Body plate =
        Polytope.plate(new Vector(-4, -3, 0), new Vector(4, -2, 1), new Vector(0, 4, -2), 0.7);
    expectCountedLengths(plate, 200, 0.01);
  }

  @Test
  void raysThroughALoftSpendNearlyAsLongInsideAsCounted() {
    Body loft =
        new Loft(
            Curve.through(-6, 0.5, 6, -0.5),
            Curve.through(-6, 1, 6, 0),
            Curve.through(-6, 1, 0, 4, 6, 3),
            Curve.through(-6, 1.5, 0, 3, 6, 3.5));
    expectCountedLengths(loft, 200, 0.15);
  }

  @Test
  void anUprightRayThroughTheMiddleOfASphereHasItsDiameter() {
    Ray ray = new Ray();
    ray.through(0, 0, 0, 0, 0, 1);
    RaySpan span = new RaySpan();
    assertThat(Ellipsoid.upright(new Vector(0, 0, 3), 2, 2, 2).span(ray, span)).isTrue();
    assertThat(span.from).isEqualTo(1);
    assertThat(span.to).isEqualTo(5);
  }

  @Test
  void aLoftOfOneSectionIsACylinder() {
    Body cylinder =
        new Loft(
            Curve.through(-5, 0, 5, 0),
            Curve.through(-5, 0, 5, 0),
            Curve.through(-5, 3, 5, 3),
            Curve.through(-5, 3, 5, 3));
    Ray ray = new Ray();
    ray.through(1.8, 0, 0, 0, 0.02, 1);
    RaySpan span = new RaySpan();
    assertThat(cylinder.span(ray, span)).isTrue();
    assertThat(span.to - span.from).isCloseTo(4.8, offset(1e-12));
  }

  private void expectCountedLengths(Body body, int rays, double tolerance) {
    int hits = 0;
    for (int i = 0; i < rays; i++) {
      Ray ray = ray();
      RaySpan span = new RaySpan();
      double length = body.span(ray, span) ? span.to - span.from : 0;
      hits += length > 0 ? 1 : 0;
      assertThat(length)
          .as("ray %s through (%s, %s)", i, ray.x, ray.y)
          .isCloseTo(counted(body, ray), offset(tolerance));
    }
    assertThat(hits).isGreaterThan(rays / 10);
  }

  private Ray ray() {
    Ray ray = new Ray();
    ray.through(
        chance.between(-4, 4),
        chance.between(-4, 4),
        0,
        chance.around(0, 0.06),
        chance.around(0, 0.06),
        1);
    return ray;
  }

  private static double counted(Body body, Ray ray) {
    int inside = 0;
    for (double z = -9; z < 9; z += STEP) {
      Vector point = new Vector(ray.x + ray.kx * z, ray.y + ray.ky * z, z);
      inside += body.contains(point) ? 1 : 0;
    }
    return inside * STEP;
  }
}
