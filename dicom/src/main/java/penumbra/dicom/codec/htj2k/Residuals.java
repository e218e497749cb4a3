package penumbra.dicom.codec.htj2k;

/// The exponent residuals u of a pair of quads (UVLC), T.814 clause 7.3.6: prefixes, then suffixes,
/// then extensions, the left quad's first.
final class Residuals {
  /// T.814 table 3, by the next three bits: the value of the prefix, its length, that of the
  /// suffix.
  private static final int[] VALUE = {5, 1, 2, 1, 3, 1, 2, 1};

  private static final int[] LENGTH = {3, 1, 2, 1, 3, 1, 2, 1};
  private static final int[] SUFFIX = {5, 0, 0, 0, 1, 0, 0, 0};
  private static final int LEAST_EXTENDED = 28;

  private final BackwardBits bits;
  private long ahead;
  private int used;

  /// The residual of the left quad.
  int left;

  /// That of the right one.
  int right;

  Residuals(BackwardBits bits) {
    this.bits = bits;
  }

  /// Reads those of quads for which `offLeft` and `offRight` tell that one is coded.
  void read(int offLeft, int offRight) {
    if ((offLeft | offRight) == 0) {
      left = 0;
      right = 0;
      return;
    }
    ahead = bits.ahead();
    used = 0;
    both(offLeft, offRight, 0);
    bits.skip(used);
  }

  /// Reads those of two quads of the first row, which both have one.
  ///
  /// @param bothLarge whether both are greater than 2
  void readPair(boolean bothLarge) {
    ahead = bits.ahead();
    used = 0;
    int prefix = (int) ahead & 7;
    if (bothLarge || LENGTH[prefix] < 3) {
      both(1, 1, bothLarge ? 2 : 0);
    } else {
      // The left one is greater than 2, so the right one is 1 or 2.
      used = LENGTH[prefix];
      right = 1 + take(1);
      int suffix = take(SUFFIX[prefix]);
      left = VALUE[prefix] + suffix + extension(suffix);
    }
    bits.skip(used);
  }

  private void both(int offLeft, int offRight, int more) {
    int prefixLeft = 0;
    int prefixRight = 0;
    if (offLeft == 1) {
      prefixLeft = (int) ahead & 7;
      used += LENGTH[prefixLeft];
    }
    if (offRight == 1) {
      prefixRight = (int) (ahead >>> used) & 7;
      used += LENGTH[prefixRight];
    }
    int suffixLeft = offLeft == 1 ? take(SUFFIX[prefixLeft]) : 0;
    int suffixRight = offRight == 1 ? take(SUFFIX[prefixRight]) : 0;
    left = offLeft == 1 ? VALUE[prefixLeft] + more + suffixLeft + extension(suffixLeft) : 0;
    right = offRight == 1 ? VALUE[prefixRight] + more + suffixRight + extension(suffixRight) : 0;
  }

  private int extension(int suffix) {
    return suffix < LEAST_EXTENDED ? 0 : 4 * take(4);
  }

  private int take(int n) {
    int value = (int) (ahead >>> used) & ((1 << n) - 1);
    used += n;
    return value;
  }
}
