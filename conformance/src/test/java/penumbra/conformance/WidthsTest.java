package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.Sobel;

/// Every width from 1 to 300 against the naive twin, so that no remainder behind whole vectors, no
/// edge of a block and no short line goes unseen.
class WidthsTest {
  private static final int WIDEST = 300;
  private static final int HEIGHT = 3;

  @ParameterizedTest
  @ValueSource(strings = {"uint8", "uint16", "int16", "float32", "float64"})
  void everyWidthHasTheTwinsBits(String label) {
    DType type = DType.ofLabel(label);
    var random = SplitMix64.of("widths " + label);
    for (int width = 1; width <= WIDEST; width++) {
      var input = new GeneratedInput(type, List.of(HEIGHT, width), GeneratedInput.Flavour.FULL);
      NdArray array = input.array();
      Boundary boundary = RandomCase.boundary(random);
      var execution = Execution.ofThreads(random.oneOf(1, 2, 7));
      String name = input.name() + " " + boundary + " on " + execution.threads() + " threads";

      Naive difference =
          Naive.of(array)
              .correlate(1, new double[] {-1, 0, 1}, boundary, type.real())
              .correlate(0, new double[] {1, 2, 1}, boundary, type.real());
      NdArray sobel = Sobel.along(1).withBoundary(boundary).apply(array, execution);
      assertThat(Bits.mismatch(difference.stored(type.real()), sobel)).as(name).isEmpty();

      Gaussian gaussian = Gaussian.of(0.8).withBoundary(boundary);
      OutputType same = OutputType.of(type);
      NdArray smooth = gaussian.withOutputType(same).apply(array, execution);
      double[] weights = NaiveReferenceTest.weights(0.8, 0);
      Naive naive =
          Naive.of(array)
              .correlate(0, weights, boundary, type)
              .correlate(1, weights, boundary, type);
      assertThat(Bits.mismatch(naive.stored(type), smooth)).as(name).isEmpty();
    }
  }

  /// Wide rows are filtered in blocks of columns, and long kernels several rows at once.
  @ParameterizedTest
  @CsvSource({"4097, 0.8", "9001, 1.3", "5003, 8"})
  void blocksOfColumnsJoinWithoutASeam(int width, double sigma) {
    double[] weights = NaiveReferenceTest.weights(sigma, 0);
    double[] slope = NaiveReferenceTest.weights(sigma, 1);
    for (String boundaryName : Boundary.NAMES) {
      Boundary boundary = Boundary.named(boundaryName, 7.5);
      for (DType type : List.of(DType.UINT8, DType.FLOAT32)) {
        var input = new GeneratedInput(type, List.of(11, width), GeneratedInput.Flavour.IMAGE);
        NdArray array = input.array();
        String name = input.name() + " " + boundary + " sigma " + sigma;

        Naive down = Naive.of(array).correlate(0, weights, boundary, DType.FLOAT32);
        NdArray smooth = Gaussian.of(sigma).withOrder(0, 1).withBoundary(boundary).apply(array);
        Naive naive = down.correlate(1, slope, boundary, DType.FLOAT32);
        assertThat(Bits.mismatch(naive.stored(DType.FLOAT32), smooth)).as(name).isEmpty();

        Naive difference =
            Naive.of(array)
                .correlate(1, new double[] {-1, 0, 1}, boundary, DType.FLOAT32)
                .correlate(0, new double[] {1, 2, 1}, boundary, DType.FLOAT32);
        NdArray sobel = Sobel.along(1).withBoundary(boundary).apply(array);
        assertThat(Bits.mismatch(difference.stored(DType.FLOAT32), sobel)).as(name).isEmpty();
      }
    }
  }
}
