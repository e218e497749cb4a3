package penumbra.conformance;

/// Random numbers that are the same on every machine and in every release of Java.
///
/// ```
/// var random = new SplitMix64(42);
/// int die = 1 + random.below(6);
/// ```
///
/// The generator of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
final class SplitMix64 {
  private long state;

  SplitMix64(long seed) {
    state = seed;
  }

  /// A generator seeded by the characters of `text` (FNV-1a).
  static SplitMix64 of(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return new SplitMix64(hash);
  }

  /// 64 random bits.
  long next() {
    state += 0x9e3779b97f4a7c15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /// A whole number in `[0, bound)`.
  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /// A number in `[low, high)`.
  double between(double low, double high) {
    return low + (high - low) * ((next() >>> 11) * 0x1p-53);
  }

  /// One of `choices`.
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  final <T> T oneOf(T... choices) {
    return choices[below(choices.length)];
  }
}
