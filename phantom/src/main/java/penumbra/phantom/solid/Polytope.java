package penumbra.phantom.solid;

import java.util.List;

/// A convex body with flat faces.
///
/// @param faces the half-spaces whose common part it is
/// @param box a box around it
public record Polytope(List<Face> faces, Box box) implements Body {
  public Polytope {
    faces = List.copyOf(faces);
  }

  /// The half-space where `normal . p >= offset`.
  record Face(Vector normal, double offset) {}

  /// A triangular plate `thickness` thick around the corners `a`, `b`, `c`.
  public static Polytope plate(Vector a, Vector b, Vector c, double thickness) {
    Vector normal = b.minus(a).cross(c.minus(a)).unit();
    double level = normal.dot(a);
    List<Face> faces =
        List.of(
            new Face(normal, level - thickness / 2),
            new Face(normal.times(-1), -level - thickness / 2),
            side(a, b, c, normal),
            side(b, c, a, normal),
            side(c, a, b, normal));
    Vector reach = new Vector(thickness, thickness, thickness);
    Box box = Box.around(a, reach).and(Box.around(b, reach)).and(Box.around(c, reach));
    return new Polytope(faces, box);
  }

  private static Face side(Vector from, Vector to, Vector inside, Vector normal) {
    Vector inward = normal.cross(to.minus(from)).unit();
    double offset = inward.dot(from);
    return inward.dot(inside) >= offset
        ? new Face(inward, offset)
        : new Face(inward.times(-1), -offset);
  }

  @Override
  public boolean span(Ray ray, RaySpan span) {
    span.from = box.low().z();
    span.to = box.high().z();
    for (Face face : faces) {
      Vector n = face.normal;
      if (!span.cut(
          n.x() * ray.x + n.y() * ray.y - face.offset, n.x() * ray.kx + n.y() * ray.ky + n.z())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean contains(Vector point) {
    for (Face face : faces) {
      if (face.normal.dot(point) < face.offset) {
        return false;
      }
    }
    return true;
  }
}
