package penumbra.phantom.solid;

/// All that lies below an upright dome: `y >= top.y + ((x - top.x) / a)^2 + ((z - top.z) / b)^2`.
///
/// It has no lower end; [Overlap] gives it one.
public record Paraboloid(Vector top, double a, double b) implements Body {
  @Override
  public boolean span(Ray ray, RaySpan span) {
    double x = (ray.x - top.x()) / a;
    double kx = ray.kx / a;
    double z = -top.z() / b;
    double kz = 1 / b;
    return span.setRoots(
        kx * kx + kz * kz, x * kx + z * kz - ray.ky / 2, x * x + z * z + top.y() - ray.y);
  }

  @Override
  public boolean contains(Vector point) {
    double x = (point.x() - top.x()) / a;
    double z = (point.z() - top.z()) / b;
    return point.y() >= top.y() + x * x + z * z;
  }

  @Override
  public Box box() {
    double far = 1000;
    return new Box(new Vector(-far, top.y(), -far), new Vector(far, far, far));
  }
}
