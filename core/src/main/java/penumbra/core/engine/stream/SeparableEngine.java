package penumbra.core.engine.stream;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// Runs filters made of 1-D correlations: one or more branches, each a list of passes, and the
/// combination of the branches.
///
/// The last two axes are streamed: each row is read once, filtered down the columns and along the
/// rows, combined, and written once. Passes along other axes run before, each into its own array.
///
/// Exact arithmetic is in double precision; after each pass a value is stored in the output type,
/// so the result has SciPy's bits. [Arithmetic] says when single precision is enough.
public final class SeparableEngine {
  private final List<Boundary> boundaries;
  private final Arithmetic arithmetic;
  private final Execution execution;

  private SeparableEngine(List<Boundary> boundaries, Arithmetic arithmetic, Execution execution) {
    this.boundaries = boundaries;
    this.arithmetic = arithmetic;
    this.execution = execution;
  }

  /// Filters `input` into a new array of the same shape and of `type`.
  ///
  /// @param boundaries the values beyond the edges, one boundary for each axis
  public static NdArray run(
      NdArray input,
      List<List<KernelPass>> branches,
      RowCombination combination,
      List<Boundary> boundaries,
      DType type,
      Execution execution) {
    InvalidInputException.require(
        input.rank() >= 1,
        "the array",
        "must have at least 1 axis",
        input,
        "give it the shape (1,)");
    if (input.size() == 0) {
      return NdArray.of(type, execution.allocate(type, 0), input.shape());
    }
    boolean sums = combination == RowCombination.SUM;
    boolean copies = sums && branches.size() == 1 && branches.getFirst().isEmpty();
    if (copies && input.type().isInteger() && type.isInteger()) {
      return WholeNumbers.cast(input, type, execution);
    }
    boolean combines = branches.size() > 1 || !sums;
    if (type == DType.INT64 && combines && combination != RowCombination.LENGTH) {
      return ofLongs(input, branches, combination, boundaries, execution);
    }
    Arithmetic arithmetic =
        Arithmetic.of(input.type(), branches, combination, boundaries, type, execution.precision());
    return new SeparableEngine(boundaries, arithmetic, execution).run(input, branches, combination);
  }

  /// Combines the branches as 64-bit numbers, which a `double` does not hold.
  private static NdArray ofLongs(
      NdArray input,
      List<List<KernelPass>> branches,
      RowCombination combination,
      List<Boundary> boundaries,
      Execution execution) {
    List<NdArray> results = new ArrayList<>();
    for (List<KernelPass> passes : branches) {
      results.add(
          run(
              input,
              List.of(passes),
              RowCombination.SUM,
              boundaries,
              DType.INT64,
              execution.withHeapStorage()));
    }
    return WholeNumbers.combine(combination, results, execution);
  }

  private NdArray run(NdArray input, List<List<KernelPass>> branches, RowCombination combination) {
    List<Branch> streamed = new ArrayList<>();
    for (List<KernelPass> passes : branches) {
      streamed.add(leadingPasses(input, passes));
    }
    int rank = input.rank();
    int columns = input.length(rank - 1);
    int rows = rank == 1 ? 1 : input.length(rank - 2);
    return stream(streamed, combination, rows, columns);
  }

  /// Runs the passes that cannot be streamed over the last two axes, each into an array.
  private Branch leadingPasses(NdArray input, List<KernelPass> passes) {
    int rank = input.rank();
    int split = passes.size();
    while (split > 0 && streamable(passes.subList(split - 1, passes.size()), rank) != null) {
      split--;
    }
    NdArray array = input;
    for (KernelPass pass : passes.subList(0, split)) {
      array = singlePass(array, pass);
    }
    PlanePasses rest = streamable(passes.subList(split, passes.size()), rank);
    return new Branch(array, arithmetic.ordered(rest == null ? PlanePasses.NONE : rest));
  }

  /// The passes in the order in which they run while rows are streamed; null if not all of them can
  /// be streamed.
  public static @Nullable PlanePasses streamable(List<KernelPass> passes, int rank) {
    PlanePasses all = PlanePasses.NONE;
    for (KernelPass pass : passes) {
      if (pass.axis() < rank - 2) {
        return null;
      }
      PlanePasses more = all.then(pass.kernel(), pass.axis() == rank - 1);
      if (more == null) {
        return null;
      }
      all = more;
    }
    return all;
  }

  private NdArray singlePass(NdArray array, KernelPass pass) {
    int[] shape = array.shape();
    int last = shape.length - 1;
    int columns = 1;
    for (int axis = pass.axis() + 1; axis <= last; axis++) {
      columns = Math.multiplyExact(columns, shape[axis]);
    }
    boolean along = pass.axis() == last;
    List<Boundary> own = List.of(boundaries.get(pass.axis()));
    PlanePasses passes =
        along ? PlanePasses.alongOnly(pass.kernel()) : PlanePasses.downOnly(pass.kernel());
    return new SeparableEngine(own, arithmetic.between(), execution.withHeapStorage())
        .stream(
            List.of(new Branch(array, passes)),
            RowCombination.SUM,
            along ? 1 : shape[pass.axis()],
            along ? shape[last] : columns);
  }

  /// Streams all planes of `rows` x `columns` elements.
  private NdArray stream(List<Branch> branches, RowCombination combination, int rows, int columns) {
    NdArray first = branches.getFirst().array();
    DType type = arithmetic.type();
    MemorySegment target = execution.allocate(type, first.size());
    Tiling tiling = Tiling.of(branches, arithmetic, columns);
    int allRows = Math.toIntExact(first.size() / columns);
    double centre = gradientCentre(branches, combination);
    Boundary along = boundaries.getLast();
    Boundary down = boundaries.size() == 1 ? along : boundaries.get(boundaries.size() - 2);
    var job = new Job(branches, combination, down, along, target, rows, columns, tiling, centre);
    if (tiling.blocks() >= 2 * execution.threads() || allRows < 2 * execution.threads()) {
      execution.strips(
          tiling.blocks(),
          1,
          () -> {
            var worker = worker(job);
            return (from, to) -> worker.run(from, to, 0, allRows);
          });
    } else {
      execution.strips(
          allRows,
          tiling.leastRows(),
          () -> {
            var worker = worker(job);
            return (from, to) -> worker.run(0, tiling.blocks(), from, to);
          });
    }
    return NdArray.of(type, target, first.shape());
  }

  /// The middle weight of the 3 x 3 gradient operator, if the two branches form one and both may be
  /// computed at once; else NaN.
  private double gradientCentre(List<Branch> branches, RowCombination combination) {
    boolean both =
        arithmetic.mayReorder() && combination == RowCombination.LENGTH && branches.size() == 2;
    return both
        ? GradientStream.centre(branches.get(1).passes(), branches.get(0).passes())
        : Double.NaN;
  }

  private StreamWorker<?> worker(Job job) {
    return arithmetic.isSingle()
        ? new StreamWorker<>(new FloatLineArithmetic(arithmetic.type()), job)
        : new StreamWorker<>(
            new DoubleLineArithmetic(arithmetic.type(), arithmetic.fitsInt()), job);
  }

  /// The rest of a branch after its leading passes.
  record Branch(NdArray array, PlanePasses passes) {}

  /// The state that all threads of one streaming operation share.
  record Job(
      List<Branch> branches,
      RowCombination combination,
      Boundary down,
      Boundary along,
      MemorySegment target,
      int rows,
      int columns,
      Tiling tiling,
      double gradientCentre) {}
}
