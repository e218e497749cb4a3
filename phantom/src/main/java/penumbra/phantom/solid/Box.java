package penumbra.phantom.solid;

/// The corners of an upright box around a body.
public record Box(Vector low, Vector high) {
  /// The box of half-widths `reach` around `centre`.
  static Box around(Vector centre, Vector reach) {
    return new Box(centre.minus(reach), centre.plus(reach));
  }

  /// One of the eight corners.
  public Vector corner(int index) {
    return new Vector(
        (index & 1) == 0 ? low.x() : high.x(),
        (index & 2) == 0 ? low.y() : high.y(),
        (index & 4) == 0 ? low.z() : high.z());
  }

  /// The box around both.
  Box and(Box other) {
    return new Box(
        new Vector(
            Math.min(low.x(), other.low.x()),
            Math.min(low.y(), other.low.y()),
            Math.min(low.z(), other.low.z())),
        new Vector(
            Math.max(high.x(), other.high.x()),
            Math.max(high.y(), other.high.y()),
            Math.max(high.z(), other.high.z())));
  }
}
