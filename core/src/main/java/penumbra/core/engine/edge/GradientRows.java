package penumbra.core.engine.edge;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import penumbra.core.Boundary;
import penumbra.core.NdArray;
import penumbra.core.engine.stream.Arithmetic;
import penumbra.core.engine.stream.Block;
import penumbra.core.engine.stream.GradientStream;
import penumbra.core.engine.stream.KernelPass;
import penumbra.core.engine.stream.LineArithmetic;
import penumbra.core.engine.stream.LineKernel;
import penumbra.core.engine.stream.PlanePasses;
import penumbra.core.engine.stream.RowRing;
import penumbra.core.engine.stream.RowSource;
import penumbra.core.engine.stream.RowStream;
import penumbra.core.engine.stream.SeparableEngine;

/// The gradient of one image, with or without smoothing, row by row in one sweep. The derivatives
/// read the smoothed rows from a ring; there is no smoothed image. One per thread.
///
/// @param <A> a line, `double[]` or `float[]`
final class GradientRows<A> {
  private final LineArithmetic<A> lanes;
  private final Block block;
  private final @Nullable GradientStream<A> both;
  private final @Nullable RowStream<A> alongRows;
  private final @Nullable RowStream<A> downColumns;

  /// The derivatives by the passes `toX` and `toY`, after the passes `smoothing`, which may be
  /// empty; `atOnce` if both may be computed in one sweep.
  GradientRows(
      LineArithmetic<A> lanes,
      Arithmetic arithmetic,
      boolean atOnce,
      NdArray image,
      Boundary boundary,
      List<KernelPass> smoothing,
      List<KernelPass> toX,
      List<KernelPass> toY) {
    int rows = image.length(0);
    int columns = image.length(1);
    this.lanes = lanes;
    this.block = new Block(boundary, boundary, rows, columns, 0, columns);
    RowSource<A> source = RowSource.of(lanes, image, rows, columns);
    if (!smoothing.isEmpty()) {
      source = RowSource.of(stream(source, passes(arithmetic, smoothing)), rows);
    }
    PlanePasses x = passes(arithmetic, toX);
    PlanePasses y = passes(arithmetic, toY);
    double centre = atOnce ? GradientStream.centre(x, y) : Double.NaN;
    boolean apart = Double.isNaN(centre);
    this.both = apart ? null : new GradientStream<>(lanes, source, block, centre);
    this.alongRows = apart ? stream(source, x) : null;
    this.downColumns = apart ? stream(source, y) : null;
  }

  private static PlanePasses passes(Arithmetic arithmetic, List<KernelPass> passes) {
    return arithmetic.ordered(Objects.requireNonNull(SeparableEngine.streamable(passes, 2)));
  }

  private RowStream<A> stream(RowSource<A> source, PlanePasses passes) {
    return new RowStream<>(lanes, ring(source, passes), block, passes, 1);
  }

  private RowRing<A> ring(RowSource<A> source, PlanePasses passes) {
    @Nullable LineKernel alongFirst = passes.alongBeforeDown();
    return new RowRing<>(lanes, source, block, alongFirst, 0, 0, passes.height());
  }

  /// Writes both derivatives of row `y` to `dx[0 ..]` and `dy[0 ..]`, and the gradient's magnitude,
  /// or its square, to `out[at ..]`.
  void row(int y, boolean squared, A dx, A dy, A out, int at) {
    if (both != null) {
      both.row(0, y, squared, dx, dy, out, at);
      return;
    }
    Objects.requireNonNull(alongRows).row(0, y, block.planeRows(), dx, 0);
    Objects.requireNonNull(downColumns).row(0, y, block.planeRows(), dy, 0);
    lanes.magnitudes(squared, dx, dy, out, at, block.columns());
  }
}
