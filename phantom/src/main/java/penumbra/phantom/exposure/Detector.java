package penumbra.phantom.exposure;

import penumbra.core.Execution;

/// Turns line integrals into the signal of a flat detector.
///
/// The primary radiation follows the Beer-Lambert law, `exp(-integral)`. A part of the attenuated
/// radiation arrives as scatter, which is a broad blur. Quanta are counted with Poisson noise (for
/// these counts a normal distribution of variance `n`), and the screen blurs a little.
///
/// @param scatterShare how much of the interacting radiation the grid lets through as scatter
/// @param scatterReach standard deviation of the scatter's blur, in cm
/// @param quanta how many quanta an unattenuated pixel counts
/// @param blur standard deviation of the screen's blur, in pixels
/// @param seed of the noise
public record Detector(
    double scatterShare, double scatterReach, double quanta, double blur, long seed) {
  private static final int BLOCK = 16;

  /// The detected share of the unattenuated radiation, in each pixel.
  public FloatImage expose(FloatImage attenuation, double pitch, Execution execution) {
    int height = attenuation.height();
    int width = attenuation.width();
    float[] primary = new float[height * width];
    float[] lost = new float[height * width];
    execution.strips(
        height,
        8,
        (from, to) -> {
          for (int at = from * width; at < to * width; at++) {
            double passed = StrictMath.exp(-attenuation.values()[at]);
            primary[at] = (float) passed;
            lost[at] = (float) (passed * (1 - passed));
          }
        });
    FloatImage scatter =
        new FloatImage(lost, height, width)
            .coarse(BLOCK, execution)
            .smoothed(Math.max(0.5, scatterReach / pitch / BLOCK), execution);
    float[] counted = new float[height * width];
    execution.strips(
        height,
        8,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            for (int column = 0; column < width; column++) {
              int at = row * width + column;
              double signal = primary[at] + scatterShare * scatter.between(row, column, BLOCK);
              double noise = Math.sqrt(signal / quanta) * Noise.bell(seed, at);
              counted[at] = (float) Math.max(signal + noise, 0.5 / quanta);
            }
          }
        });
    return new FloatImage(counted, height, width).smoothed(blur, execution);
  }
}
