package penumbra.figure.colour;

/// How each pixel of a resized line is computed from pixels of the old line.
///
/// In a shorter line, each new pixel is the mean of the range that it covers. In a longer line, new
/// pixels are interpolated between the centres of old ones. But if the line becomes a whole number
/// of times or at least three times as long, each new pixel takes the nearest old one, so that
/// small images show their pixels as squares.
final class Resampling {
  private static final double PIXELS_SHOW = 3;

  private final int[] first;
  private final float[][] weights;

  private Resampling(int size) {
    first = new int[size];
    weights = new float[size][];
  }

  static Resampling of(int oldSize, int newSize) {
    var resampling = new Resampling(newSize);
    double scale = oldSize / (double) newSize;
    for (int i = 0; i < newSize; i++) {
      if (newSize < oldSize) {
        resampling.mean(i, i * scale, Math.min(oldSize, (i + 1) * scale));
      } else if (newSize % oldSize == 0 || newSize >= PIXELS_SHOW * oldSize) {
        resampling.set(i, Math.min(oldSize - 1, (int) ((i + 0.5) * scale)), 1);
      } else {
        resampling.between(i, (i + 0.5) * scale - 0.5, oldSize);
      }
    }
    return resampling;
  }

  /// The first old pixel that counts for the new pixel `i`.
  int first(int i) {
    return first[i];
  }

  /// How many old pixels count for it.
  int count(int i) {
    return weights[i].length;
  }

  /// The share of the `k`th of them; the shares' sum is 1.
  float weight(int i, int k) {
    return weights[i][k];
  }

  private void mean(int i, double from, double to) {
    int begin = (int) from;
    int end = Math.max(begin + 1, (int) Math.ceil(to - 1e-9));
    float[] shares = new float[end - begin];
    for (int pixel = begin; pixel < end; pixel++) {
      double covered = Math.min(to, pixel + 1) - Math.max(from, pixel);
      shares[pixel - begin] = (float) (covered / (to - from));
    }
    set(i, begin, shares);
  }

  private void between(int i, double at, int oldSize) {
    double inside = Math.clamp(at, 0.0, oldSize - 1.0);
    int left = Math.min((int) inside, oldSize - 2);
    float share = (float) (inside - left);
    set(i, left, 1 - share, share);
  }

  private void set(int i, int begin, float... shares) {
    first[i] = begin;
    weights[i] = shares;
  }
}
