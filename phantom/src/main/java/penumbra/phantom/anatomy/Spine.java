package penumbra.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;
import penumbra.phantom.solid.Curve;
import penumbra.phantom.solid.Insert;
import penumbra.phantom.solid.Material;
import penumbra.phantom.solid.TubePath;
import penumbra.phantom.solid.Vector;

/// Vertebrae from the neck to the loins, with their arches.
final class Spine {
  private static final Curve DEPTH =
      Curve.through(-30, 1, -18, -1.6, -13, -3.8, -8, -5.6, 0, -6.4, 8, -5.8, 16, -4, 26, -2.6);
  private static final double[] PROFILE = {1, 0.99, 0.94, 0.9, 0.9, 0.94, 0.99, 1};

  private final List<Insert> bones = new ArrayList<>();

  Spine(Physique physique) {
    double wall = 0.07 - 0.015 * physique.childhood();
    for (int index = -7; index < 15; index++) {
      vertebra(index, wall);
    }
  }

  /// The height of the middle of a vertebra: 0 is the first thoracic one, -1 the last of the neck.
  static double level(int index) {
    double i = index;
    return index < 0 ? -12.4 + 1.75 * i : -12.4 + 1.98 * i + 0.03 * i * i;
  }

  List<Insert> bones() {
    return bones;
  }

  private void vertebra(int index, double wall) {
    double y = level(index);
    double height = (level(index + 1) - level(index - 1)) / 2;
    double half = height * 0.39;
    double width = 1.25 + 0.042 * Math.max(0, index + 2);
    double depth = 0.8 * width;
    Vector middle = new Vector(0, y, DEPTH.at(y));
    Vector axis = new Vector(0, 1, (DEPTH.at(y + 0.5) - DEPTH.at(y - 0.5))).unit();
    int outline = Outlines.VERTEBRA + (index & 1);
    Vector facing = new Vector(0, 0, 1);
    bones.addAll(
        body(middle, axis, half, width, depth, facing)
            .pieces(0, Material.CORTICAL_BONE.over(Material.MUSCLE), outline));
    bones.addAll(
        body(middle, axis, half - 0.6 * wall, width, depth, facing)
            .pieces(wall, Material.SPONGIOSA.over(Material.CORTICAL_BONE), Outlines.NONE));
    arch(middle, width, depth, height, wall);
  }

  private static TubePath body(
      Vector middle, Vector axis, double half, double width, double depth, Vector facing) {
    var path = new TubePath();
    int last = PROFILE.length - 1;
    for (int i = 0; i <= last; i++) {
      double along = half * (2.0 * i / last - 1);
      path.add(middle.plus(axis.times(along)), facing, depth * PROFILE[i], width * PROFILE[i]);
    }
    return path;
  }

  private void arch(Vector middle, double width, double depth, double height, double wall) {
    Vector up = new Vector(0, 1, 0);
    boolean neck = middle.y() < level(0) - 0.5;
    double span = neck ? 0.45 : 1;
    // In the neck the roots are short, slender and run outward; down the chest they turn backward.
    double chest = neck ? 0 : Math.clamp((middle.y() - level(-1)) / (level(6) - level(-1)), 0, 1);
    double back = 0.6 + 0.6 * chest;
    double out = 0.75 - 0.65 * chest;
    double girth = 0.75 + 0.2 * chest;
    for (int side = -1; side <= 1; side += 2) {
      Vector root = middle.plus(new Vector(side * 0.76 * width, -0.16 * height, -0.75 * depth));
      Vector joint = root.plus(new Vector(side * out, 0.1, -back));
      bones.addAll(
          new TubePath()
              .add(root, up, 0.22 * girth * height, 0.28 * girth)
              .add(joint, up, 0.2 * girth * height, 0.26 * girth)
              .rounded()
              .bone(0.4 * wall, Outlines.NONE));
      bones.addAll(
          new TubePath()
              .add(joint, up, 0.26, 0.3)
              .add(joint.plus(new Vector(side * 0.7 * span, -0.12, -0.4)), up, 0.22, 0.24)
              .add(joint.plus(new Vector(side * 1.35 * span, -0.34, -0.8)), up, 0.32, 0.3)
              .rounded()
              .bone(0.4 * wall, Outlines.NONE));
      bones.addAll(
          new TubePath()
              .add(joint, up, 0.3 * height, 0.12)
              .add(middle.plus(new Vector(0, 0.2 * height, -depth - 2)), up, 0.24 * height, 0.1)
              .bone(0.4 * wall, Outlines.NONE));
    }
    Vector tip = middle.plus(new Vector(0, 0.28 * height, -depth - 1.9));
    bones.addAll(
        new TubePath()
            .add(tip, up, 0.2 * height, 0.13)
            .add(tip.plus(new Vector(0, 0.25 * height, -1)), up, 0.2 * height, 0.17)
            .rounded()
            .bone(0.7 * wall, Outlines.NONE));
  }
}
