package penumbra.phantom.solid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.phantom.anatomy.RandomChoices;

final class InsertTest {
  private static final double STEP = 0.0005;

  private final RandomChoices chance = new RandomChoices(5);

  @Test
  void aCloudsIntegralIsTheSumOfItsDensityAlongTheRay() {
    Ellipsoid shape = Ellipsoid.along(new Vector(1, 0.4, 0.2), new Vector(0.3, 0, 1), 3, 2, 1.5);
    Insert cloud = new Insert.Cloud(shape, 0.7);
    for (int i = 0; i < 50; i++) {
      Ray ray = ray(2);
      assertThat(cloud.integral(ray, new RaySpan()))
          .isCloseTo(summed(shape, 0.7, ray), offset(1e-5));
    }
  }

  @Test
  void aBentTubeAcrossTheRayHasItsThickness() {
    var path = new TubePath();
    for (int i = 0; i <= 40; i++) {
      double angle = StrictMath.PI * i / 40;
      path.add(new Vector(5 * StrictMath.cos(angle), 5 * StrictMath.sin(angle), 0), 0.6);
    }
    List<Tube> pieces = path.pieces(0, 2, 3);
    Ray ray = new Ray();
    for (int i = 5; i < 35; i++) {
      double angle = StrictMath.PI * (i + 0.3) / 40;
      ray.through(5 * StrictMath.cos(angle), 5 * StrictMath.sin(angle), 0, 0, 0, 1);
      assertThat(sum(pieces, ray)).isCloseTo(2 * 1.2, offset(0.01));
    }
  }

  @Test
  void piecesOfABentTubeNeitherLeaveGapsNorOverlap() {
    var straight = new TubePath().add(new Vector(-4, 0, 0), 0.8).add(new Vector(4, 0, 0), 0.8);
    var divided = new TubePath();
    for (int i = 0; i <= 13; i++) {
      divided.add(new Vector(-4 + 8 * i / 13.0, 0, 0), 0.8);
    }
    List<Tube> one = straight.pieces(0, 1, 0);
    List<Tube> many = divided.pieces(0, 1, 0);
    for (int i = 0; i < 200; i++) {
      Ray ray = ray(1);
      assertThat(sum(many, ray)).isCloseTo(sum(one, ray), offset(1e-9));
    }
  }

  @Test
  void aConesIntegralIsTheSumAlongTheRay() {
    List<Tube> cone =
        new TubePath()
            .add(new Vector(-3, -1, 0.5), 0.5)
            .add(new Vector(3, 1, -0.5), 1.5)
            .pieces(0, 1, 0);
    Vector axis = new Vector(6, 2, -1).unit();
    for (int i = 0; i < 100; i++) {
      Ray ray = ray(2);
      int inside = 0;
      for (double z = -6; z < 6; z += STEP) {
        Vector p = new Vector(ray.x + ray.kx * z, ray.y + ray.ky * z, z);
        double along = axis.dot(p);
        double across = p.minus(axis.times(along)).length();
        double half = new Vector(3, 1, -0.5).length();
        double radius = 1 + 0.5 * along / half;
        inside += Math.abs(along) <= half && across <= radius ? 1 : 0;
      }
      assertThat(sum(cone, ray)).isCloseTo(inside * STEP, offset(0.003));
    }
  }

  @Test
  void aBoneIsDenserInItsWallThanInItsFilling() {
    List<Tube> bone =
        new TubePath().add(new Vector(0, -2, 0), 1).add(new Vector(0, 2, 0), 1).bone(0.1, 0);
    Ray ray = new Ray();
    ray.through(0, 0, 0, 0, 0, 1);
    double expected =
        0.2 * Material.CORTICAL_BONE.over(Material.MUSCLE)
            + 1.8 * Material.SPONGIOSA.over(Material.MUSCLE);
    assertThat(sum(bone, ray)).isCloseTo(expected, offset(1e-12));
  }

  private Ray ray(double spread) {
    Ray ray = new Ray();
    ray.through(
        chance.around(0, spread),
        chance.around(0, spread),
        0,
        chance.around(0, 0.05),
        chance.around(0, 0.05),
        1);
    return ray;
  }

  private static double sum(List<? extends Insert> parts, Ray ray) {
    double sum = 0;
    for (Insert part : parts) {
      sum += part.integral(ray, new RaySpan());
    }
    return sum;
  }

  private static double summed(Ellipsoid shape, double density, Ray ray) {
    double sum = 0;
    for (double z = -6; z < 6; z += STEP) {
      Vector d = new Vector(ray.x + ray.kx * z, ray.y + ray.ky * z, z).minus(shape.centre());
      double u = shape.u().dot(d);
      double v = shape.v().dot(d);
      double w = shape.w().dot(d);
      double fall = Math.max(0, 1 - u * u - v * v - w * w);
      sum += density * fall * fall * STEP;
    }
    return sum;
  }
}
