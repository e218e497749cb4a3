package penumbra.core.engine.edge;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.engine.stream.Arithmetic;
import penumbra.core.engine.stream.DoubleLineArithmetic;
import penumbra.core.engine.stream.FloatLineArithmetic;
import penumbra.core.engine.stream.KernelPass;
import penumbra.core.engine.stream.LineArithmetic;
import penumbra.core.engine.stream.RowCombination;

/// Canny's method on one image. One sweep smooths the image if requested, computes the gradient and
/// thins it to ridges. Then the strong ridges are kept, and the weak ridges that are connected to
/// them.
///
/// @param boundary the values beyond the image's edges
/// @param smoothing the passes that come first, possibly none
/// @param toX the passes to the derivative along the rows
/// @param toY the passes to the derivative down the columns
/// @param squared whether magnitudes are compared as sums of squares, which is exact for whole grey
///   levels, instead of sums of absolute values
/// @param low the threshold for ridges; its square if `squared`
/// @param high the threshold that an edge must exceed somewhere, likewise
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
                  ? thinner(
                      new FloatLineArithmetic(DType.FLOAT32), arithmetic, true, image, map, flood)
                  : thinner(
                      new DoubleLineArithmetic(DType.FLOAT64, false),
                      arithmetic,
                      false,
                      image,
                      map,
                      flood);
          return thinner::rows;
        });
    var rest = new EdgeFlood(map, target, offset);
    Arrays.stream(map.open()).forEach(rest::add);
    rest.flood(0, height);
  }

  /// Whether the image is small enough for a map of its ridges.
  public static boolean fits(int height, int width) {
    return EdgeMap.fits(height, width);
  }

  private <A> EdgeThinner<A> thinner(
      LineArithmetic<A> lanes,
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

  /// Exact results are computed in double precision, or in single precision if that gives the same
  /// bits.
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
