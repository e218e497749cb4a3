package penumbra.bench;

import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.filter.Gaussian;

/// The weights of Penumbra's Gaussian, from its response to an impulse, so that other libraries get
/// exactly the same.
final class KernelWeights {
  private static final double TRUNCATE = 4;

  private KernelWeights() {}

  /// The weights of the derivative of that order, from `-radius` to `radius`.
  static float[] gaussian(double sigma, int order) {
    int radius = radius(sigma);
    double[] impulse = new double[4 * radius + 1];
    impulse[2 * radius] = 1;
    double[] answer =
        Gaussian.of(sigma)
            .withOrder(order)
            .withTruncate(TRUNCATE)
            .apply(NdArray.ofFloat64(impulse, impulse.length), Execution.ofThreads(1))
            .toDoubles();
    float[] weights = new float[2 * radius + 1];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) answer[3 * radius - i]; // the answer is the kernel turned round
    }
    return weights;
  }

  /// How far the kernel reaches.
  static int radius(double sigma) {
    return (int) (TRUNCATE * sigma + 0.5);
  }
}
