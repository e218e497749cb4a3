package penumbra.datasets.audit.measure;

import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.filter.Sobel;

/// How blurred a picture looks, from 0 (sharp) to 1: the fraction of its differences that a further
/// blur does not change.
///
/// ```
/// double blur = BlurEffect.of(levels, Execution.ofThreads(1));
/// ```
///
/// Along each axis, the Sobel derivative's magnitude is compared with that of the picture after a
/// mean over 11 pixels; the result is the larger value of both axes, as in scikit-image's
/// `blur_effect`. Contrast and brightness cancel out. In large pictures only the centre, 512 x 512,
/// is used; if it is constant, the result is NaN.
///
/// **Source:** F. Crete et al., The blur effect: perception and estimation with a new no-reference
/// perceptual blur metric, 2007, doi:10.1117/12.702790.
final class BlurEffect {
  private static final int WINDOW = 11;
  private static final int HALF = WINDOW / 2;
  private static final int SIDE = 512;
  private static final int FROM = 2;

  private BlurEffect() {}

  /// The blur of the centre of `levels`, shape (height, width).
  static double of(NdArray levels, Execution execution) {
    NdArray middle = middle(levels);
    double blur = Double.NaN;
    for (int axis = 0; axis < 2; axis++) {
      double along = along(middle, axis, execution);
      blur = Double.isNaN(blur) ? along : Math.max(blur, along);
    }
    return blur;
  }

  private static double along(NdArray image, int axis, Execution execution) {
    Sobel sobel = Sobel.along(axis);
    double[] sharp = sobel.apply(image, execution).toDoubles();
    double[] blurred = sobel.apply(means(image, axis), execution).toDoubles();
    int width = image.length(1);
    double all = 0;
    double lost = 0;
    for (int y = FROM; y < image.length(0) - 1; y++) {
      for (int x = FROM; x < width - 1; x++) {
        double before = Math.abs(sharp[y * width + x]);
        all += before;
        lost += Math.max(0, before - Math.abs(blurred[y * width + x]));
      }
    }
    return all == 0 ? Double.NaN : (all - lost) / all;
  }

  /// The means over eleven pixels along one axis, with a reflected boundary: d c b a | a b c d. The
  /// sums are over integers and therefore exact: each is the previous one plus one pixel and minus
  /// one.
  private static NdArray means(NdArray image, int axis) {
    int height = image.length(0);
    int width = image.length(1);
    double[] values = image.toDoubles();
    double[] means = new double[values.length];
    if (axis == 0) {
      meansDown(values, height, width, means);
    } else {
      meansAcross(values, height, width, means);
    }
    return NdArray.ofFloat64(means, height, width);
  }

  private static void meansDown(double[] values, int height, int width, double[] means) {
    double[] sums = new double[width];
    for (int k = -HALF; k <= HALF; k++) {
      int row = reflected(k, height) * width;
      for (int x = 0; x < width; x++) {
        sums[x] += values[row + x];
      }
    }
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int next = reflected(y + HALF + 1, height) * width;
      int last = reflected(y - HALF, height) * width;
      for (int x = 0; x < width; x++) {
        means[row + x] = sums[x] / WINDOW;
        sums[x] += values[next + x] - values[last + x];
      }
    }
  }

  private static void meansAcross(double[] values, int height, int width, double[] means) {
    double[] extended = new double[width + WINDOW];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      for (int i = 0; i < extended.length; i++) {
        extended[i] = values[row + reflected(i - HALF, width)];
      }
      double sum = 0;
      for (int k = 0; k < WINDOW; k++) {
        sum += extended[k];
      }
      for (int x = 0; x < width; x++) {
        means[row + x] = sum / WINDOW;
        sum += extended[x + WINDOW] - extended[x];
      }
    }
  }

  private static int reflected(int index, int length) {
    if (index >= 0 && index < length) {
      return index;
    }
    int i = Math.floorMod(index, 2 * length);
    return i < length ? i : 2 * length - 1 - i;
  }

  private static NdArray middle(NdArray levels) {
    int height = Math.min(SIDE, levels.length(0));
    int width = Math.min(SIDE, levels.length(1));
    int top = (levels.length(0) - height) / 2;
    int left = (levels.length(1) - width) / 2;
    double[] part = new double[height * width];
    for (int y = 0; y < height; y++) {
      levels.load((long) (top + y) * levels.length(1) + left, part, y * width, width);
    }
    return NdArray.ofFloat64(part, height, width);
  }
}
