package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.Precision;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.GaussianGradientMagnitude;
import penumbra.core.filter.GaussianLaplace;
import penumbra.core.filter.Laplace;
import penumbra.core.filter.PrewittMagnitude;
import penumbra.core.filter.Sobel;
import penumbra.core.filter.SobelMagnitude;

/// Fast results keep the bound that [Precision] states, on any number of threads with the same
/// bits.
class PrecisionTest {
  private static final int CASES = 60;
  private static final Execution FAST = Execution.allCores().withPrecision(Precision.FAST);

  /// A filter into a type, with what its bound needs to know.
  ///
  /// @param into the filter with an output type and a boundary
  /// @param taps weights of one axis
  /// @param gain what the rank makes of it: the sum over the branches of the products of the
  ///   weights' sums
  record Case(String name, Into into, int taps, java.util.function.IntToDoubleFunction gain) {
    @Override
    public String toString() {
      return name;
    }
  }

  interface Into {
    Filter of(OutputType type, Boundary boundary);
  }

  static Stream<Case> cases() {
    double first = magnitudes(NaiveReferenceTest.weights(1.5, 1));
    double second = magnitudes(NaiveReferenceTest.weights(1, 2));
    return Stream.of(
        new Case(
            "gaussian 0.6",
            (t, b) -> Gaussian.of(0.6).withOutputType(t).withBoundary(b),
            5,
            _ -> 1),
        new Case(
            "gaussian 7", (t, b) -> Gaussian.of(7).withOutputType(t).withBoundary(b), 57, _ -> 1),
        new Case(
            "gaussian-laplace",
            (t, b) -> GaussianLaplace.of(1).withOutputType(t).withBoundary(b),
            9,
            rank -> rank * second),
        new Case(
            "gaussian-gradient-magnitude",
            (t, b) -> GaussianGradientMagnitude.of(1.5).withOutputType(t).withBoundary(b),
            13,
            rank -> rank * first),
        new Case("laplace", (t, b) -> new Laplace(b, t), 3, rank -> rank * 4),
        new Case(
            "sobel",
            (t, b) -> Sobel.along(-1).withOutputType(t).withBoundary(b),
            3,
            rank -> 2 * Math.pow(4, rank - 1)),
        new Case(
            "sobel-magnitude",
            (t, b) -> new SobelMagnitude(b, t),
            3,
            rank -> rank * 2 * Math.pow(4, rank - 1)),
        new Case(
            "prewitt-magnitude",
            (t, b) -> new PrewittMagnitude(b, t),
            3,
            rank -> rank * 2 * Math.pow(3, rank - 1)));
  }

  private static double magnitudes(double[] weights) {
    return Arrays.stream(weights).map(Math::abs).sum();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fastStaysWithinItsBound(Case filter) {
    var random = SplitMix64.of("fast " + filter);
    for (int i = 0; i < CASES; i++) {
      DType type = random.oneOf(DType.UINT8, DType.UINT16, DType.INT16, DType.FLOAT32, DType.INT32);
      List<Integer> shape =
          random.oneOf(
              List.of(1 + random.below(400)),
              List.of(1 + random.below(40), 1 + random.below(70)),
              List.of(1 + random.below(5), 1 + random.below(12), 1 + random.below(30)));
      var input = new GeneratedInput(type, shape, GeneratedInput.Flavour.FULL);
      NdArray array = input.array();
      Boundary boundary = RandomCase.boundary(random);
      double[] exact =
          filter.into().of(OutputType.of(DType.FLOAT64), boundary).apply(array).toDoubles();
      double largest =
          Math.max(
              Math.abs(boundary.outside()),
              Arrays.stream(array.toDoubles()).map(Math::abs).max().orElse(0));
      int rank = array.rank();
      double bound =
          (filter.taps() * rank + 8) * 0x1p-24 * filter.gain().applyAsDouble(rank) * largest;
      double[] fast =
          filter.into().of(OutputType.of(DType.FLOAT32), boundary).apply(array, FAST).toDoubles();
      DType whole = random.oneOf(DType.UINT8, DType.INT16);
      double[] rounded =
          filter.into().of(OutputType.of(whole), boundary).apply(array, FAST).toDoubles();
      for (int at = 0; at < exact.length; at++) {
        assertThat(Math.abs(fast[at] - exact[at]))
            .as("[%s] of %s %s", at, input.name(), boundary)
            .isLessThanOrEqualTo(bound);
        assertThat(Math.abs(rounded[at] - Math.clamp(exact[at], whole.min(), whole.max())))
            .as("[%s] of %s %s as %s", at, input.name(), boundary, whole)
            .isLessThanOrEqualTo(0.5 + bound);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fastHasTheSameBitsOnAnyNumberOfThreads(Case filter) {
    for (String name :
        List.of("uint8/211x97/image", "float32/7x61x33/full", "float32/1x9000/full")) {
      NdArray array = GeneratedInput.named(name).array();
      Filter fast = filter.into().of(OutputType.DEFAULT, Boundary.reflect());
      NdArray alone = fast.apply(array, Execution.ofThreads(1).withPrecision(Precision.FAST));
      for (int threads : new int[] {2, 7}) {
        var execution = Execution.ofThreads(threads).withPrecision(Precision.FAST);
        assertThat(Bits.mismatch(alone, fast.apply(array, execution))).as(name).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void doublesAreExactInEitherPrecision(Case filter) {
    NdArray array = GeneratedInput.named("float64/33x41/full").array();
    Filter any = filter.into().of(OutputType.DEFAULT, Boundary.reflect());
    assertThat(Bits.mismatch(any.apply(array), any.apply(array, FAST))).isEmpty();
  }
}
