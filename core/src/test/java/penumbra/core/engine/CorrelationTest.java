package penumbra.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.Sobel;
import penumbra.core.filter.SobelMagnitude;

class CorrelationTest {
  private static NdArray impulse() {
    return NdArray.of(DType.FLOAT64, new double[] {0, 0, 0, 1, 0, 0, 0}, 7);
  }

  private static NdArray image() {
    byte[] bytes = new byte[31 * 17];
    new java.util.Random(3).nextBytes(bytes);
    return NdArray.ofUint8(bytes, 31, 17);
  }

  @Test
  void anImpulseGivesTheWeightsFromTheLastToTheFirst() {
    double[] response = Correlation.of(Pass.along(0, 1, 2, 4)).apply(impulse()).toDoubles();
    assertThat(response).containsExactly(0, 0, 4, 2, 1, 0, 0);
  }

  @Test
  void aPositiveOriginMovesTheResultToTheBack() {
    Weights moved = Weights.of(1, 2, 4).withOrigin(1);
    assertThat(Correlation.of(new Pass(0, moved)).apply(impulse()).toDoubles())
        .containsExactly(0, 0, 0, 4, 2, 1, 0);
    assertThat(moved.before()).isEqualTo(2);
    assertThat(moved.after()).isZero();
  }

  @Test
  void penumbrasOwnFiltersAreCorrelations() {
    Correlation sobel = Correlation.of(Pass.along(1, -1, 0, 1), Pass.along(0, 1, 2, 1));
    assertThat(sobel.apply(image()).sameBits(Sobel.along(1).apply(image()))).isTrue();
    Correlation magnitude =
        Correlation.magnitude(
            List.of(Pass.along(0, -1, 0, 1), Pass.along(1, 1, 2, 1)),
            List.of(Pass.along(-1, -1, 0, 1), Pass.along(-2, 1, 2, 1)));
    assertThat(magnitude.apply(image()).sameBits(SobelMagnitude.standard().apply(image())))
        .isTrue();
    Weights weights = Weights.gaussian(2);
    Correlation gaussian = Correlation.of(new Pass(0, weights), new Pass(1, weights));
    assertThat(gaussian.apply(image()).sameBits(Gaussian.of(2).apply(image()))).isTrue();
  }

  @Test
  void aTermWithoutPassesIsTheInput() {
    Correlation twice = Correlation.sum(List.of(), List.of());
    assertThat(twice.withOutputType(OutputType.of(DType.INT32)).apply(image()).get(3, 4))
        .isEqualTo(2 * image().get(3, 4));
  }

  @Test
  void eachAxisMayHaveABoundaryOfItsOwn() {
    NdArray ones = NdArray.ofUint8(new byte[] {1, 1, 1, 1}, 2, 2);
    Correlation sum = Correlation.of(Pass.along(0, 1, 1, 1), Pass.along(1, 1, 1, 1));
    assertThat(sum.withBoundary(Boundary.zero(), Boundary.reflect()).apply(ones).toDoubles())
        .containsOnly(6);
    assertThat(sum.withBoundary(Boundary.zero()).apply(ones).toDoubles()).containsOnly(4);
  }

  @Test
  void equalWeightsMakeEqualFilters() {
    assertThat(Correlation.of(Pass.along(0, 1, 2))).isEqualTo(Correlation.of(Pass.along(0, 1, 2)));
    assertThat(Weights.of(1, 2)).isNotEqualTo(Weights.of(1, 2).withOrigin(-1));
    assertThat(Weights.of(1, 2).withOrigin(-1)).hasToString("[1.0, 2.0] origin -1");
    assertThat(Weights.of(1, 2).times(3).toArray()).containsExactly(3, 6);
  }

  @Test
  void mistakesAreToldInOneLine() {
    assertThatThrownBy(() -> Correlation.sum().apply(image()))
        .hasMessage(
            "the number of terms of a correlation must be at least 1, but is 0;"
                + " give the passes of each term");
    assertThatThrownBy(() -> Correlation.of(Pass.along(2, 1)).apply(image()))
        .hasMessage(
            "axis must lie in -2..1 for an array of 2 axes, but is 2;"
                + " count axes from 0, or from -1 at the end");
    assertThatThrownBy(() -> Weights.gaussian(0))
        .hasMessage(
            "sigma must be a finite number above 0, but is 0.0;"
                + " leave an axis out to leave it unsmoothed");
    assertThatThrownBy(() -> Weights.of(1, 2, 1).withOrigin(-2))
        .hasMessage(
            "origin must lie in -1..1 for a window of size 3, but is -2;"
                + " let the window cover the output's place");
    assertThatThrownBy(() ->
            Correlation.of(Pass.along(0, 1))
                .withBoundary(Boundary.zero(), Boundary.zero(), Boundary.zero())
                .apply(image()))
        .hasMessageStartingWith("boundary must have one value or one for each of the 2 axes");
    assertThatThrownBy(() -> Span.of(0))
        .hasMessage("size must be at least 1, but is 0; give 1 for the place itself");
    assertThatThrownBy(() -> new Span(-1, 0))
        .hasMessage("before must be at least 0, but is -1; count the places in front");
  }
}
