package penumbra.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.core.filter.Canny;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.SobelMagnitude;
import penumbra.core.filter.intensity.Normalize;
import penumbra.core.filter.intensity.Threshold;

/// A chain against its filters one by one.
class ChainTest {
  private static final OutputType BYTES = OutputType.of(DType.UINT8);
  private static final List<Filter> FILTERS =
      List.of(
          Threshold.keep(50),
          Threshold.keep(0.3),
          Threshold.binary(60),
          Normalize.toMaximum(255),
          Normalize.toMaximum(100).withOutputType(BYTES),
          Normalize.toRange(-1, 1),
          Normalize.toRange(0, 200).withOutputType(BYTES),
          Normalize.toMaximum(3).withOutputType(OutputType.of(DType.FLOAT16)),
          Normalize.toRange(0, 1e6).withOutputType(OutputType.of(DType.INT32)),
          Gaussian.of(1),
          SobelMagnitude.standard(),
          SobelMagnitude.standard().withOutputType(OutputType.SAME),
          Canny.of(20, 60),
          (input, execution) -> Gaussian.of(1).apply(input, execution),
          (input, _) -> input);

  private static NdArray oneByOne(List<Filter> filters, NdArray input, Execution execution) {
    NdArray array = input;
    for (Filter filter : filters) {
      array = filter.apply(array, execution);
    }
    return array;
  }

  @ParameterizedTest
  @EnumSource
  void givesTheBitsOfItsFiltersOneByOne(DType type) {
    Random random = new Random(type.label().hashCode());
    for (int round = 0; round < 60; round++) {
      int rows = random.nextInt(1, 150);
      int columns = random.nextInt(1, 90);
      double[] values = RandomArrays.values(round, rows * columns, round % 4 == 3);
      NdArray input = NdArray.of(type, values, rows, columns);
      byte[] before = input.toBytes();
      List<Filter> filters = new ArrayList<>();
      for (int left = random.nextInt(1, 6); left > 0; left--) {
        filters.add(FILTERS.get(random.nextInt(FILTERS.size())));
      }
      Chain chain = new Chain(filters);
      for (Precision precision : Precision.values()) {
        Execution execution = Execution.ofThreads(random.nextInt(1, 4)).withPrecision(precision);
        NdArray expected = oneByOne(filters, input, execution);
        var storage = new Storage();
        for (Execution place : List.of(execution, execution.withAllocator(storage::allocate))) {
          NdArray result = chain.apply(input, place);
          assertThat(result.sameBits(expected))
              .as("%s of %s, %s: %s, not %s", chain, input, precision, result, expected)
              .isTrue();
        }
        assertThat(storage.given).hasSizeLessThanOrEqualTo(1);
        DType known = chain.resultType(type);
        assertThat(known == null || known == expected.type()).isTrue();
      }
      assertThat(input.toBytes()).as("the input of %s", chain).isEqualTo(before);
    }
  }

  @Test
  void sharesLongArraysOutWithTheSameBits() {
    NdArray input = NdArray.of(DType.UINT16, RandomArrays.values(1, 400_000, false), 400, 1000);
    Chain chain =
        Gaussian.of(1)
            .then(Normalize.toMaximum(255))
            .then(Threshold.keep(50))
            .then(Normalize.toRange(0, 200).withOutputType(BYTES))
            .then(Threshold.binary(99));
    NdArray expected = oneByOne(chain.filters(), input, Execution.ofThreads(1));
    for (int threads : new int[] {1, 2, 5}) {
      assertThat(chain.apply(input, Execution.ofThreads(threads)).sameBits(expected)).isTrue();
    }
  }

  @Test
  void takesTheFinalStorageOnceAndFromTheStart() {
    NdArray input = NdArray.of(DType.UINT8, RandomArrays.values(1, 600, false), 20, 30);
    Filter normalized = Normalize.toMaximum(255).then(Threshold.keep(20));
    NdArray expected = normalized.apply(SobelMagnitude.standard().apply(input));
    var places = new ArrayList<MemorySegment>();
    var storage = new Storage();
    NdArray result =
        new Watched(places)
            .then(normalized)
            .apply(input, Execution.ofThreads(1).withAllocator(storage::allocate));
    assertThat(storage.given).containsExactly(2400L);
    assertThat(places).containsExactly(result.segment());
    assertThat(result.sameBits(expected)).isTrue();
  }

  @Test
  void keepsWhatLiesBetweenOffTheFinalStorage() {
    NdArray input = NdArray.of(DType.FLOAT32, RandomArrays.values(1, 600, false), 20, 30);
    var places = new ArrayList<MemorySegment>();
    var storage = new Storage();
    Filter bytes = Normalize.toMaximum(255).withOutputType(BYTES);
    new Watched(places)
        .then(bytes)
        .apply(input, Execution.ofThreads(1).withAllocator(storage::allocate));
    assertThat(storage.given).containsExactly(600L);
    assertThat(places.getFirst().byteSize()).isEqualTo(2400);
  }

  @Test
  void flattensChainsAndKeepsGreyLevelsIfAllDo() {
    Filter smooth = Gaussian.of(1);
    Filter edges = SobelMagnitude.standard();
    Chain chain = smooth.then(edges.then(smooth)).then(edges);
    assertThat(chain.filters()).containsExactly(smooth, edges, smooth, edges);
    assertThat(chain).isEqualTo(Chain.of(smooth, edges, smooth, edges));
    assertThat(chain.keepsGreyLevels()).isFalse();
    assertThat(smooth.then(smooth).keepsGreyLevels()).isTrue();
  }

  @Test
  void refusesToBeEmpty() {
    assertThatThrownBy(() -> new Chain(List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "the number of filters in a chain must be at least 1, but is 0; give the filters in"
                + " their order");
  }

  /// Counts what is asked of an allocator.
  private static final class Storage {
    private final List<Long> given = new ArrayList<>();

    MemorySegment allocate(long bytes, long alignment) {
      given.add(bytes);
      return MemorySegment.ofArray(new byte[(int) bytes]);
    }
  }

  /// The Sobel magnitude, and where it was put.
  private record Watched(List<MemorySegment> places) implements Filter {
    @Override
    public DType resultType(DType input) {
      return SobelMagnitude.standard().resultType(input);
    }

    @Override
    public NdArray apply(NdArray input, Execution execution) {
      NdArray result = SobelMagnitude.standard().apply(input, execution);
      places.add(result.segment());
      return result;
    }
  }
}
