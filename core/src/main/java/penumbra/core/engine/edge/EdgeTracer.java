package penumbra.core.engine.edge;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.engine.stream.Arithmetic;
import penumbra.core.engine.stream.DoubleLanes;
import penumbra.core.engine.stream.FloatLanes;
import penumbra.core.engine.stream.KernelPass;
import penumbra.core.engine.stream.Lanes;
import penumbra.core.engine.stream.RowCombination;

/// Canny's method on one image: the gradient, smoothed before if asked, is thinned to ridges in the
/// same sweep that computes it; then the weak ridges that hang together with strong ones are kept.
///
/// @param boundary what stands beyond the image's edges
/// @param smoothing the passes that come first, possibly none
/// @param toX the passes to the derivative along the rows
/// @param toY the passes to the derivative down the columns
/// @param squared whether magnitudes are compared as sums of squares, which is exact for whole grey
///   levels, instead of sums of absolute values
/// @param low what ridges must exceed, squared if so wanted
/// @param high what an edge must exceed somewhere, likewise
public record EdgeTracer(
    Boundary boundary,
    List<KernelPass> smoothing,
    List<KernelPass> toX,
    List<KernelPass> toY,
    boolean squared,
    double low,
    double high) {
  private static final int LEAST_ROWS = 16;

  /// Writes 255 on edges and 0 elsewhere to the bytes of `target` from `offset` on.
  public void trace(NdArray image, MemorySegment target, long offset, Execution execution) {
    int height = image.length(0);
    int width = image.length(1);
    var map = new EdgeMap(height, width);
    Arithmetic arithmetic = arithmetic(image.type(), execution);
    boolean isSingle = arithmetic.isFast() || (arithmetic.isSingle() && isSmall(image.type()));
    execution.strips(
        height,
        LEAST_ROWS,
        () -> {
          var flood = new EdgeFlood(map, target, offset);
          var thinner =
              isSingle
                  ? thinner(new FloatLanes(DType.FLOAT32), arithmetic, true, image, map, flood)
                  : thinner(
                      new DoubleLanes(DType.FLOAT64, false), arithmetic, false, image, map, flood);
          return thinner::rows;
        });
    var rest = new EdgeFlood(map, target, offset);
    Arrays.stream(map.open()).forEach(rest::add);
    rest.flood(0, height);
  }

  /// Whether the image is not too large for a map of its ridges.
  public static boolean fits(int height, int width) {
    return EdgeMap.fits(height, width);
  }

  private <A> EdgeThinner<A> thinner(
      Lanes<A> lanes,
      Arithmetic arithmetic,
      boolean isSingle,
      NdArray image,
      EdgeMap map,
      EdgeFlood flood) {
    boolean atOnce = isSingle && arithmetic.mayReorder();
    var gradient =
        new GradientRows<>(lanes, arithmetic, atOnce, image, boundary, smoothing, toX, toY);
    return new EdgeThinner<>(lanes, gradient, map, flood, squared, low, high);
  }

  /// Whether derivatives stay so small that their directions, too, are exact in single precision.
  private boolean isSmall(DType input) {
    return input == DType.UINT8 && boundary.outside() >= 0 && boundary.outside() <= input.max();
  }

  /// Exact results are in double precision throughout, or in single precision where that is the
  /// same.
  private Arithmetic arithmetic(DType input, Execution execution) {
    List<List<KernelPass>> branches = List.of(joined(toX), joined(toY));
    RowCombination combination = squared ? RowCombination.LENGTH : RowCombination.SUM;
    return Arithmetic.of(
        input, branches, combination, List.of(boundary), DType.FLOAT32, execution.precision());
  }

  private List<KernelPass> joined(List<KernelPass> further) {
    return java.util.stream.Stream.concat(smoothing.stream(), further.stream()).toList();
  }
}
