package penumbra.report.article;

import penumbra.core.NdArray;

/// One of the article's filters on one image: the result as published, the result as intended, and
/// their difference.
///
/// @param name its name in file names and in JSON: `laplacian-of-gaussian`
/// @param published the result of the article's code, with SciPy's bits
/// @param corrected the same filter without wraparound
/// @param overflowed the number of pixels of the published result that differ from the same steps
///   in 64-bit integers
/// @param parameters the parameters chosen for this image, in words; empty if there are none
record FilterComparison(
    String name, NdArray published, NdArray corrected, long overflowed, String parameters) {
  /// The percentage of pixels that overflowed.
  double overflowPercent() {
    return 100.0 * overflowed / published.size();
  }
}
