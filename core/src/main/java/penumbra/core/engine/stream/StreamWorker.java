package penumbra.core.engine.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import penumbra.core.NdArray;

/// One thread's part of a streamed filter: its arithmetic, and the buffers of its current block.
///
/// @param <A> a line, `double[]` or `float[]`
final class StreamWorker<A> {
  private final LineArithmetic<A> lanes;
  private final SeparableEngine.Job job;
  private int block = -1;
  private List<RowStream<A>> streams = List.of();
  private @Nullable GradientStream<A> gradient;
  private final A[] rows;

  StreamWorker(LineArithmetic<A> lanes, SeparableEngine.Job job) {
    this.lanes = lanes;
    this.job = job;
    this.rows = lanes.lines(job.branches().size());
    Arrays.setAll(rows, _ -> lanes.line(job.tiling().block()));
  }

  /// Filters the blocks `[firstBlock, endBlock)` of the rows `[from, to)`, counted over all planes.
  void run(int firstBlock, int endBlock, int from, int to) {
    for (int b = firstBlock; b < endBlock; b++) {
      int column = b * job.tiling().block();
      int columns = Math.min(job.tiling().block(), job.columns() - column);
      if (b != block) {
        block = b;
        begin(new Block(job.down(), job.along(), job.rows(), job.columns(), column, columns));
      }
      for (int row = from; row < to; ) {
        long plane = row / job.rows();
        int limit = (int) Math.min(to - plane * job.rows(), job.rows());
        int y = row % job.rows();
        row += limit - y;
        for (; y < limit; y++) {
          row(plane, y, limit, columns);
          lanes.store(
              rows[0], job.target(), (plane * job.rows() + y) * job.columns() + column, columns);
        }
      }
    }
  }

  private void row(long plane, int y, int limit, int columns) {
    if (gradient != null) {
      gradient.row(plane, y, rows[1], rows[0]);
    }
    for (int i = 0; i < streams.size(); i++) {
      streams.get(i).row(plane, y, limit, rows[i], 0);
    }
    lanes.combine(job.combination(), rows, columns);
  }

  private void begin(Block block) {
    if (Double.isNaN(job.gradientCentre())) {
      streams = streams(block);
    } else {
      NdArray array = job.branches().getFirst().array();
      RowSource<A> source = RowSource.of(lanes, array, block.planeRows(), block.planeColumns());
      gradient = new GradientStream<>(lanes, source, block, job.gradientCentre());
    }
  }

  private List<RowStream<A>> streams(Block block) {
    List<RowStream<A>> made = new ArrayList<>();
    @Nullable RowRing<A> shared = null;
    @Nullable NdArray sharedArray = null;
    for (SeparableEngine.Branch branch : job.branches()) {
      PlanePasses passes = branch.passes();
      RowRing<A> ring;
      if (passes.alongBeforeDown() != null) {
        ring = ring(block, branch.array(), passes.alongBeforeDown(), List.of(passes));
      } else if (shared != null && sharedArray == branch.array()) {
        ring = shared;
      } else {
        ring = ring(block, branch.array(), null, sharing(branch.array()));
        shared = ring;
        sharedArray = branch.array();
      }
      made.add(new RowStream<>(lanes, ring, block, passes, job.tiling().bandRows()));
    }
    if (made.size() == 2) {
      made.getFirst().lead(made.getLast());
    }
    return made;
  }

  private List<PlanePasses> sharing(NdArray array) {
    return job.branches().stream()
        .filter(branch -> branch.array() == array && branch.passes().alongBeforeDown() == null)
        .map(SeparableEngine.Branch::passes)
        .toList();
  }

  /// A ring with enough room for all these passes.
  private RowRing<A> ring(
      Block block, NdArray array, @Nullable LineKernel alongFirst, List<PlanePasses> users) {
    boolean isWhole = block.isWhole();
    int before = isWhole ? 0 : users.stream().mapToInt(PlanePasses::before).max().orElse(0);
    int after = isWhole ? 0 : users.stream().mapToInt(PlanePasses::after).max().orElse(0);
    // The windows contain the current row, but reach differently far to both sides.
    int above = users.stream().mapToInt(PlanePasses::above).max().orElse(0);
    int below = users.stream().mapToInt(PlanePasses::below).max().orElse(0);
    int height = above + 1 + below + job.tiling().bandRows() - 1;
    RowSource<A> source = RowSource.of(lanes, array, block.planeRows(), block.planeColumns());
    return new RowRing<>(lanes, source, block, alongFirst, before, after, height);
  }
}
