package penumbra.phantom.exposure;

import penumbra.phantom.solid.Material;
import penumbra.phantom.solid.RaySpan;

/// Adds up the attenuation along one ray through overlapping regions, of which the later one wins.
final class Painter {
  private final double[] from;
  private final double[] to;
  private final double[] attenuation;
  private final double[] cuts;
  private int count;

  Painter(int regions) {
    from = new double[regions];
    to = new double[regions];
    attenuation = new double[regions];
    cuts = new double[2 * regions];
  }

  void clear() {
    count = 0;
  }

  /// Paints over what was painted before.
  void paint(RaySpan span, Material material) {
    from[count] = span.from();
    to[count] = span.to();
    attenuation[count] = material.attenuation();
    cuts[2 * count] = span.from();
    cuts[2 * count + 1] = span.to();
    count++;
  }

  /// The line integral of what is on top, per unit of `z`.
  double integral() {
    if (count == 1) {
      return (to[0] - from[0]) * attenuation[0];
    }
    sortCuts();
    double sum = 0;
    for (int i = 1; i < 2 * count; i++) {
      double length = cuts[i] - cuts[i - 1];
      if (length > 0) {
        sum += length * topmost(cuts[i - 1], cuts[i]);
      }
    }
    return sum;
  }

  /// By insertion: there are few.
  private void sortCuts() {
    for (int i = 1; i < 2 * count; i++) {
      double cut = cuts[i];
      int at = i;
      while (at > 0 && cuts[at - 1] > cut) {
        cuts[at] = cuts[at - 1];
        at--;
      }
      cuts[at] = cut;
    }
  }

  private double topmost(double low, double high) {
    for (int i = count - 1; i >= 0; i--) {
      if (from[i] <= low && to[i] >= high) {
        return attenuation[i];
      }
    }
    return 0;
  }
}
