package penumbra.core.engine.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class CMathTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "-0.5, 0.6065306597126334",
    "-2, 0.1353352832366127",
    "-8, 0.00033546262790251185",
    // Here the C library is an ulp below the correctly rounded value.
    "-0.8535922236546749, 0.4258823163169635"
  })
  void knowsTheExponentialOfTheCLibrary(double x, double expected) {
    assertThat(CMath.exp(x)).isEqualTo(expected);
  }

  @Test
  void staysWithinOneUlpOfTheExponential() {
    Random random = new Random(11);
    for (int i = 0; i < 100_000; i++) {
      double x = random.nextDouble() * 1400 - 700;
      double expected = StrictMath.exp(x);
      assertThat(Math.abs(CMath.exp(x) - expected)).isLessThanOrEqualTo(Math.ulp(expected));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3, 4, 5",
    "-3, 4, 5",
    "0, 0, 0",
    "1e200, 1e200, 1.4142135623730951e200",
    "3e-300, 4e-300, 5e-300",
    "NaN, 1, NaN",
    "NaN, Infinity, Infinity",
    "-Infinity, 0, Infinity"
  })
  void knowsTheHypotenuse(double x, double y, double expected) {
    assertThat(Double.compare(CMath.hypot(x, y), expected)).isZero();
  }
}
