package penumbra.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.catalogue.Catalogue;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.filter.Gaussian;

class GalleryFiltersTest {
  private static final int HEIGHT = 40;
  private static final int WIDTH = 50;

  static Stream<Filter> filters() {
    Boundary boundary = Boundary.reflect();
    return Stream.of(
        new Gamma(0.5, 255),
        new RunningMean(5, boundary, OutputType.DEFAULT),
        new LocalRange(boundary, OutputType.DEFAULT),
        new SigmaFilter(1, 30, boundary, OutputType.DEFAULT),
        new ScharrMagnitude(boundary, OutputType.DEFAULT));
  }

  private static NdArray noise() {
    byte[] bytes = new byte[HEIGHT * WIDTH];
    new Random(7).nextBytes(bytes);
    return NdArray.ofUint8(bytes, HEIGHT, WIDTH);
  }

  /// Rises by 2 a column.
  private static NdArray ramp() {
    double[] values = new double[HEIGHT * WIDTH];
    Arrays.setAll(values, i -> 2.0 * (i % WIDTH));
    return NdArray.of(DType.UINT8, values, HEIGHT, WIDTH);
  }

  private static double middle(Filter filter, NdArray input) {
    return filter.apply(input).get(HEIGHT / 2, WIDTH / 2);
  }

  @ParameterizedTest
  @MethodSource("filters")
  void eachGivesTheSameBitsOnAnyNumberOfThreadsAndAloneAsInAChain(Filter filter) {
    NdArray alone = filter.apply(noise(), Execution.ofThreads(1));
    assertThat(alone.type()).isEqualTo(DType.FLOAT32).isEqualTo(filter.resultType(DType.UINT8));
    assertThat(filter.apply(noise(), Execution.ofThreads(7)).sameBits(alone)).isTrue();
    NdArray smooth = Gaussian.of(1).apply(alone);
    assertThat(filter.then(Gaussian.of(1)).apply(noise()).sameBits(smooth)).isTrue();
  }

  @Test
  void onARampEachGivesWhatMathematicsSays() {
    NdArray ramp = ramp();
    double here = 2 * (WIDTH / 2);
    Boundary boundary = Boundary.reflect();
    assertThat(middle(new Gamma(2, 100), ramp)).isEqualTo(here * here / 100);
    assertThat(middle(new RunningMean(5, boundary, OutputType.DEFAULT), ramp)).isEqualTo(here);
    assertThat(middle(new LocalRange(boundary, OutputType.DEFAULT), ramp)).isEqualTo(4);
    assertThat(middle(new LocalMaximum(2.5, boundary), ramp)).isEqualTo(here + 4);
    assertThat(middle(new SigmaFilter(3, 4, boundary, OutputType.DEFAULT), ramp)).isEqualTo(here);
    assertThat(middle(new ScharrMagnitude(boundary, OutputType.DEFAULT), ramp))
        .isEqualTo(2 * 2 * 16);
  }

  @Test
  void theSigmaFilterLeavesAStepThatIsHigherThanDelta() {
    double[] values = new double[HEIGHT * WIDTH];
    Arrays.setAll(values, i -> i % WIDTH < WIDTH / 2 ? 10 : 200);
    NdArray step = NdArray.of(DType.UINT8, values, HEIGHT, WIDTH);
    Filter filter = new SigmaFilter(2, 50, Boundary.reflect(), OutputType.SAME);
    assertThat(filter.apply(step).sameBits(step)).isTrue();
  }

  @Test
  void filtersOfOnesOwnJoinWithOthers() {
    NdArray picture = UseFilters.picture(noise());
    assertThat(picture.shape()).containsExactly(HEIGHT, WIDTH);
    assertThat(Arrays.stream(picture.toDoubles()).max().orElseThrow()).isEqualTo(255);
  }

  @Test
  void theCatalogueKnowsTheGallerysOperationByItsName() {
    Filter turned = Catalogue.operation("solarize").build(Map.of("threshold", "10"));
    assertThat(turned).isEqualTo(new Solarize(10));
    NdArray mirrored = turned.apply(ramp());
    assertThat(mirrored.get(0, 5)).isEqualTo(10);
    assertThat(mirrored.get(0, 7)).isEqualTo(6);
    assertThat(Catalogue.names()).endsWith("solarize");
  }
}
