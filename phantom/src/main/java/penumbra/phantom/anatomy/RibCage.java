package penumbra.phantom.anatomy;

import penumbra.phantom.solid.Curve;
import penumbra.phantom.solid.Vector;

/// The surface in which the ribs lie: an ellipse at every height, the lungs just inside.
final class RibCage {
  static final Curve WIDTH =
      Curve.through(
          -13.5, 5, -12.5, 6, -11.5, 7.4, -10.5, 8.7, -9, 10.2, -6, 12, -2, 13.3, 2, 13.9, 6, 14.1,
          10, 14.1, 14, 13.8, 18, 13.2, 24, 12.4);
  static final Curve DEPTH =
      Curve.through(
          -13.5, 3.8, -12, 4.6, -10.5, 5.4, -9, 6.1, -6, 7.3, -2, 8.7, 2, 9.6, 6, 10.1, 10, 10.3,
          18, 10, 24, 9.6);
  static final Curve MIDDLE = Curve.through(-13.5, -3, -9, -2.4, -6, -1.5, 0, -0.5, 10, 0, 24, 0);

  private RibCage() {}

  /// The point at height `y`, at the angle `theta` from the middle of the back round to the front.
  static Vector point(int side, double theta, double y) {
    return new Vector(
        side * WIDTH.at(y) * StrictMath.sin(theta),
        y,
        MIDDLE.at(y) - DEPTH.at(y) * StrictMath.cos(theta));
  }

  /// The direction out of the cage there.
  static Vector outward(int side, double theta, double y) {
    return new Vector(
            side * StrictMath.sin(theta) / WIDTH.at(y), 0, -StrictMath.cos(theta) / DEPTH.at(y))
        .unit();
  }
}
