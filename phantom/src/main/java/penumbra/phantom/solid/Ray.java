package penumbra.phantom.solid;

/// The way of one X-ray through the patient: the points `(x + kx z, y + ky z, z)` for all `z`.
///
/// Rays run close to the z axis, so that `z` itself is the parameter; a difference of `z` times
/// `stretch` is a length in cm. One object serves a whole row of pixels in turn.
public final class Ray {
  double x;
  double y;
  double kx;
  double ky;
  private double stretch;

  /// Lays the ray through the point `(px, py, pz)` along the direction `(dx, dy, dz)`.
  public void through(double px, double py, double pz, double dx, double dy, double dz) {
    kx = dx / dz;
    ky = dy / dz;
    x = px - kx * pz;
    y = py - ky * pz;
    stretch = Math.sqrt(1 + kx * kx + ky * ky);
  }

  /// The length in cm of a difference of 1 in `z`.
  public double stretch() {
    return stretch;
  }

  /// Sets the length of a difference of 1 in `z`, for rays whose direction is not that of
  /// [#through].
  public void setStretch(double length) {
    stretch = length;
  }
}
