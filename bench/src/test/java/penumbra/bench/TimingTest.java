package penumbra.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimingTest {
  @Test
  void theIntervalOfTenIterationsLeavesTheFastestAndTheSlowestOut() {
    double[] medians = {5, 1, 4, 3, 9, 2, 6, 7, 8, 100};

    assertThat(Timing.of(5.2, medians, 70)).isEqualTo(new Timing(5.2, 2, 9, 70));
  }

  @Test
  void theIntervalOfFewIterationsIsTheirWholeRange() {
    assertThat(Timing.of(3, new double[] {4, 2, 3}, 5)).isEqualTo(new Timing(3, 2, 4, 5));
  }

  @Test
  void theIntervalHoldsTheMedianOfAllCalls() {
    assertThat(Timing.of(1.5, new double[] {2, 2, 2}, 9).low()).isEqualTo(1.5);
  }

  @Test
  void aRatioIsSpeedAndItsIntervalTakesTheWorstOfBoth() {
    Timing mine = new Timing(2, 1, 4, 9);
    Timing other = new Timing(8, 6, 12, 9);

    Timing.Ratio ratio = mine.speedOver(other);

    assertThat(ratio).isEqualTo(new Timing.Ratio(4, 1.5, 12));
  }

  @Test
  void numbersHaveThreeDigitsAndTheErrorEndsAtTheSamePlace() {
    assertThat(Digits.of(new Timing(1.5342, 1.5, 1.6, 9))).isEqualTo("1.53 ± 0.05");
    assertThat(Digits.of(new Timing(697.4, 690, 710, 9))).isEqualTo("697 ± 10");
    assertThat(Digits.of(0.05321)).isEqualTo("0.0532");
    assertThat(Digits.of(new Timing.Ratio(1.421, 1.38, 1.473))).isEqualTo("1.42 (1.38 to 1.47)");
    assertThat(Double.parseDouble(Digits.of(23.37))).isCloseTo(23.4, within(1e-9));
  }
}
