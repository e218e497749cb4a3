package penumbra.dicom.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class InverseDctTest {
  @Test
  void isTheCosineTransformWithinOneStep() {
    SplittableRandom random = new SplittableRandom(81);
    for (int precision : new int[] {8, 12}) {
      for (int round = 0; round < 300; round++) {
        int[] block = new int[64];
        int reach = 1 << (precision - 2);
        for (int count = random.nextInt(1, 20); count > 0; count--) {
          block[random.nextInt(64)] = random.nextInt(-reach, reach);
        }
        short[] samples = new short[64];
        new InverseDct(precision).transform(block, false, samples, 0, 8);
        double[] expected = byDefinition(block, precision);
        for (int i = 0; i < 64; i++) {
          assertThat((double) samples[i]).isBetween(expected[i] - 1, expected[i] + 1);
        }
      }
    }
  }

  @Test
  void aBlockOfOneCoefficientIsTheSameByTheShortWay() {
    for (int precision : new int[] {8, 12}) {
      for (int first = -9000; first < 9000; first += 7) {
        int[] block = new int[64];
        block[0] = first;
        short[] whole = new short[64];
        short[] brief = new short[64];
        new InverseDct(precision).transform(block, false, whole, 0, 8);
        new InverseDct(precision).transform(block, true, brief, 0, 8);
        assertThat(brief).isEqualTo(whole);
      }
    }
  }

  /// T.81 A.3.3, and the shift of level of A.3.1.
  private static double[] byDefinition(int[] block, int precision) {
    double[] samples = new double[64];
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) {
        double sum = 0;
        for (int v = 0; v < 8; v++) {
          for (int u = 0; u < 8; u++) {
            double scale = (u == 0 ? Math.sqrt(0.5) : 1) * (v == 0 ? Math.sqrt(0.5) : 1) / 4;
            sum +=
                scale
                    * block[8 * v + u]
                    * Math.cos((2 * x + 1) * u * Math.PI / 16)
                    * Math.cos((2 * y + 1) * v * Math.PI / 16);
          }
        }
        double level = 1 << (precision - 1);
        samples[8 * y + x] = Math.clamp(sum + level, 0, 2 * level - 1);
      }
    }
    return samples;
  }
}
