package penumbra.core.engine.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class FftTest {
  private static final double TOLERANCE = 1e-10;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 12, 13, 16, 17, 31, 64, 97, 100})
  void agreesWithTheSumThatDefinesIt(int n) {
    Fft fft = new Fft(n);
    double[] re = randomBuffer(fft, n, 1);
    double[] im = randomBuffer(fft, n, 2);
    double[] x = re.clone();
    double[] y = im.clone();
    fft.forward(re, im);
    for (int k = 0; k < n; k++) {
      double sumRe = 0;
      double sumIm = 0;
      for (int j = 0; j < n; j++) {
        double angle = -2 * Math.PI * (j * k % n) / n;
        sumRe += x[j] * Math.cos(angle) - y[j] * Math.sin(angle);
        sumIm += x[j] * Math.sin(angle) + y[j] * Math.cos(angle);
      }
      assertThat(re[k]).isCloseTo(sumRe, within(TOLERANCE));
      assertThat(im[k]).isCloseTo(sumIm, within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6, 9, 128, 930, 1568})
  void isUndoneByItsInverse(int n) {
    Fft fft = new Fft(n);
    double[] re = randomBuffer(fft, n, 3);
    double[] im = randomBuffer(fft, n, 4);
    double[] before = Arrays.copyOf(re, n);
    fft.forward(re, im);
    fft.inverse(re, im);
    for (int k = 0; k < n; k++) {
      assertThat(re[k]).isCloseTo(before[k], within(TOLERANCE));
    }
  }

  private static double[] randomBuffer(Fft fft, int n, long seed) {
    Random random = new Random(seed);
    double[] values = new double[fft.bufferLength()];
    for (int i = 0; i < n; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }
}
