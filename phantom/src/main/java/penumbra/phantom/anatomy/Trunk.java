package penumbra.phantom.anatomy;

import java.util.ArrayList;
import java.util.List;
import penumbra.phantom.solid.Body;
import penumbra.phantom.solid.Curve;
import penumbra.phantom.solid.Loft;
import penumbra.phantom.solid.Material;
import penumbra.phantom.solid.Region;

/// Skin to muscle: neck, shoulders, trunk and arms.
final class Trunk {
  private final List<Region> regions = new ArrayList<>();

  Trunk(Physique physique) {
    double fat = physique.fat();
    trunk(0, Material.FAT, Outlines.TRUNK, fat);
    arms(physique, 0, Material.FAT, fat);
    trunk(fat, Material.MUSCLE, Outlines.NONE, fat);
    arms(physique, 0.8 * fat, Material.MUSCLE, fat);
  }

  List<Region> regions() {
    return regions;
  }

  private void trunk(double inset, Material material, int outline, double fat) {
    double d = 0.6 * fat - inset;
    double n = 0.3 * fat - Math.min(inset, 0.6);
    Curve width =
        Curve.through(
            -32, 7 + n, -24, 6.1 + n, -18, 5.7 + n, -16.6, 6.2 + n, -15.6, 7.6 + n, -14.7, 10.2 + d,
            -13.8, 13.6 + d, -12.8, 16.2 + d, -11.2, 17.6 + d, -9, 17.8 + d, -6, 17.2 + d, -2,
            16.3 + d, 4, 16 + d, 12, 15.9 + d, 20, 15.3 + d, 30, 15.4 + d);
    Curve depth =
        Curve.through(
            -32, 8 + n, -24, 6.4 + n, -18, 5.6 + n, -15.5, 5.6 + n, -13.5, 5.8 + n, -12, 6.6 + n,
            -9, 8.3 + d, -5, 10 + d, 0, 11.2 + d, 6, 11.8 + d, 12, 11.6 + d, 20, 11 + d, 30,
            11 + d);
    Curve level = Curve.through(-32, 0, -20, -1, -12, -1.6, -4, -0.6, 6, 0.2, 30, 0.4);
    Loft loft = new Loft(Curve.through(-32, 0, 30, 0), level, width, depth);
    regions.add(Region.plain(loft, material, outline));
  }

  private void arms(Physique physique, double inset, Material material, double fat) {
    for (int side = -1; side <= 1; side += 2) {
      int outline = inset == 0 ? Outlines.ARM + (side + 1) / 2 : Outlines.NONE;
      Body body = physique.armsRaised() ? raised(side, inset, fat) : hanging(side, inset, fat);
      regions.add(Region.plain(body, material, outline));
    }
  }

  private static Body hanging(int side, double inset, double fat) {
    double d = 0.4 * fat - inset;
    Curve width =
        Curve.through(
            -13.6, 0.1, -13.4, 1.6 + d, -12.8, 3 + d, -11.5, 4.2 + d, -9, 4.9 + d, -5, 4.8 + d, 0,
            4.3 + d, 8, 3.9 + d, 30, 3.4 + d);
    Curve depth =
        Curve.through(
            -13.6, 0.1, -13.4, 1.6 + d, -12.8, 3 + d, -11.5, 4.4 + d, -9, 5.2 + d, -5, 5.2 + d, 0,
            4.8 + d, 8, 4.4 + d, 30, 4 + d);
    Curve middle =
        Curve.through(
            -13.6, side * 16.2, -9, side * 17.6, 0, side * 20.2, 12, side * 22, 30, side * 23.5);
    return new Loft(middle, Curve.through(-13.6, -2.5, 30, -1.5), width, depth);
  }

  private static Body raised(int side, double inset, double fat) {
    double d = 0.4 * fat - inset;
    Curve width =
        Curve.through(
            -30, 3.7 + d, -20, 4.1 + d, -14, 4.8 + d, -10, 4.9 + d, -6, 3.6 + d, -4, 2.3 + d, -2.4,
            1.2 + d, -2, 0.1);
    Curve depth =
        Curve.through(
            -30, 3.9 + d, -20, 4.3 + d, -14, 5 + d, -10, 5 + d, -6, 4.2 + d, -4, 2.8 + d, -2.4,
            1.3 + d, -2, 0.1);
    Curve middle =
        Curve.through(
            -30,
            side * 24.5,
            -20,
            side * 21.3,
            -14,
            side * 18.2,
            -10,
            side * 16.4,
            -6,
            side * 15.6,
            -2,
            side * 15.4);
    return new Loft(middle, Curve.through(-30, -1, -2, -2.2), width, depth);
  }
}
