package penumbra.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;
import penumbra.phantom.solid.Ellipsoid;
import penumbra.phantom.solid.Insert;
import penumbra.phantom.solid.Material;
import penumbra.phantom.solid.Vector;

/// The opacities of pneumonia: places where fluid fills the air spaces, as clouds in the lung.
///
/// Three patterns occur: one dense lobar focus, several patchy foci, and a fine diffuse one on both
/// sides.
final class Consolidation {
  private static final double FLUID = Material.MUSCLE.over(Material.LUNG);

  private final Organs organs;
  private final RandomChoices chance;
  private final List<Insert> clouds = new ArrayList<>();

  Consolidation(Organs organs, RandomChoices chance) {
    this.organs = organs;
    this.chance = chance;
    double pattern = chance.between(0, 1);
    if (pattern < 0.4) {
      focus(place(chance.happens(0.6) ? -1 : 1), chance.between(2.6, 3.8), 190, 0.6);
    } else if (pattern < 0.75) {
      int foci = (int) chance.between(2, 5);
      for (int i = 0; i < foci; i++) {
        focus(place(chance.happens(0.5) ? -1 : 1), chance.between(1.6, 2.8), 100, 0.65);
      }
    } else {
      for (int i = 0; i < 14; i++) {
        focus(place(i % 2 == 0 ? -1 : 1), chance.between(1.4, 3), 40, 0.45);
      }
    }
  }

  List<Insert> clouds() {
    return clouds;
  }

  private Vector place(int side) {
    while (true) {
      Vector point =
          new Vector(
              side * chance.between(3.5, 10.5), chance.between(-7, 9), chance.between(-5, 5));
      if (organs.inLung(point)) {
        return point;
      }
    }
  }

  /// A cluster of `count` clouds that thins out with the distance from its middle.
  private void focus(Vector middle, double reach, int count, double density) {
    int placed = 0;
    for (int attempt = 0; attempt < 12 * count && placed < count; attempt++) {
      Vector offset =
          new Vector(
              chance.around(0, 0.6 * reach),
              chance.around(0, 0.5 * reach),
              chance.around(0, 0.5 * reach));
      Vector point = middle.plus(offset);
      double radius = chance.between(0.4, 1.2) * (0.5 + reach / 5);
      if (fits(point, 0.8 * radius)) {
        Vector axis = chance.direction();
        double a = radius * chance.between(0.9, 1.3);
        double strength = density * chance.between(0.5, 1.2);
        clouds.add(
            new Insert.Cloud(Ellipsoid.along(axis, point, a, radius, radius), strength * FLUID));
        placed++;
      }
    }
  }

  private boolean fits(Vector point, double radius) {
    for (int i = 0; i < 3; i++) {
      double r = i == 0 ? radius : 0;
      double s = i == 1 ? radius : 0;
      double t = i == 2 ? radius : 0;
      Vector reach = new Vector(r, s, t);
      if (!organs.inLung(point.plus(reach)) || !organs.inLung(point.minus(reach))) {
        return false;
      }
    }
    return true;
  }
}
