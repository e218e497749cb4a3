package penumbra.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.PerAxis;
import penumbra.core.Precision;
import penumbra.core.engine.Footprint;
import penumbra.core.engine.Span;

/// The contract of the open engine for line filters and neighbourhood filters: the bits of the
/// naive twin, for every type, boundary, shape and axis, on any number of threads.
class OpenEngineTest {
  private static final List<Integer> LENGTHS = List.of(0, 1, 7, 8, 9, 13, 207);
  private static final List<Boundary> BOUNDARIES =
      List.of(
          new Boundary.Reflect(),
          new Boundary.Constant(0),
          new Boundary.Constant(-7.5),
          new Boundary.Nearest(),
          new Boundary.Mirror(),
          new Boundary.Wrap());
  private static final List<DType> TYPES =
      Arrays.stream(DType.values()).filter(type -> type != DType.FLOAT16).toList();

  /// Each length along each axis of arrays of one to four axes, the others short.
  static Stream<List<Integer>> shapes() {
    return IntStream.rangeClosed(1, 4)
        .boxed()
        .flatMap(rank ->
            IntStream.range(0, rank)
                .boxed()
                .flatMap(axis -> LENGTHS.stream().map(length -> shape(rank, axis, length))));
  }

  private static List<Integer> shape(int rank, int axis, int length) {
    int[] others = {4, 3, 2, 5};
    return IntStream.range(0, rank).mapToObj(i -> i == axis ? length : others[i]).toList();
  }

  private static NdArray input(DType type, List<Integer> shape) {
    var flavour = type.isInteger() ? GeneratedInput.Flavour.FULL : GeneratedInput.Flavour.SPECIAL;
    return new GeneratedInput(type, shape, flavour).array();
  }

  private static void assertHasTheBits(NdArray expected, Filter filter, NdArray input) {
    for (int threads : new int[] {1, 2, 7}) {
      NdArray actual = filter.apply(input, Execution.ofThreads(threads));
      assertThat(Bits.mismatch(expected, actual))
          .as("%s of %s on %d threads", filter, input, threads)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void linesHaveTheBitsOfTheirTwin(List<Integer> shape) {
    var random = SplitMix64.of("lines " + shape);
    for (int axis = 0; axis < shape.size(); axis++) {
      for (Boundary boundary : BOUNDARIES) {
        DType type = random.oneOf(TYPES.toArray(DType[]::new));
        DType output = random.oneOf(TYPES.toArray(DType[]::new));
        Span span = new Span(random.below(4), random.below(12));
        var filter =
            new OwnFilters.WeightedLine(
                span, List.of(axis - shape.size()), PerAxis.of(boundary), OutputType.of(output));
        NdArray input = input(type, shape);
        assertHasTheBits(alongLines(input, axis, span, boundary, output), filter, input);
      }
    }
  }

  private static NdArray alongLines(
      NdArray input, int axis, Span span, Boundary boundary, DType output) {
    int[][] offsets = new int[span.size()][input.rank()];
    for (int k = 0; k < offsets.length; k++) {
      offsets[k][axis] = k - span.before();
    }
    return NaiveWindows.filter(
        input, offsets, filled(input, boundary), output, OwnFilters.WeightedWindow::weighted);
  }

  private static List<Boundary> filled(NdArray input, Boundary boundary) {
    return Collections.nCopies(input.rank(), boundary);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void oneAxisAfterTheOtherIsStoredInTheOutputTypeBetween(List<Integer> shape) {
    var random = SplitMix64.of("axes " + shape);
    for (DType output : List.of(DType.UINT8, DType.INT16, DType.FLOAT32, DType.FLOAT64)) {
      Span span = Span.of(3, random.below(3) - 1);
      List<Boundary> boundaries = boundaries(random, shape.size());
      List<Integer> along = IntStream.range(0, shape.size()).boxed().toList();
      var filter =
          new OwnFilters.WeightedLine(
              span, along, new PerAxis<>(boundaries), OutputType.of(output));
      NdArray input = input(DType.INT16, shape);
      NdArray expected = input;
      for (int axis : along) {
        expected = alongLines(expected, axis, span, boundaries.get(axis), output);
      }
      assertHasTheBits(expected, filter, input);
    }
  }

  private static List<Boundary> boundaries(SplitMix64 random, int rank) {
    List<Boundary> drawn = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      drawn.add(
          random.below(3) == 0
              ? new Boundary.Constant(axis + 0.5)
              : random.oneOf(BOUNDARIES.toArray(Boundary[]::new)));
    }
    return drawn;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void neighbourhoodsHaveTheBitsOfTheirTwin(List<Integer> shape) {
    var random = SplitMix64.of("windows " + shape);
    for (int i = 0; i < 8; i++) {
      DType type = random.oneOf(TYPES.toArray(DType[]::new));
      DType output = random.oneOf(TYPES.toArray(DType[]::new));
      List<Boundary> boundaries = boundaries(random, shape.size());
      Footprint footprint = footprint(random, shape.size());
      NdArray input = input(type, shape);
      NdArray expected =
          NaiveWindows.filter(
              input, footprint.offsets(), boundaries, output, OwnFilters.WeightedWindow::weighted);
      for (OwnFilters.Written written : OwnFilters.Written.values()) {
        var filter =
            new OwnFilters.WeightedWindow(
                footprint, new PerAxis<>(boundaries), OutputType.of(output), written);
        assertHasTheBits(expected, filter, input);
      }
    }
  }

  private static Footprint footprint(SplitMix64 random, int rank) {
    int[] shape = new int[rank];
    int[] origin = new int[rank];
    int places = 1;
    for (int axis = 0; axis < rank; axis++) {
      shape[axis] = 1 + random.below(rank < 3 ? 5 : 3);
      origin[axis] = random.below(shape[axis]) - shape[axis] / 2;
      places *= shape[axis];
    }
    boolean[] mask = new boolean[places];
    for (int place = 0; place < places; place++) {
      mask[place] = random.below(3) > 0;
    }
    mask[random.below(places)] = true;
    return Footprint.of(mask, shape).withOrigin(origin);
  }

  @ParameterizedTest
  @EnumSource(value = DType.class, mode = EnumSource.Mode.EXCLUDE, names = "FLOAT16")
  void everyTypeUnderEveryBoundaryHasTheBitsOfTheTwin(DType type) {
    for (Boundary boundary : BOUNDARIES) {
      for (DType output : TYPES) {
        NdArray input = input(type, List.of(9, 13));
        Footprint square = Footprint.cube(3, 2);
        List<Boundary> both = List.of(boundary, boundary);
        NdArray windows =
            NaiveWindows.filter(
                input, square.offsets(), both, output, OwnFilters.WeightedWindow::weighted);
        assertHasTheBits(
            windows,
            new OwnFilters.WeightedWindow(
                square, PerAxis.of(boundary), OutputType.of(output), OwnFilters.Written.BY_PLACE),
            input);
        assertHasTheBits(
            alongLines(input, 0, Span.of(5), boundary, output),
            new OwnFilters.WeightedLine(
                Span.of(5), List.of(0), PerAxis.of(boundary), OutputType.of(output)),
            input);
      }
    }
  }

  static Stream<Arguments> largeOnes() {
    return Stream.of(
        Arguments.of(List.of(3, 9001), Footprint.box(3, 5)),
        Arguments.of(List.of(70, 1500), Footprint.box(61, 3)),
        Arguments.of(List.of(9001), Footprint.box(301)),
        Arguments.of(List.of(7, 61, 133), Footprint.ball(3, 3)),
        Arguments.of(List.of(3001, 5), Footprint.box(3, 3)));
  }

  @ParameterizedTest
  @MethodSource("largeOnes")
  void blocksAndThreadsMeetWithoutASeam(List<Integer> shape, Footprint footprint) {
    NdArray input = input(DType.UINT16, shape);
    for (Boundary boundary : List.of(new Boundary.Wrap(), new Boundary.Constant(3))) {
      List<Boundary> all = filled(input, boundary);
      NdArray expected =
          NaiveWindows.filter(
              input, footprint.offsets(), all, DType.FLOAT64, OwnFilters.WeightedWindow::weighted);
      var filter =
          new OwnFilters.WeightedWindow(
              footprint,
              PerAxis.of(boundary),
              OutputType.of(DType.FLOAT64),
              OwnFilters.Written.BY_PLACE);
      assertHasTheBits(expected, filter, input);
      for (int axis = 0; axis < shape.size(); axis++) {
        assertHasTheBits(
            alongLines(input, axis, Span.of(31), boundary, DType.FLOAT32),
            new OwnFilters.WeightedLine(
                Span.of(31), List.of(axis), PerAxis.of(boundary), OutputType.of(DType.FLOAT32)),
            input);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void fastIsExactForFunctionsOfAuthors(List<Integer> shape) {
    NdArray input = input(DType.FLOAT32, shape);
    var filter =
        new OwnFilters.WeightedWindow(
            Footprint.cube(3, shape.size()),
            PerAxis.of(Boundary.reflect()),
            OutputType.DEFAULT,
            OwnFilters.Written.BY_PLACE);
    Execution fast = Execution.ofThreads(2).withPrecision(Precision.FAST);
    assertThat(Bits.mismatch(filter.apply(input), filter.apply(input, fast))).isEmpty();
  }
}
