package penumbra.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KernelWeightsTest {
  @Test
  void aGaussianIsSymmetricSumsToOneAndReachesFourStandardDeviations() {
    float[] weights = KernelWeights.gaussian(2, 0);

    assertThat(weights).hasSize(17);
    assertThat(moment(weights, 0)).isCloseTo(1, within(1e-6));
    assertThat(moment(weights, 1)).isCloseTo(0, within(1e-6));
    assertThat(weights[8] / weights[10]).isCloseTo((float) Math.exp(0.5), within(1e-5f));
  }

  @Test
  void theSlopesWeightsTurnARampIntoItsSlope() {
    float[] weights = KernelWeights.gaussian(1, 1);

    assertThat(moment(weights, 0)).isCloseTo(0, within(1e-6));
    assertThat(moment(weights, 1)).isCloseTo(1, within(2e-3));
  }

  @Test
  void theSecondDerivativesWeightsTurnAParabolaIntoTwiceItsBend() {
    float[] weights = KernelWeights.gaussian(1, 2);

    assertThat(moment(weights, 2)).isCloseTo(2, within(2e-2));
  }

  /// What correlation with the weights makes of `x^power` at 0.
  private static double moment(float[] weights, int power) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * Math.pow(i - weights.length / 2, power);
    }
    return sum;
  }
}
