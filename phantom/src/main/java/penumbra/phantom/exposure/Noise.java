package penumbra.phantom.exposure;

/// Random numbers for pixels, each found from its place alone, so that pixels may be computed in
/// any order.
final class Noise {
  private Noise() {}

  /// A bell-shaped number of mean 0 and variance 1 for the `index`-th pixel: the sum of four even
  /// ones of 16 bits.
  static double bell(long seed, long index) {
    long bits = mixed(seed + (index + 1) * 0x9E3779B97F4A7C15L);
    int sum =
        (int) (bits & 0xFFFF)
            + (int) (bits >>> 16 & 0xFFFF)
            + (int) (bits >>> 32 & 0xFFFF)
            + (int) (bits >>> 48);
    return (sum - 131070) * (1 / 37837.22717);
  }

  /// The finisher of SplitMix64 (Steele, Lea and Flood 2014).
  private static long mixed(long bits) {
    long z = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
