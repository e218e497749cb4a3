package penumbra.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;
import penumbra.phantom.solid.Curve;
import penumbra.phantom.solid.Ellipsoid;
import penumbra.phantom.solid.Insert;
import penumbra.phantom.solid.Material;
import penumbra.phantom.solid.Polytope;
import penumbra.phantom.solid.TubePath;
import penumbra.phantom.solid.Vector;

/// Collar bones, shoulder blades and upper arm bones.
final class Shoulders {
  private static final Vector FRONT = new Vector(0, 0, 1);
  private static final double BONE = Material.CORTICAL_BONE.over(Material.MUSCLE);
  private static final double FILLING = Material.SPONGIOSA.over(Material.CORTICAL_BONE);

  private static final double SPONGE = Material.SPONGIOSA.over(Material.MUSCLE);

  private final List<Insert> bones = new ArrayList<>();
  private final double wall;
  private final double roll;

  Shoulders(Physique physique, RandomChoices chance) {
    wall = 0.13 - 0.03 * physique.childhood();
    roll = chance.between(0, 2.2);
    for (int side = -1; side <= 1; side += 2) {
      double lift = chance.around(0, 0.3) - (physique.armsRaised() ? 1.2 : 0);
      clavicle(side, lift);
      scapula(side, physique.armsRaised() ? roll + 1.5 : roll);
      humerus(side, physique.armsRaised());
    }
  }

  List<Insert> bones() {
    return bones;
  }

  private static Vector at(int side, double x, double y, double z) {
    return new Vector(side * x, y, z);
  }

  private static int number(int outline, int side) {
    return outline + (side + 1) / 2;
  }

  private void clavicle(int side, double lift) {
    Curve y =
        Curve.through(
            1.7, -7.9, 4, -8.7, 7, -9.6, 10, -10.9 + lift, 13, -12.2 + lift, 15.6, -12.7 + lift);
    Curve z = Curve.through(1.7, 5.2, 4, 6, 7, 5.2, 10, 2.6, 13, 0, 15.6, -1.6);
    Curve thick = Curve.through(1.7, 0.78, 3, 0.66, 6, 0.5, 10, 0.47, 13, 0.44, 15.6, 0.36);
    Curve high =
        Curve.through(1.7, 0.95, 3, 0.74, 6, 0.52, 10, 0.55, 13, 0.72, 15.2, 0.85, 15.6, 0.7);
    var path = new TubePath();
    for (int i = 0; i <= 36; i++) {
      double x = 1.7 + 13.9 * i / 36;
      path.add(at(side, x, y.at(x), z.at(x)), FRONT, thick.at(x), high.at(x));
    }
    bones.addAll(path.rounded().bone(wall, number(Outlines.CLAVICLE, side)));
  }

  private void scapula(int side, double out) {
    int outline = number(Outlines.SCAPULA, side);
    Vector socket = at(side, 15, -9.6, -3.4);
    Vector lower = at(side, 11.3 + out, 2.6, -7.4 + 0.5 * out);
    Vector upper = at(side, 8.2 + out, -9.8, -7.2 + 0.4 * out);
    bones.add(new Insert.Solid(Polytope.plate(socket, lower, upper, 0.16), 0.8 * BONE, outline));
    var border = new TubePath();
    Curve girth = Curve.through(0, 0.3, 0.15, 0.36, 0.5, 0.26, 0.9, 0.18, 1, 0.2);
    for (int i = 0; i <= 16; i++) {
      double t = i / 16.0;
      Vector bow = at(side, -0.9 * (1 - t) * t * 4, 0, 0);
      border.add(socket.plus(lower.minus(socket).times(t)).plus(bow), girth.at(t));
    }
    bones.addAll(border.rounded().bone(0.08, outline));
    var inner = new TubePath();
    for (int i = 0; i <= 12; i++) {
      double t = i / 12.0;
      Vector bow = at(side, -0.8 * (1 - t) * t * 4, 0, 0);
      inner.add(upper.plus(lower.minus(upper).times(t)).plus(bow), 0.11);
    }
    bones.addAll(inner.rounded().bone(0.06, outline));
    spineOfScapula(side, out, outline);
    Ellipsoid coracoid =
        Ellipsoid.along(at(side, 0.5, 0.6, 0.3), at(side, 13.3, -10.9, -0.8), 1.1, 0.6, 1.3);
    bones.add(new Insert.Solid(coracoid, 0.9 * SPONGE, outline));
    Ellipsoid glenoid =
        Ellipsoid.along(at(side, 0.25, 1, 0), at(side, 14.9, -9.7, -3.2), 1.7, 0.6, 1.2);
    bones.add(new Insert.Solid(glenoid, 0.9 * SPONGE, outline));
  }

  private void spineOfScapula(int side, double out, int outline) {
    Curve y = Curve.through(0, -7.9, 0.5, -10.2, 0.8, -12, 1, -12.7);
    Curve z = Curve.through(0, -7.6, 0.6, -7, 0.85, -5, 1, -2.6);
    Curve high = Curve.through(0, 0.25, 0.4, 0.42, 0.7, 0.55, 0.9, 0.8, 1, 0.6);
    var path = new TubePath();
    for (int i = 0; i <= 20; i++) {
      double t = i / 20.0;
      double x = (8.4 + out) * (1 - t) + 16.6 * t;
      path.add(at(side, x, y.at(t), z.at(t)), FRONT, 0.4, high.at(t));
    }
    bones.addAll(path.rounded().bone(0.05, outline));
  }

  private void humerus(int side, boolean raised) {
    int outline = number(Outlines.HUMERUS, side);
    double up = raised ? -1 : 1;
    Vector head = raised ? at(side, 16.6, -11.6, -2.4) : at(side, 17.2, -10.2, -2.4);
    Vector axis = new Vector(side * (raised ? 0.42 : 0.2), up, 0.02).unit();
    Vector medial = new Vector(-side * 0.7, 0, 0);
    Curve girth =
        Curve.through(
            -2.2, 0.25, -2, 0.95, -1.6, 1.5, -1, 1.95, 0, 2.25, 0.8, 2.2, 1.8, 1.95, 3, 1.6, 4.5,
            1.3, 6.5, 1.12, 10, 1.05, 30, 1.1);
    Curve thick = Curve.through(-2.2, 0.05, 1.9, 0.07, 4, 0.14, 7, 0.28, 12, 0.38, 30, 0.4);
    var outer = new TubePath();
    var inner = new TubePath();
    for (int i = 0; i < 110; i++) {
      double t = i < 40 ? -2.2 + 0.15 * i : 3.8 + 0.5 * (i - 40);
      double way = Math.clamp((t + 2.2) / 10, 0, 1);
      double bend = 1 - way * way * (3 - 2 * way);
      Vector point = head.plus(axis.times(t)).plus(medial.times(bend));
      outer.add(point, girth.at(t));
      inner.add(point, Math.max(0.05, girth.at(t) - thick.at(t)));
    }
    bones.addAll(outer.pieces(0, BONE, outline));
    bones.addAll(inner.pieces(0, FILLING, Outlines.NONE));
  }
}
