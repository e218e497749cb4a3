package penumbra.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;
import penumbra.phantom.solid.Body;
import penumbra.phantom.solid.Curve;
import penumbra.phantom.solid.Ellipsoid;
import penumbra.phantom.solid.Insert;
import penumbra.phantom.solid.Loft;
import penumbra.phantom.solid.Material;
import penumbra.phantom.solid.Overlap;
import penumbra.phantom.solid.Paraboloid;
import penumbra.phantom.solid.Region;
import penumbra.phantom.solid.TubePath;
import penumbra.phantom.solid.Vector;

/// Lungs, what lies between and below them, and the airways.
final class Organs {
  private final Body rightLung;
  private final Body leftLung;
  private final List<Body> covers = new ArrayList<>();
  private final List<Region> airways = new ArrayList<>();
  private final List<Insert> inserts = new ArrayList<>();

  Organs(Physique physique, RandomChoices chance) {
    double breath = physique.inspiration();
    double broad = chance.around(1, 0.07) + 0.14 * physique.childhood();
    rightLung = lung(-1, chance.between(0.965, 1));
    leftLung = lung(1, chance.between(0.965, 1));
    mediastinum(broad, 1.7 - 0.6 * physique.childhood());
    heart(physique.heart(), breath, chance);
    fat(physique.heart(), 0.5 * breath, chance);
    Body abdomen =
        new Loft(
            Curve.through(-4, 0, 24, 0),
            RibCage.MIDDLE,
            Curve.through(-4, 12.6, 2, 13.9, 6, 14.3, 10, 14.6, 14, 14.4, 24, 13),
            Curve.through(-4, 8.6, 2, 10, 10, 10.8, 24, 10));
    double right = chance.around(7.9, 0.4) + breath;
    double left = right + chance.between(0.7, 1.7);
    covers.add(new Overlap(new Paraboloid(new Vector(-6.2, right, 1.4), 3.6, 3.5), abdomen));
    covers.add(new Overlap(new Paraboloid(new Vector(6.5, left, 1.2), 3.5, 3.4), abdomen));
    airways();
    gas(left, chance);
    hila(chance);
  }

  /// Everything from the lungs inward, in painting order.
  List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    regions.add(Region.lung(rightLung, Outlines.LUNG));
    regions.add(Region.lung(leftLung, Outlines.LUNG + 1));
    for (Body cover : covers) {
      regions.add(Region.cover(cover));
    }
    regions.addAll(airways);
    return regions;
  }

  List<Insert> inserts() {
    return inserts;
  }

  /// Whether the point lies in aerated lung.
  boolean inLung(Vector point) {
    if (!rightLung.contains(point) && !leftLung.contains(point)) {
      return false;
    }
    for (Body cover : covers) {
      if (cover.contains(point)) {
        return false;
      }
    }
    return true;
  }

  private static Body lung(int side, double share) {
    Curve middle =
        Curve.through(
            -12.6,
            side * 4.6,
            -9,
            side * 5.6,
            -6,
            side * 6.7,
            -3,
            side * 7.4,
            0,
            side * 7.8,
            7,
            side * 8,
            10,
            side * 8.25,
            13,
            side * 8.8,
            16.5,
            side * 9.2);
    Curve width =
        Curve.through(
            -12.6,
            0.05,
            -12.5,
            0.8 * share,
            -12.2,
            1.5 * share,
            -11.7,
            2.2 * share,
            -11,
            2.85 * share,
            -10,
            3.6 * share,
            -9,
            4.2 * share,
            -6,
            5 * share,
            -3,
            5.5 * share,
            0,
            5.75 * share,
            7,
            5.8 * share,
            10,
            5.5 * share,
            13,
            4.7 * share,
            15,
            3.4,
            16,
            1.8,
            16.5,
            0.05);
    Curve depth =
        Curve.through(
            -12.6, 0.05, -12.5, 0.7, -12.2, 1.3, -11.7, 2, -11, 2.7, -10, 3.5, -9, 4.3, -6, 6, -2,
            7.5, 2, 8.5, 6, 9, 10, 9, 13, 7.8, 15, 5.4, 16, 3, 16.5, 0.05);
    return new Loft(middle, RibCage.MIDDLE, width, depth);
  }

  private void mediastinum(double broad, double knob) {
    covers.add(
        new Loft(
            Curve.through(-12.5, 0, 24, 0),
            Curve.through(-12.5, -2, -8, -0.5, 24, 0),
            Curve.through(
                -12.5,
                3.1 * broad,
                -10.5,
                2.5 * broad,
                -8,
                1.9 * broad,
                -5,
                1.8 * broad,
                -1,
                1.9,
                24,
                2.2),
            Curve.through(-12.5, 3.6, -8, 4.6, -4, 6.2, 2, 9.2, 24, 9.6)));
    covers.add(
        new Loft(
            Curve.through(-11, -1.2 * broad, -4, -1.7 * broad, 3, -2, 5, -2),
            Curve.through(-11, 0.5, 5, 0.5),
            Curve.through(
                -11,
                1.9 * broad,
                -8.5,
                1.55 * broad,
                -5.5,
                1.2 * broad,
                -2.5,
                1.25 * broad,
                0,
                1.5 * broad,
                3,
                1.6,
                4.6,
                1.2,
                5,
                0.1),
            Curve.through(-11, 1.2, -6, 1.5, 0, 2.3, 4.6, 1.5, 5, 0.1)));
    covers.add(Ellipsoid.upright(new Vector(knob - 0.15, -4.5, -1), 2.15, 2, 2.8));
    covers.add(
        new Loft(
            Curve.through(-4.5, 2.5, 4, 2.2, 16, 1.2),
            Curve.through(-4.5, -3.4, 0, -4.6, 16, -4),
            Curve.through(-4.5, 1.2, 16, 1),
            Curve.through(-4.5, 1.2, 16, 1)));
  }

  private void heart(double size, double breath, RandomChoices chance) {
    double drop = 0.5 * breath;
    double lean = chance.around(0.52, 0.05);
    covers.add(
        Ellipsoid.along(
            new Vector(0.84, lean, 0.25),
            new Vector(2.3 * size, 5.6 + drop, 2.4),
            7.3 * size,
            4.5 * size,
            5.2 * size));
    covers.add(
        Ellipsoid.along(
            new Vector(0.52, 1, 0.1),
            new Vector(2.3 * size, 2.2 + drop, 1.6),
            6.2 * size,
            3 * size,
            4.4 * size));
    covers.add(
        Ellipsoid.along(
            new Vector(-0.08, 1, 0),
            new Vector(-1.3, 4.2 + drop, 1.4),
            6.6 * size,
            2.9 * size,
            4.2 * size));
    covers.add(
        Ellipsoid.along(
            new Vector(0.4, 1, 0.1), new Vector(1.9, -1.9 + 0.5 * drop, 0.6), 3.2, 2.1, 2.8));
  }

  /// The fat on the pericardium: it has no border of its own and blurs the heart's, most in the
  /// angles to the diaphragm.
  private void fat(double size, double drop, RandomChoices chance) {
    double fat = Material.FAT.over(Material.LUNG);
    for (int i = 0; i < 16; i++) {
      // Round the left ventricle from the pulmonary trunk to its tip.
      double angle = -1.25 + 0.115 * i;
      Vector rim =
          new Vector(
              size * (2.3 + 7 * StrictMath.cos(angle) - 2.7 * StrictMath.sin(angle)),
              5.6 + drop + size * (4.2 * StrictMath.cos(angle) + 4.3 * StrictMath.sin(angle)),
              2.4 + chance.around(0, 0.8));
      cloud(rim, chance.between(0.6, 1.1), chance.between(0.3, 0.55) * fat, chance);
    }
    for (int i = 0; i < 5; i++) {
      Vector left = new Vector(8.9 * size + chance.around(0, 0.5), 8.6 + drop, 4);
      cloud(left, chance.between(0.8, 1.4), chance.between(0.2, 0.4) * fat, chance);
      Vector right = new Vector(-4.5 * size + chance.around(0, 0.3), 8 + drop, 4);
      cloud(right, chance.between(0.6, 1.1), chance.between(0.2, 0.35) * fat, chance);
    }
  }

  private void cloud(Vector middle, double radius, double difference, RandomChoices chance) {
    Vector axis = new Vector(0.6, chance.around(0.6, 0.3), 0);
    Ellipsoid shape = Ellipsoid.along(axis, middle, 1.5 * radius, radius, 1.5 * radius);
    inserts.add(new Insert.Cloud(shape, difference));
  }

  private void airways() {
    Body trachea =
        new Loft(
            Curve.through(-26, 0, -10, 0, -3.2, -0.25),
            Curve.through(-26, 2.4, -14, 0.6, -8, -1.4, -3.2, -2.2),
            Curve.through(-26, 1.3, -20, 1, -18.4, 0.35, -17.4, 0.85, -10, 0.88, -3.2, 0.95),
            Curve.through(-26, 0.9, -18.4, 0.9, -10, 0.85, -3.2, 0.85));
    airways.add(Region.plain(trachea, Material.AIR, Outlines.TRACHEA));
    double air = Material.AIR.over(Material.MUSCLE);
    inserts.addAll(
        new TubePath()
            .add(new Vector(-0.55, -3.3, -2.2), 0.7)
            .add(new Vector(-1.9, -1.6, -2.2), 0.62)
            .add(new Vector(-2.7, 0.2, -2.3), 0.45)
            .pieces(0, 0.8 * air, Outlines.NONE));
    inserts.addAll(
        new TubePath()
            .add(new Vector(0.1, -3.3, -2.2), 0.62)
            .add(new Vector(2, -1.6, -2.3), 0.55)
            .add(new Vector(3.6, -0.5, -2.5), 0.42)
            .pieces(0, 0.8 * air, Outlines.NONE));
  }

  private void gas(double dome, RandomChoices chance) {
    double size = chance.between(0.6, 1.2);
    Vector place = new Vector(chance.around(6.3, 0.5), dome + 1.3 + 1.7 * size, 1.5);
    for (int i = 0; i < 4; i++) {
      Vector shift = new Vector(chance.around(0, 0.9), chance.between(-0.2, 0.9), 0).times(size);
      bubble(place.plus(shift), size * chance.between(1.5, 2.4), chance, Outlines.STOMACH);
    }
    int loops = (int) chance.between(4, 9);
    for (int i = 0; i < loops; i++) {
      Vector middle =
          new Vector(chance.around(2.5, 4), dome + chance.between(6, 10), chance.between(2, 4));
      bubble(middle, chance.between(0.7, 1.7), chance, Outlines.NONE);
    }
  }

  private void bubble(Vector middle, double radius, RandomChoices chance, int outline) {
    Vector axis = new Vector(1, chance.around(0.1, 0.3), 0);
    double high = radius * chance.between(0.6, 0.85);
    Body body = Ellipsoid.along(axis, middle, radius, high, 0.75 * high);
    airways.add(Region.plain(body, Material.AIR, outline));
  }

  private void hila(RandomChoices chance) {
    double blood = Material.MUSCLE.over(Material.LUNG);
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 0; i < 9; i++) {
        Vector middle =
            new Vector(side * chance.around(4.1, 0.5), chance.around(side < 0 ? 1 : 0.3, 1.2), -1);
        Vector axis = new Vector(side * 0.5, chance.around(0.6, 0.8), 0);
        double radius = chance.between(0.5, 1);
        Ellipsoid shape = Ellipsoid.along(axis, middle, 1.8 * radius, radius, radius);
        inserts.add(new Insert.Cloud(shape, 0.55 * blood));
      }
    }
  }
}
