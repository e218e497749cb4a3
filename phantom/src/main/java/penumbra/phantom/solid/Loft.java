package penumbra.phantom.solid;

/// A solid whose level cuts are ellipses that change with the height `y`: a trunk, a lung.
///
/// Where a ray meets the ellipse at one height is exact. As a ray changes its height by a little on
/// its way, entry and exit are found at the heights where the ellipse at mid-depth has them.
public final class Loft implements Body {
  private static final double STEP = 0.05;
  private static final double STEPS_PER_CM = 20;

  private final double top;
  private final double bottom;
  private final int last;

  /// For each height the ellipse's centre in x and z and its half-axes in x and z, side by side as
  /// they are used together.
  private final double[] cuts;

  private final Box box;

  /// A loft from the first to the last height of `width`.
  ///
  /// @param middle the ellipse's centre, left to right
  /// @param depthMiddle the ellipse's centre, back to front
  /// @param width the ellipse's half-axis in x; where it falls to 0 the end is rounded
  /// @param depth the ellipse's half-axis in z
  public Loft(Curve middle, Curve depthMiddle, Curve width, Curve depth) {
    top = width.first();
    bottom = width.last();
    int n = (int) Math.ceil((bottom - top) / STEP) + 1;
    last = n - 1;
    cuts = new double[4 * n];
    Vector low = new Vector(1e9, top, 1e9);
    Vector high = new Vector(-1e9, bottom, -1e9);
    for (int i = 0; i < n; i++) {
      double y = top + i * STEP;
      double x = middle.at(y);
      double z = depthMiddle.at(y);
      double a = Math.max(1e-3, width.at(y));
      double b = Math.max(1e-3, depth.at(y));
      cuts[4 * i] = x;
      cuts[4 * i + 1] = z;
      cuts[4 * i + 2] = a;
      cuts[4 * i + 3] = b;
      low = new Vector(Math.min(low.x(), x - a), top, Math.min(low.z(), z - b));
      high = new Vector(Math.max(high.x(), x + a), bottom, Math.max(high.z(), z + b));
    }
    box = new Box(low, high);
  }

  @Override
  public boolean span(Ray ray, RaySpan span) {
    double y = ray.y + ray.ky * depthAt(ray.y);
    if (y < top || y >= bottom || !section(ray, y, span)) {
      return false;
    }
    double front = span.to;
    double back = span.from;
    double middle = (front + back) / 2;
    double from = section(ray, ray.y + ray.ky * back, span) ? span.from : middle;
    double to = section(ray, ray.y + ray.ky * front, span) ? span.to : middle;
    double near = 0.2 * (front - back);
    span.from = Math.abs(from - back) < near ? from : border(ray, middle, back);
    span.to = Math.abs(to - front) < near ? to : border(ray, middle, front);
    return span.from < span.to;
  }

  /// Near a blunt end the cuts change too fast for that: there the border is searched for.
  private double border(Ray ray, double inside, double outside) {
    double in = inside;
    double out = outside;
    for (int i = 0; i < 14; i++) {
      double z = (in + out) / 2;
      if (holds(ray.x + ray.kx * z, ray.y + ray.ky * z, z)) {
        in = z;
      } else {
        out = z;
      }
    }
    return in;
  }

  private double depthAt(double y) {
    return cuts[4 * Math.clamp((int) ((y - top) * STEPS_PER_CM), 0, last) + 1];
  }

  /// The span in the cut at the height `y`; beyond the ends, in the last cut there.
  private boolean section(Ray ray, double y, RaySpan span) {
    double position = (y - top) * STEPS_PER_CM;
    position = position < 0 ? 0 : position > last ? last : position;
    int i = Math.min((int) position, last - 1);
    double t = position - i;
    double s = 1 - t;
    int at = 4 * i;
    double a = s * cuts[at + 2] + t * cuts[at + 6];
    double b = s * cuts[at + 3] + t * cuts[at + 7];
    double x = ray.x - (s * cuts[at] + t * cuts[at + 4]);
    double z = -(s * cuts[at + 1] + t * cuts[at + 5]);
    double aa = a * a;
    double bb = b * b;
    return span.setRoots(
        ray.kx * ray.kx * bb + aa, ray.kx * x * bb + z * aa, x * x * bb + z * z * aa - aa * bb);
  }

  @Override
  public boolean contains(Vector point) {
    return holds(point.x(), point.y(), point.z());
  }

  private boolean holds(double x, double y, double z) {
    if (y < top || y >= bottom) {
      return false;
    }
    double position = (y - top) * STEPS_PER_CM;
    int i = Math.clamp((int) position, 0, last - 1);
    double t = position - i;
    double s = 1 - t;
    int at = 4 * i;
    double dx = (x - s * cuts[at] - t * cuts[at + 4]) / (s * cuts[at + 2] + t * cuts[at + 6]);
    double dz = (z - s * cuts[at + 1] - t * cuts[at + 5]) / (s * cuts[at + 3] + t * cuts[at + 7]);
    return dx * dx + dz * dz <= 1;
  }

  @Override
  public Box box() {
    return box;
  }
}
