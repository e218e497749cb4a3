package penumbra.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;
import penumbra.phantom.solid.Tube;
import penumbra.phantom.solid.TubePath;
import penumbra.phantom.solid.Vector;

/// Twelve pairs of ribs: flat hollow bones that run in tilted planes round the cage, from the spine
/// down to the front.
final class Ribs {
  private static final int STATIONS = 56;
  private static final double[] DROP = {
    4, 6.6, 8.8, 10.4, 11.6, 12.4, 12.8, 13, 12.8, 12.4, 11.5, 10.5
  };
  private static final double[] FRONT_END = {
    150, 150, 147, 143, 139, 134, 128, 120, 111, 98, 74, 50
  };

  /// The first rib and those that do not reach the breastbone are slighter.
  private static final double[] SLENDER = {0.85, 0.95, 1, 1, 1, 1, 1, 0.97, 0.92, 0.85, 0.74, 0.62};

  private Ribs() {}

  /// The bones of both sides.
  static List<Tube> bones(Physique physique, RandomChoices chance) {
    List<Tube> bones = new ArrayList<>();
    double stoutness = chance.around(1, 0.05);
    for (int i = 0; i < 12; i++) {
      double uneven = chance.around(0, 0.16);
      for (int side = -1; side <= 1; side += 2) {
        double drop = DROP[i] * physique.ribDrop() * chance.around(1, 0.045);
        double own = stoutness * chance.around(1, 0.07);
        bones.addAll(rib(i, side, drop, own, chance.around(uneven, 0.1), physique, chance));
      }
    }
    return bones;
  }

  private static List<Tube> rib(
      int index,
      int side,
      double drop,
      double stoutness,
      double shift,
      Physique physique,
      RandomChoices chance) {
    double top = Spine.level(index) - 0.35 + shift;
    double first = StrictMath.asin(1.7 / RibCage.WIDTH.at(top));
    double last = StrictMath.toRadians(FRONT_END[index]);
    double droop = chance.around(0.12, 0.02) * drop;
    double sway = chance.around(0, 0.13);
    double phase = chance.between(0, 6);
    var path = new TubePath();
    for (int s = 0; s <= STATIONS; s++) {
      double t = s / (double) STATIONS;
      double theta = first + (last - first) * t;
      // Near the spine a rib leans back before it turns down: the neck and the angle of the rib.
      double neck = 0.5 * (1 - Math.min(1, t * 5));
      double y =
          top
              + drop * (1 - StrictMath.cos(theta)) / 2
              + droop * (StrictMath.sin(theta) - StrictMath.sin(first))
              - 0.3 * StrictMath.sin(2 * theta)
              + sway * StrictMath.sin(2.6 * theta + phase);
      Vector point = RibCage.point(side, theta, y).plus(new Vector(0, 0, neck * 2.2));
      double flare = t > 0.85 ? 1 + (t - 0.85) * 0.8 : 1;
      double slender = SLENDER[index];
      double half = (0.5 + 0.16 * Math.min(1, t * 4)) * stoutness * slender * flare;
      half *= 1 + 0.06 * StrictMath.sin(9 * t + 3 * index + side);
      double thin = 1 - 0.78 * Math.max(0, t - 0.55) / 0.45;
      double deep = 0.34 * stoutness * slender * thin;
      path.add(point, RibCage.outward(side, theta, y), deep, half);
    }
    double wall = (0.13 - 0.02 * physique.childhood()) * SLENDER[index];
    return path.rounded().bone(wall, Outlines.RIB + 2 * index + (side + 1) / 2);
  }
}
