package penumbra.phantom.solid;

/// A small part set into a larger region: it adds the difference of attenuation to what the region
/// gives. A negative difference takes material out.
public interface Insert {
  /// The line integral of the difference along `ray` per unit of `z`; 0 where the ray misses it.
  double integral(Ray ray, RaySpan scratch);

  /// A box around it.
  Box box();

  /// Which outline it belongs to, 0 to 63; negative for none.
  int outline();

  /// A body of even material, `difference` (in 1/cm) denser than what is around it.
  record Solid(Body body, double difference, int outline) implements Insert {
    @Override
    public double integral(Ray ray, RaySpan scratch) {
      return body.span(ray, scratch) ? (scratch.to - scratch.from) * difference : 0;
    }

    @Override
    public Box box() {
      return body.box();
    }
  }

  /// A cloud without an edge: `difference` in the middle of the ellipsoid, falling to 0 at its
  /// surface as `(1 - r^2)^2`. Its line integral is known exactly: with `s^2 = 1 - d^2` at the
  /// distance `d` from the middle, it is `16/15 s^5`.
  record Cloud(Ellipsoid body, double difference) implements Insert {
    @Override
    public double integral(Ray ray, RaySpan scratch) {
      if (!body.span(ray, scratch)) {
        return 0;
      }
      double half = (scratch.to - scratch.from) / 2;
      double middle = (scratch.to + scratch.from) / 2;
      double x = ray.x + ray.kx * middle - body.centre().x();
      double y = ray.y + ray.ky * middle - body.centre().y();
      double z = middle - body.centre().z();
      Vector offset = new Vector(x, y, z);
      double u = body.u().dot(offset);
      double v = body.v().dot(offset);
      double w = body.w().dot(offset);
      double s2 = Math.max(0, 1 - u * u - v * v - w * w);
      return difference * half * (16.0 / 15) * s2 * s2;
    }

    @Override
    public Box box() {
      return body.box();
    }

    @Override
    public int outline() {
      return -1;
    }
  }
}
