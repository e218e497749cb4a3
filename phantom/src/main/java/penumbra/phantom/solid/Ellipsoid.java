package penumbra.phantom.solid;

/// An ellipsoid in any position.
///
/// @param centre its centre
/// @param u the first axis's direction divided by its half-length: `u . (p - centre)` is 1 at its
///   end
/// @param v the second axis, likewise
/// @param w the third axis, likewise
public record Ellipsoid(Vector centre, Vector u, Vector v, Vector w) implements Body {
  /// An ellipsoid whose axes are x, y and z.
  public static Ellipsoid upright(Vector centre, double a, double b, double c) {
    return new Ellipsoid(
        centre, new Vector(1 / a, 0, 0), new Vector(0, 1 / b, 0), new Vector(0, 0, 1 / c));
  }

  /// An ellipsoid with half-length `a` along `axis`, `b` at right angles to it in the frontal
  /// plane, and `c` along the third direction.
  public static Ellipsoid along(Vector axis, Vector centre, double a, double b, double c) {
    Vector first = axis.unit();
    Vector third = new Vector(0, 0, 1).acrossTo(first);
    Vector second = third.cross(first);
    return new Ellipsoid(centre, first.times(1 / a), second.times(1 / b), third.times(1 / c));
  }

  @Override
  public boolean span(Ray ray, RaySpan span) {
    double x = ray.x - centre.x();
    double y = ray.y - centre.y();
    double z = -centre.z();
    double u0 = u.x() * x + u.y() * y + u.z() * z;
    double v0 = v.x() * x + v.y() * y + v.z() * z;
    double w0 = w.x() * x + w.y() * y + w.z() * z;
    double u1 = u.x() * ray.kx + u.y() * ray.ky + u.z();
    double v1 = v.x() * ray.kx + v.y() * ray.ky + v.z();
    double w1 = w.x() * ray.kx + w.y() * ray.ky + w.z();
    return span.setRoots(
        u1 * u1 + v1 * v1 + w1 * w1, u0 * u1 + v0 * v1 + w0 * w1, u0 * u0 + v0 * v0 + w0 * w0 - 1);
  }

  @Override
  public boolean contains(Vector point) {
    Vector d = point.minus(centre);
    double a = u.dot(d);
    double b = v.dot(d);
    double c = w.dot(d);
    return a * a + b * b + c * c <= 1;
  }

  @Override
  public Box box() {
    double longest = 1 / Math.min(u.length(), Math.min(v.length(), w.length()));
    return Box.around(centre, new Vector(longest, longest, longest));
  }
}
