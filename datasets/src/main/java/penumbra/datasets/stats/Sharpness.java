package penumbra.datasets.stats;

import penumbra.core.Boundary;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.filter.Laplace;

/// The variance of the Laplacian: the more fine detail a picture has, the larger.
///
/// ```
/// double sharpness = Sharpness.of(levels, Execution.ofThreads(1));
/// ```
///
/// The Laplacian has the kernel 0 1 0, 1 -4 1, 0 1 0 and a mirrored boundary, as in
/// `cv2.Laplacian(image, CV_64F).var()`. The variance is over all its values, in squared grey
/// levels. It grows with contrast and noise, and decreases when a picture is enlarged. So compare
/// only pictures of one kind and size.
///
/// **Source:** J. L. Pech-Pacheco et al., Diatom autofocusing in brightfield microscopy, 2000,
/// doi:10.1109/ICPR.2000.903548.
public final class Sharpness {
  private static final Laplace LAPLACE = new Laplace(new Boundary.Mirror(), OutputType.DEFAULT);

  private Sharpness() {}

  /// The sharpness of `pixels`, shape (height, width).
  public static double of(NdArray pixels, Execution execution) {
    NdArray curvature = LAPLACE.apply(pixels, execution);
    double sum = 0;
    double squares = 0;
    double[] row = new double[pixels.length(1)];
    for (int y = 0; y < pixels.length(0); y++) {
      curvature.load((long) y * row.length, row, 0, row.length);
      double rowSum = 0;
      double rowSquares = 0;
      for (double value : row) {
        rowSum += value;
        rowSquares += value * value;
      }
      sum += rowSum;
      squares += rowSquares;
    }
    double mean = sum / pixels.size();
    return Math.max(0, squares / pixels.size() - mean * mean);
  }
}
