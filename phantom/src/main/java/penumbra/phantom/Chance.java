package penumbra.phantom;

import java.util.SplittableRandom;

/// Random choices that are the same on every machine for the same seed.
final class Chance {
  private final SplittableRandom source;

  Chance(long seed) {
    this.source = new SplittableRandom(seed);
  }

  private Chance(SplittableRandom source) {
    this.source = source;
  }

  /// An independent source, so that one part's choices do not shift another's.
  Chance fork() {
    return new Chance(source.split());
  }

  /// Evenly distributed.
  double between(double low, double high) {
    return low + (high - low) * (source.nextInt(1 << 30) * 0x1p-30);
  }

  /// Bell-shaped (a sum of four even ones) with standard deviation `spread`, within 3.5 of them.
  double around(double mean, double spread) {
    double sum = between(-1, 1) + between(-1, 1) + between(-1, 1) + between(-1, 1);
    return mean + spread * sum * 0.8660254037844386;
  }

  /// True with that probability.
  boolean happens(double probability) {
    return between(0, 1) < probability;
  }

  /// A direction, evenly distributed over the sphere.
  Vector direction() {
    while (true) {
      Vector v = new Vector(between(-1, 1), between(-1, 1), between(-1, 1));
      double length = v.length();
      if (length > 0.1 && length <= 1) {
        return v.times(1 / length);
      }
    }
  }
}
