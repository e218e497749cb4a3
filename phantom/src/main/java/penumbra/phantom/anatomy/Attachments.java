package penumbra.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;
import penumbra.phantom.solid.Ellipsoid;
import penumbra.phantom.solid.Insert;
import penumbra.phantom.solid.Material;
import penumbra.phantom.solid.TubePath;
import penumbra.phantom.solid.Vector;

/// Objects on the patient: the side marker of lead, the leads of a heart monitor.
final class Attachments {
  private static final Vector FRONT = new Vector(0, 0, 1);
  private static final double LEAD = Material.LEAD.over(Material.AIR);
  private static final double[][] LETTER_L = {{0, 0, 0, 2, 1.1, 2}};
  private static final double[][] LETTER_R = {
    {0, 2, 0, 0, 0.7, 0, 1.05, 0.2, 1.15, 0.55, 1.05, 0.9, 0.7, 1.1, 0, 1.1}, {0.55, 1.1, 1.2, 2}
  };

  private Attachments() {}

  static List<Insert> of(Physique physique, Projection projection, RandomChoices chance) {
    List<Insert> parts = new ArrayList<>();
    if (chance.happens(0.6)) {
      boolean left = chance.happens(0.5);
      Vector corner =
          new Vector((left ? 1 : -1) * chance.between(12.5, 14), chance.around(-14.6, 0.4), 9);
      double slant = chance.around(0, 0.12);
      parts.addAll(marker(left, corner, slant, projection));
    }
    if (physique.antePosterior() && chance.happens(0.3)) {
      wire(new Vector(-8.5, -5.5, 11), new Vector(-16, -16, 11), chance, parts);
      wire(new Vector(9, -5, 11), new Vector(3, -18, 11), chance, parts);
      wire(new Vector(11, 8.5, 11), new Vector(14, 20, 11), chance, parts);
    }
    return parts;
  }

  /// The letter at `corner`, or so much nearer to the middle that the picture shows it whole.
  private static List<Insert> marker(
      boolean left, Vector corner, double slant, Projection projection) {
    Vector place = corner;
    while (true) {
      List<Insert> parts = letter(left ? LETTER_L : LETTER_R, place, slant);
      boolean high = false;
      boolean wide = false;
      for (Insert part : parts) {
        Projection.Shadow shadow = projection.shadow(part.box());
        high |= shadow.top() < projection.height() / 40;
        wide |= shadow.left() < projection.width() / 50;
        wide |= shadow.right() > projection.width() - projection.width() / 50;
      }
      if (!high && !wide) {
        return parts;
      }
      place = place.plus(new Vector(wide ? (left ? -0.2 : 0.2) : 0, high ? 0.2 : 0, 0));
    }
  }

  private static List<Insert> letter(double[][] strokes, Vector corner, double slant) {
    List<Insert> parts = new ArrayList<>();
    for (double[] stroke : strokes) {
      var path = new TubePath();
      for (int i = 0; i < stroke.length; i += 2) {
        double x = stroke[i] - slant * stroke[i + 1];
        double y = stroke[i + 1] + slant * stroke[i];
        path.add(corner.plus(new Vector(0.8 * x, 0.8 * y, 0)), FRONT, 0.03, 0.14);
      }
      parts.addAll(path.pieces(0, LEAD, Outlines.MARKER));
    }
    return parts;
  }

  private static void wire(Vector from, Vector to, RandomChoices chance, List<Insert> parts) {
    var path = new TubePath();
    Vector sag = chance.direction().times(1.6);
    for (int i = 0; i <= 24; i++) {
      double t = i / 24.0;
      double wave = StrictMath.sin(t * 7) * 0.35;
      Vector bend = sag.times(4 * t * (1 - t)).plus(new Vector(wave, -wave, 0));
      path.add(from.plus(to.minus(from).times(t)).plus(bend), 0.055);
    }
    parts.addAll(path.pieces(0, 7, Outlines.MARKER));
    parts.add(new Insert.Solid(Ellipsoid.upright(from, 0.45, 0.45, 0.1), 3, Outlines.MARKER));
    parts.add(new Insert.Solid(Ellipsoid.upright(from, 0.22, 0.22, 0.16), 5, Outlines.NONE));
  }
}
