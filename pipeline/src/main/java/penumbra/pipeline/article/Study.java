package penumbra.pipeline.article;

import java.lang.foreign.MemorySegment;
import penumbra.core.DType;
import penumbra.core.NdArray;

/// One of the article's filters on one image: the result as published, the result as it was meant,
/// and what lies between them.
///
/// @param name in file names and in JSON: `laplacian-of-gaussian`
/// @param published what the article's code gives, with SciPy's bits
/// @param corrected the same filter where nothing wraps
/// @param overflowed how many pixels of the published result hold something else than the same
///   steps give in 64-bit integers
/// @param parameters what was chosen for this image, in words; empty if nothing was
record Study(
    String name, NdArray published, NdArray corrected, long overflowed, String parameters) {
  private static final int LINE = 8192;

  /// The share of pixels that overflowed, in percent.
  double overflowPercent() {
    return 100.0 * overflowed / published.size();
  }

  /// `|published - corrected|` for every pixel.
  NdArray difference() {
    MemorySegment target = NdArray.allocate(DType.FLOAT32, published.size());
    double[] a = new double[LINE];
    double[] b = new double[LINE];
    for (long from = 0; from < published.size(); from += LINE) {
      int n = (int) Math.min(LINE, published.size() - from);
      published.load(from, a, 0, n);
      corrected.load(from, b, 0, n);
      for (int i = 0; i < n; i++) {
        a[i] = Math.abs(a[i] - b[i]);
      }
      DType.FLOAT32.store(a, 0, target, from, n);
    }
    return NdArray.of(DType.FLOAT32, target, published.shape());
  }
}
