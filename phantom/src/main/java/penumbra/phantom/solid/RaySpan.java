package penumbra.phantom.solid;

/// The stretch of a ray inside a body: `from <= z <= to`; reused from ray to ray.
public final class RaySpan {
  double from;
  double to;

  /// Where it begins.
  public double from() {
    return from;
  }

  /// Where it ends.
  public double to() {
    return to;
  }

  /// Sets both ends.
  public void set(double first, double last) {
    from = first;
    to = last;
  }

  /// Sets the span to where `a z^2 + 2 b z + c <= 0` holds (for `a > 0`), if it holds anywhere.
  boolean setRoots(double a, double b, double c) {
    double discriminant = b * b - a * c;
    if (!(discriminant > 0)) {
      return false;
    }
    double root = Math.sqrt(discriminant);
    double inverse = 1 / a;
    from = (-b - root) * inverse;
    to = (-b + root) * inverse;
    return true;
  }

  /// Cuts off what lies outside the half-space where `offset + slope * z >= 0`.
  boolean cut(double offset, double slope) {
    if (slope > 0) {
      from = Math.max(from, -offset / slope);
    } else if (slope < 0) {
      to = Math.min(to, -offset / slope);
    } else if (offset < 0) {
      return false;
    }
    return from < to;
  }
}
