package penumbra.phantom.solid;

/// A point or direction in the patient's space, in cm: `x` to the patient's left, `y` toward the
/// feet, `z` to the front. The origin lies in the middle of the chest.
public record Vector(double x, double y, double z) {
  public Vector plus(Vector other) {
    return new Vector(x + other.x, y + other.y, z + other.z);
  }

  public Vector minus(Vector other) {
    return new Vector(x - other.x, y - other.y, z - other.z);
  }

  public Vector times(double factor) {
    return new Vector(x * factor, y * factor, z * factor);
  }

  double dot(Vector other) {
    return x * other.x + y * other.y + z * other.z;
  }

  Vector cross(Vector other) {
    return new Vector(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  public Vector unit() {
    return times(1 / length());
  }

  /// The part of this vector at right angles to the unit vector `axis`, scaled to length 1.
  Vector acrossTo(Vector axis) {
    Vector across = minus(axis.times(dot(axis)));
    return across.length() > 1e-9 ? across.unit() : axis.anyAcross();
  }

  private Vector anyAcross() {
    Vector other = Math.abs(x) < 0.7 ? new Vector(1, 0, 0) : new Vector(0, 1, 0);
    return cross(other).unit();
  }
}
