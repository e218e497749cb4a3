package penumbra.core.engine;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;

/// Runs filters that are made of 1-D correlations: one or more branches, each a list of passes, and
/// the combination of the branches.
///
/// The last two axes are streamed: rows are read once, pass the kernel down the columns and the one
/// along the rows, are combined, and are written once. Passes along other axes come before, each
/// into an array of its own. All arithmetic is in double precision; after each pass a value is
/// stored in the output type, so that the result has SciPy's bits.
public final class SeparableEngine {
  private static final int COLUMN_BLOCK = 4096;
  private static final int LEAST_ROWS = 16;

  private final Boundary boundary;
  private final DType type;
  private final Execution execution;

  private SeparableEngine(Boundary boundary, DType type, Execution execution) {
    this.boundary = boundary;
    this.type = type;
    this.execution = execution;
  }

  /// Filters `input` into a new array of the same shape and of `type`.
  public static NdArray run(
      NdArray input,
      List<List<Pass>> branches,
      Combination combination,
      Boundary boundary,
      DType type,
      Execution execution) {
    InvalidInputException.require(
        input.rank() >= 1,
        "the array",
        "must have at least 1 axis",
        input,
        "give it the shape (1,)");
    if (input.size() == 0) {
      return NdArray.of(type, NdArray.allocate(type, 0), input.shape());
    }
    return new SeparableEngine(boundary, type, execution).run(input, branches, combination);
  }

  private NdArray run(NdArray input, List<List<Pass>> branches, Combination combination) {
    List<Branch> streamed = new ArrayList<>();
    for (List<Pass> passes : branches) {
      streamed.add(leadingPasses(input, passes));
    }
    int rank = input.rank();
    int columns = input.length(rank - 1);
    int rows = rank == 1 ? 1 : input.length(rank - 2);
    return stream(streamed, combination, rows, columns);
  }

  /// Does the passes that cannot be streamed over the last two axes, each into an array.
  private Branch leadingPasses(NdArray input, List<Pass> passes) {
    int rank = input.rank();
    int split = passes.size();
    while (split > 0 && streamable(passes.subList(split - 1, passes.size()), rank) != null) {
      split--;
    }
    NdArray array = input;
    for (Pass pass : passes.subList(0, split)) {
      array = singlePass(array, pass);
    }
    PlanePasses rest = streamable(passes.subList(split, passes.size()), rank);
    return new Branch(array, rest == null ? PlanePasses.NONE : rest);
  }

  private static @Nullable PlanePasses streamable(List<Pass> passes, int rank) {
    PlanePasses all = PlanePasses.NONE;
    for (Pass pass : passes) {
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

  private NdArray singlePass(NdArray array, Pass pass) {
    int[] shape = array.shape();
    int last = shape.length - 1;
    int columns = 1;
    for (int axis = pass.axis() + 1; axis <= last; axis++) {
      columns = Math.multiplyExact(columns, shape[axis]);
    }
    PlanePasses passes =
        pass.axis() == last
            ? PlanePasses.alongOnly(pass.kernel())
            : PlanePasses.downOnly(pass.kernel());
    int rows = pass.axis() == last ? 1 : shape[pass.axis()];
    return new SeparableEngine(boundary, type, execution.withHeapStorage())
        .stream(
            List.of(new Branch(array, passes)),
            Combination.SUM,
            rows,
            pass.axis() == last ? shape[last] : columns);
  }

  /// Streams all planes of `rows` x `columns` elements.
  private NdArray stream(List<Branch> branches, Combination combination, int rows, int columns) {
    NdArray first = branches.getFirst().array;
    MemorySegment target = execution.allocate(type, first.size());
    int allRows = Math.toIntExact(first.size() / columns);
    boolean sliced = branches.stream().allMatch(branch -> branch.passes.isSlicedByColumns());
    int block = sliced ? Math.min(columns, COLUMN_BLOCK) : columns;
    int blocks = Math.ceilDiv(columns, block);
    int reach = branches.stream().mapToInt(branch -> branch.passes.reach()).max().orElse(0);
    Job job = new Job(branches, combination, target, rows, columns, block);
    if (blocks >= 2 * execution.threads()) {
      execution.strips(
          blocks,
          1,
          (from, to) -> {
            for (int b = from; b < to; b++) {
              runRows(job, b * block, 0, allRows);
            }
          });
    } else {
      execution.strips(
          allRows,
          Math.max(LEAST_ROWS, 2 * reach),
          (from, to) -> {
            for (int b = 0; b < blocks; b++) {
              runRows(job, b * block, from, to);
            }
          });
    }
    return NdArray.of(type, target, first.shape());
  }

  /// The rows `[from, to)`, counted over all planes, of one block of columns.
  private void runRows(Job job, int column, int from, int to) {
    int n = Math.min(job.block, job.columns - column);
    RowStream[] streams = new RowStream[job.branches.size()];
    for (int i = 0; i < streams.length; i++) {
      Branch branch = job.branches.get(i);
      RowSource source = new RowSource(branch.array, boundary, job.rows, job.columns);
      streams[i] = new RowStream(source, branch.passes, type, column, n);
    }
    double[] result = new double[n];
    double[] further = new double[n];
    for (int row = from; row < to; row++) {
      long plane = row / job.rows;
      int y = row % job.rows;
      streams[0].row(plane, y, result);
      job.combination.begin(type, result, n);
      for (int i = 1; i < streams.length; i++) {
        streams[i].row(plane, y, further);
        job.combination.add(type, result, further, n);
      }
      job.combination.end(type, result, n);
      type.store(result, 0, job.target, (long) row * job.columns + column, n);
    }
  }

  /// What remains of a branch once its leading passes are done.
  private record Branch(NdArray array, PlanePasses passes) {}

  /// What all strips of one streaming share.
  private record Job(
      List<Branch> branches,
      Combination combination,
      MemorySegment target,
      int rows,
      int columns,
      int block) {}
}
