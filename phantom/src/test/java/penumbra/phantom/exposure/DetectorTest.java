package penumbra.phantom.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import penumbra.core.Execution;

final class DetectorTest {
  private static final int SIDE = 128;
  private static final Execution ALONE = Execution.ofThreads(1);

  @Test
  void aSlabWeakensTheBeamByBeerAndLambertsLaw() {
    double water = 0.2269 * 10;
    FloatImage signal = new Detector(0, 4, 1e12, 0.5, 1).expose(slab(water), 0.03, ALONE);
    assertThat(mean(signal)).isCloseTo(StrictMath.exp(-water), offset(1e-6));
  }

  @Test
  void twoSlabsWeakenByTheProductOfBoth() {
    Detector detector = new Detector(0, 4, 1e12, 0.5, 1);
    double one = mean(detector.expose(slab(0.7), 0.03, ALONE));
    double other = mean(detector.expose(slab(1.1), 0.03, ALONE));
    double both = mean(detector.expose(slab(1.8), 0.03, ALONE));
    assertThat(both).isCloseTo(one * other, offset(1e-6));
  }

  @Test
  void scatterAddsItsShareOfTheInteractingRadiation() {
    double passed = StrictMath.exp(-1.5);
    FloatImage signal = new Detector(0.35, 4, 1e12, 0.5, 1).expose(slab(1.5), 0.03, ALONE);
    assertThat(mean(signal)).isCloseTo(passed + 0.35 * passed * (1 - passed), offset(1e-5));
  }

  @Test
  void theNoiseOfCountedQuantaHasTheirVariance() {
    double quanta = 2000;
    // A blur of zero reach leaves the pixels independent.
    FloatImage signal = new Detector(0, 4, quanta, 1e-16, 7).expose(slab(1), 0.03, ALONE);
    double mean = mean(signal);
    double squares = 0;
    for (float value : signal.values()) {
      squares += (value - mean) * (value - mean);
    }
    double variance = squares / signal.values().length;
    assertThat(variance * quanta / mean).isCloseTo(1, offset(0.04));
  }

  @Test
  void bellShapedNoiseHasMeanZeroAndVarianceOne() {
    double sum = 0;
    double squares = 0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      double value = Noise.bell(3, i);
      sum += value;
      squares += value * value;
    }
    assertThat(sum / n).isCloseTo(0, offset(0.01));
    assertThat(squares / n).isCloseTo(1, offset(0.02));
  }

  private static FloatImage slab(double attenuation) {
    float[] values = new float[SIDE * SIDE];
    Arrays.fill(values, (float) attenuation);
    return new FloatImage(values, SIDE, SIDE);
  }

  private static double mean(FloatImage grid) {
    double sum = 0;
    for (float value : grid.values()) {
      sum += value;
    }
    return sum / grid.values().length;
  }
}
