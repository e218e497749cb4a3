package penumbra.figure.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | 255 | 7 | 0 50 100 150 200 250
          0 | 1023 | 7 | 0 200 400 600 800 1000
          0 | 24801 | 5 | 0 5,000 10,000 15,000 20,000
          -1 | 1 | 5 | −1.0 −0.5 0 0.5 1.0
          -66.3 | 66.3 | 7 | −60 −40 −20 0 20 40 60
          0 | 2.5e7 | 3 | 0 1×10⁷ 2×10⁷
          0 | 3e-7 | 4 | 0 1×10⁻⁷ 2×10⁻⁷ 3×10⁻⁷
          0.1 | 0.3 | 3 | 0.1 0.2 0.3
          0 | 255 | 1 | 0
          7 | 7 | 5 | 7
          """)
  void areRoundAndWellSet(double min, double max, int most, String labels) {
    assertThat(String.join(" ", Ticks.between(min, max, most).labels())).isEqualTo(labels);
  }

  @Test
  void stayWithinTheAxisInAscendingOrderAndNotTooMany() {
    var random = new Random(20261123);
    for (int trial = 0; trial < 5000; trial++) {
      double scale = Math.pow(10, random.nextInt(25) - 12);
      double min = random.nextGaussian() * scale;
      double max = min + (random.nextDouble() + 1e-3) * scale;
      int most = 1 + random.nextInt(9);
      Ticks ticks = Ticks.between(min, max, most);
      String trialText = min + " to " + max + " in " + most;
      double slack = (max - min) * 1e-6;
      assertThat(ticks.values()).as(trialText).hasSizeBetween(1, most).isSorted();
      assertThat(ticks.values()).as(trialText).allMatch(v -> v >= min - slack && v <= max + slack);
      assertThat(ticks.labels()).as(trialText).doesNotHaveDuplicates();
    }
  }

  @Test
  void aDecimalTickIsTheDoubleNearestToItsLabel() {
    assertThat(Ticks.between(0, 0.5, 6).values()).isEqualTo(List.of(0.0, 0.1, 0.2, 0.3, 0.4, 0.5));
  }
}
