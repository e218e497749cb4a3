package penumbra.core;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.core.Polarity.FOLLOWS;
import static penumbra.core.Polarity.FOLLOWS_FROM_ZERO;
import static penumbra.core.Polarity.INDEPENDENT;
import static penumbra.core.Polarity.MARKS;
import static penumbra.core.Polarity.TURNS;
import static penumbra.core.Polarity.UNKNOWN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.SobelMagnitude;
import penumbra.core.filter.intensity.MapRange;
import penumbra.core.filter.intensity.Threshold;

class PolarityTest {
  @ParameterizedTest
  @EnumSource
  void whatFollowsChangesNothingOnEitherSide(Polarity polarity) {
    assertThat(FOLLOWS.then(polarity)).isEqualTo(polarity);
    assertThat(polarity.then(FOLLOWS)).isEqualTo(polarity);
  }

  @Test
  void twoNegativesAreNone() {
    assertThat(TURNS.then(TURNS)).isEqualTo(FOLLOWS);
    assertThat(FOLLOWS_FROM_ZERO.then(TURNS)).isEqualTo(TURNS);
  }

  @ParameterizedTest
  @EnumSource
  void whatDoesNotDependOnTheInputsPolarityNeverDoesAgain(Polarity polarity) {
    assertThat(INDEPENDENT.then(polarity)).isEqualTo(INDEPENDENT);
    assertThat(MARKS.then(polarity)).isEqualTo(MARKS);
  }

  @Test
  void aChainHasThatOfItsFiltersInTheirOrder() {
    MapRange negative = MapRange.of(0, 255, 255, 0);
    assertThat(Gaussian.of(1).then(negative).polarity()).isEqualTo(TURNS);
    assertThat(negative.then(negative).polarity()).isEqualTo(FOLLOWS);
    assertThat(SobelMagnitude.standard().then(Threshold.binary(9)).polarity())
        .isEqualTo(INDEPENDENT);
    assertThat(Gaussian.of(1).then(Threshold.binary(9)).polarity()).isEqualTo(MARKS);
  }

  @Test
  void ofAFilterThatSaysNothingItIsNotKnown() {
    Filter silent = (input, _) -> input;
    assertThat(silent.polarity()).isEqualTo(UNKNOWN);
    assertThat(silent.then(SobelMagnitude.standard()).polarity()).isEqualTo(UNKNOWN);
  }
}
