package penumbra.dicom.codec.jpeg2000;

import penumbra.dicom.DicomException;
import penumbra.dicom.codec.ebcot.BlockDecoder;

/// How the samples of one component are transformed and coded, T.800 annex A.6.1.
final class CodingStyle {
  private static final int MAX_LEVELS = 32;

  /// The code-blocks are those of T.814.
  private static final int HIGH_THROUGHPUT = 0x40;

  /// There may be others among them.
  private static final int MIXED = 0x80;

  private final int levels;
  private final int blockWidth;
  private final int blockHeight;
  private final int passes;
  private final boolean reversible;
  private final int[] precincts;

  /// @param levels the number of wavelet decomposition levels
  /// @param blockWidth the exponent of the width of code-blocks
  /// @param blockHeight that of their height
  /// @param passes the flags of the coding passes, see [BlockDecoder]
  /// @param reversible whether the transform is the integer one
  /// @param precincts for each resolution the exponents of a precinct's width (lower four bits) and
  ///   height
  CodingStyle(
      int levels,
      int blockWidth,
      int blockHeight,
      int passes,
      boolean reversible,
      int[] precincts) {
    this.levels = levels;
    this.blockWidth = blockWidth;
    this.blockHeight = blockHeight;
    this.passes = passes;
    this.reversible = reversible;
    this.precincts = precincts;
  }

  int levels() {
    return levels;
  }

  int blockWidth() {
    return blockWidth;
  }

  int blockHeight() {
    return blockHeight;
  }

  int passes() {
    return passes;
  }

  static boolean isHighThroughput(int passes) {
    return (passes & HIGH_THROUGHPUT) != 0;
  }

  static boolean isMixed(int passes) {
    return (passes & MIXED) != 0;
  }

  boolean reversible() {
    return reversible;
  }

  static CodingStyle read(Input segment, boolean withPrecincts) throws DicomException {
    int levels = segment.u8();
    int width = (segment.u8() & 15) + 2;
    int height = (segment.u8() & 15) + 2;
    int passes = segment.u8();
    int transform = segment.u8();
    if (isMixed(passes) && (passes & (BlockDecoder.BYPASS | BlockDecoder.TERMINATE_EACH)) != 0) {
      throw CodestreamErrors.unsupported(
          "mixes high-throughput code-blocks with such as end after each pass");
    }
    if (levels > MAX_LEVELS
        || width > 10
        || height > 10
        || width + height > 12
        || transform > 1
        || (isMixed(passes) && !isHighThroughput(passes))) {
      throw CodestreamErrors.of("has a coding style that the standard does not know");
    }
    int[] precincts = new int[levels + 1];
    for (int r = 0; r <= levels; r++) {
      precincts[r] = withPrecincts ? segment.u8() : 0xFF;
      if (r > 0 && ((precincts[r] & 15) == 0 || precincts[r] >> 4 == 0)) {
        throw CodestreamErrors.of("has precincts of width or height 1");
      }
    }
    return new CodingStyle(levels, width, height, passes, transform == 1, precincts);
  }

  int precinctWidth(int resolution) {
    return precincts[resolution] & 15;
  }

  int precinctHeight(int resolution) {
    return precincts[resolution] >> 4;
  }
}
