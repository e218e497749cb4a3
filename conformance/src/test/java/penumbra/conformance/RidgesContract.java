package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import penumbra.core.kernel.LineKernels;

/// What the inner loop of Canny's thinning promises, in single and in double precision.
abstract class RidgesContract {
  /// Numbers of places that loops are tried on.
  static final int[] LENGTHS = {16, 32, 48, 112, 1024};

  /// The implementation under test.
  abstract LineKernels kernels();

  @Test
  void ridgesExceedTheirNeighboursAlongTheGradient() {
    var random = SplitMix64.of("ridges");
    for (int n : LENGTHS) {
      int stride = n + 32;
      float[] m = new float[3 * stride];
      for (int i = 0; i < m.length; i++) {
        m[i] = random.below(6);
      }
      float[] dx = new float[n];
      float[] dy = new float[n];
      for (int x = 0; x < n; x++) {
        dx[x] = random.below(9) - 4.5f; // a gradient of length 0 has no direction
        dy[x] = random.below(9) - 4;
      }
      int above = 16;
      int here = stride + 16;
      int below = 2 * stride + 16;
      m[here + 5] = Float.NaN;
      int[] found = new int[n];
      int count = kernels().ridges(m, above, here, below, dx, dy, 1, found, n);
      int[] expected =
          java.util.stream.IntStream.range(0, n)
              .filter(x -> isRidge(m, above + x, here + x, below + x, dx[x], dy[x]))
              .toArray();
      assertThat(Arrays.copyOf(found, count)).isEqualTo(expected);
      int[] again = new int[n];
      int inDouble =
          kernels().ridges(widened(m), above, here, below, widened(dx), widened(dy), 1, again, n);
      assertThat(Arrays.copyOf(again, inDouble)).isEqualTo(expected);
    }
  }

  private static double[] widened(float[] values) {
    double[] wide = new double[values.length];
    Arrays.setAll(wide, i -> values[i]);
    return wide;
  }

  private static boolean isRidge(float[] m, int above, int here, int below, float dx, float dy) {
    double angle = Math.toDegrees(Math.atan2(Math.abs(dy), Math.abs(dx)));
    float centre = m[here];
    if (!(centre > 1)) {
      return false;
    }
    if (angle < 22.5) {
      return centre > m[here - 1] && centre >= m[here + 1];
    }
    if (angle > 67.5) {
      return centre > m[above] && centre >= m[below];
    }
    int side = (dx < 0) == (dy < 0) ? 1 : -1;
    return centre > m[above - side] && centre > m[below + side];
  }
}
