package penumbra.core.engine;

import java.lang.foreign.MemorySegment;
import java.util.List;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.engine.stream.Block;

/// Runs neighbourhood filters. It streams the planes of the last two axes in blocks of columns.
/// Each thread keeps the rows that the windows need in rings, one for each plane of the window.
/// These rows are converted to `double` and extended by the boundary.
final class NeighbourhoodRun {
  private static final int RING_BYTES = 512 * 1024;
  private static final int LEAST_BLOCK = 256;
  private static final int MOST_BLOCK = 4096;
  private static final int LEAST_ROWS = 8;

  private final NeighbourhoodFilter filter;
  private final NdArray input;
  private final DType type;
  private final MemorySegment target;
  private final FootprintPlanes window;
  private final List<Boundary> boundaries;
  private final int rows;
  private final int columns;

  private NeighbourhoodRun(
      NeighbourhoodFilter filter, NdArray input, DType type, MemorySegment target) {
    int rank = input.rank();
    this.filter = filter;
    this.input = input;
    this.type = type;
    this.target = target;
    Footprint footprint = filter.footprint(rank);
    if (footprint.rank() != rank) {
      throw InvalidInputException.of(
          "the footprint",
          "must have the " + rank + " axes of the array",
          footprint,
          "spread it over the array's axes with onAxes");
    }
    this.boundaries = Boundaries.of(filter.boundaries(), rank);
    this.window = FootprintPlanes.of(footprint);
    this.columns = input.length(rank - 1);
    this.rows = rank == 1 ? 1 : input.length(rank - 2);
  }

  static NdArray of(NeighbourhoodFilter filter, NdArray input, DType type, Execution execution) {
    Axes.requireOne(input);
    MemorySegment target = execution.allocate(type, input.size());
    var run = new NeighbourhoodRun(filter, input, type, target);
    if (input.size() > 0) {
      run.run(execution);
    }
    return NdArray.of(type, target, input.shape());
  }

  private void run(Execution execution) {
    int allRows = Math.toIntExact(input.size() / columns);
    int held = Math.max(1, RING_BYTES / Double.BYTES / window.rowsHeld());
    int wanted = Math.clamp(held, LEAST_BLOCK, MOST_BLOCK);
    // Blocks of nearly equal width.
    int block = Math.ceilDiv(columns, Math.ceilDiv(columns, wanted));
    int blocks = Math.ceilDiv(columns, block);
    int least = Math.max(LEAST_ROWS, 2 * window.height());
    boolean byBlocks = allRows < 2 * execution.threads();
    execution.strips(
        byBlocks ? blocks : allRows,
        byBlocks ? 1 : least,
        () -> {
          var function = filter.function();
          return (from, to) -> {
            int firstBlock = byBlocks ? from : 0;
            int endBlock = byBlocks ? to : blocks;
            for (int b = firstBlock; b < endBlock; b++) {
              int width = Math.min(block, columns - b * block);
              var shape = new Block(down(), boundaries.getLast(), rows, columns, b * block, width);
              var worker =
                  new NeighbourhoodWorker(function, input, type, target, window, boundaries, shape);
              worker.run(byBlocks ? 0 : from, byBlocks ? allRows : to);
            }
          };
        });
  }

  private Boundary down() {
    return boundaries.get(Math.max(0, boundaries.size() - 2));
  }
}
