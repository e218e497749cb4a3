package penumbra.phantom.exposure;

import penumbra.core.Execution;

/// Converts the detector's signal to the grey values of a displayed radiograph: the logarithm, so
/// that grey values are proportional to thickness and bones are light; enhanced details and reduced
/// broad differences; a soft S-shaped curve between black air and white bone.
///
/// @param detail how much fine structures are enhanced; 0 for not at all
/// @param flatness how much broad differences are reduced, from 0 to below 1
/// @param brightness shift of the grey scale, in shares of its width
public record DisplayProcessing(double detail, double flatness, double brightness) {
  private static final int BLOCK = 8;
  private static final int BINS = 4096;
  private static final double DEEPEST = 8;

  /// Grey values from 0 (black) to 1 (white).
  public FloatImage show(FloatImage signal, double pitch, double fieldWidth, Execution execution) {
    int height = signal.height();
    int width = signal.width();
    float[] depth = new float[height * width];
    execution.strips(
        height,
        8,
        (from, to) -> {
          for (int at = from * width; at < to * width; at++) {
            depth[at] = (float) -StrictMath.log(signal.values()[at]);
          }
        });
    FloatImage deep = new FloatImage(depth, height, width);
    FloatImage coarse = deep.coarse(BLOCK, execution);
    FloatImage broad = coarse.smoothed(0.055 * fieldWidth / pitch / BLOCK, execution);
    FloatImage local = coarse.smoothed(0.011 * fieldWidth / pitch / BLOCK, execution);
    double low = quantile(depth, 0.02);
    double high = quantile(depth, 0.985);
    double middle = (low + high) / 2;
    float[] grey = new float[height * width];
    execution.strips(
        height,
        8,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            for (int column = 0; column < width; column++) {
              int at = row * width + column;
              double v = depth[at];
              double b = broad.between(row, column, BLOCK);
              double l = local.between(row, column, BLOCK);
              double shown = v - flatness * (b - middle) + detail * (v - l);
              double share = (shown - low) / (high - low) - 0.5;
              grey[at] = (float) (toned(1.22 * share + brightness) * air(v));
            }
          }
        });
    return new FloatImage(grey, height, width);
  }

  /// An S-shaped curve from 0 to 1 with its middle at 0 and its ends far out.
  private static double toned(double share) {
    double x = 1.9 * share;
    return 0.5 + 0.5 * x / StrictMath.cbrt(1 + Math.abs(x * x * x));
  }

  /// What lets nearly all radiation pass is black.
  private static double air(double depth) {
    double t = Math.clamp((depth - 0.02) / 0.9, 0, 1);
    return t * t * (3 - 2 * t);
  }

  /// The value below which `share` of the body's pixels lie.
  private static double quantile(float[] depth, double share) {
    int[] counts = new int[BINS];
    int total = 0;
    for (float value : depth) {
      if (value > 0.9) {
        counts[Math.min(BINS - 1, (int) (value * (BINS / DEEPEST)))]++;
        total++;
      }
    }
    double wanted = share * total;
    int bin = 0;
    for (int below = counts[0]; below < wanted && bin < BINS - 1; below += counts[bin]) {
      bin++;
    }
    return (bin + 0.5) * DEEPEST / BINS;
  }
}
