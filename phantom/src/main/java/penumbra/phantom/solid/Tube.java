package penumbra.phantom.solid;

/// A straight piece of a cone or cylinder with elliptic cross-section, cut off by a plane at each
/// end.
///
/// Pieces of one tube share their cutting planes, so that their line integrals add up without gap
/// or overlap.
///
/// @param centre a point of the axis
/// @param u the first cross direction divided by its radius
/// @param v the second cross direction divided by its radius
/// @param taper how the radii change: at the point `p` they are `1 + taper . (p - centre)` times as
///   long
/// @param start the plane at the beginning, kept where `normal . p >= offset`
/// @param end the plane at the end, likewise
/// @param difference the attenuation beyond that of the surroundings, in 1/cm
/// @param box a box around the piece
/// @param outline which outline it belongs to; negative for none
public record Tube(
    Vector centre,
    Vector u,
    Vector v,
    Vector taper,
    Polytope.Face start,
    Polytope.Face end,
    double difference,
    Box box,
    int outline)
    implements Insert {
  @Override
  public double integral(Ray ray, RaySpan scratch) {
    double x = ray.x - centre.x();
    double y = ray.y - centre.y();
    double z = -centre.z();
    double u0 = u.x() * x + u.y() * y + u.z() * z;
    double v0 = v.x() * x + v.y() * y + v.z() * z;
    double u1 = u.x() * ray.kx + u.y() * ray.ky + u.z();
    double v1 = v.x() * ray.kx + v.y() * ray.ky + v.z();
    double s0 = 1 + taper.x() * x + taper.y() * y + taper.z() * z;
    double s1 = taper.x() * ray.kx + taper.y() * ray.ky + taper.z();
    double a = u1 * u1 + v1 * v1 - s1 * s1;
    boolean hit =
        a > 1e-9
            ? scratch.setRoots(a, u0 * u1 + v0 * v1 - s0 * s1, u0 * u0 + v0 * v0 - s0 * s0)
            : steep(u0, u1, v0, v1, scratch);
    if (!hit || !cut(start, ray, scratch) || !cut(end, ray, scratch)) {
      return 0;
    }
    return (scratch.to - scratch.from) * difference;
  }

  /// A ray steeper than the cone's side would also meet its other half: the piece, which is short,
  /// then counts as a cylinder.
  private static boolean steep(double u0, double u1, double v0, double v1, RaySpan span) {
    double a = u1 * u1 + v1 * v1;
    if (a > 1e-9) {
      return span.setRoots(a, u0 * u1 + v0 * v1, u0 * u0 + v0 * v0 - 1);
    }
    span.from = -1000;
    span.to = 1000;
    return u0 * u0 + v0 * v0 < 1;
  }

  private static boolean cut(Polytope.Face face, Ray ray, RaySpan span) {
    Vector n = face.normal();
    return span.cut(
        n.x() * ray.x + n.y() * ray.y - face.offset(), n.x() * ray.kx + n.y() * ray.ky + n.z());
  }
}
