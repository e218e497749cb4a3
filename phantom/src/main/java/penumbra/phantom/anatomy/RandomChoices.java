package penumbra.phantom.anatomy;

import java.util.SplittableRandom;
import penumbra.phantom.solid.Vector;

/// Random choices that are the same on every machine for the same seed.
public final class RandomChoices {
  private final SplittableRandom source;

  public RandomChoices(long seed) {
    this.source = new SplittableRandom(seed);
  }

  private RandomChoices(SplittableRandom source) {
    this.source = source;
  }

  /// An independent source, so that one part's choices do not shift another's.
  public RandomChoices fork() {
    return new RandomChoices(source.split());
  }

  /// Evenly distributed.
  public double between(double low, double high) {
    return low + (high - low) * (source.nextInt(1 << 30) * 0x1p-30);
  }

  /// Bell-shaped (a sum of four even ones) with standard deviation `spread`, within 3.5 of them.
  public double around(double mean, double spread) {
    double sum = between(-1, 1) + between(-1, 1) + between(-1, 1) + between(-1, 1);
    return mean + spread * sum * 0.8660254037844386;
  }

  /// True with that probability.
  boolean happens(double probability) {
    return between(0, 1) < probability;
  }

  /// A direction, evenly distributed over the sphere.
  public Vector direction() {
    while (true) {
      Vector v = new Vector(between(-1, 1), between(-1, 1), between(-1, 1));
      double length = v.length();
      if (length > 0.1 && length <= 1) {
        return v.times(1 / length);
      }
    }
  }
}
