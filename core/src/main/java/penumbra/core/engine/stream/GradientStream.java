package penumbra.core.engine.stream;

import penumbra.core.kernel.LineKernels;

/// Both derivatives of a 3 x 3 gradient operator in one sweep over three rows, instead of two
/// passes each. Only for arithmetic in which the order of the passes makes no difference. One per
/// thread.
///
/// @param <A> a line, `double[]` or `float[]`
public final class GradientStream<A> {
  private static final int HEIGHT = 3;

  private final LineArithmetic<A> lanes;
  private final RowRing<A> ring;
  private final float centre;
  private final int columns;

  /// The derivatives of the rows of `source`; [#centre] returns `centre`.
  public GradientStream(LineArithmetic<A> lanes, RowSource<A> source, Block block, double centre) {
    this.lanes = lanes;
    this.ring = new RowRing<>(lanes, source, block, null, 1, 1, HEIGHT);
    this.centre = (float) centre;
    this.columns = block.columns();
  }

  /// The middle weight of the operator that these passes form, if one differentiates along the rows
  /// and smooths down the columns and the other does the reverse; else NaN.
  public static double centre(PlanePasses toX, PlanePasses toY) {
    LineKernel smoothing = toX.down();
    if (smoothing == null || toX.along() == null || toY.down() == null || toY.along() == null) {
      return Double.NaN;
    }
    boolean matches =
        toX.along().hasWeights(-1, 0, 1)
            && toY.down().hasWeights(-1, 0, 1)
            && smoothing.length() == HEIGHT
            && smoothing.hasWeights(1, smoothing.weight(1), 1)
            && toY.along().hasWeights(smoothing.weights());
    return matches ? smoothing.weight(1) : Double.NaN;
  }

  /// Writes both derivatives of row `y` of `plane` to `dx[0 ..]` and `dy[0 ..]`.
  public void row(long plane, int y, A dx, A dy) {
    ring.need(plane, y - 1, y + 1);
    // After the margin of one place.
    lanes.gradient(
        ring.rows(),
        ring.at(y - 1) + 1,
        ring.at(y) + 1,
        ring.at(y + 1) + 1,
        centre,
        dx,
        dy,
        LineKernels.padded(columns));
  }

  /// The same, and writes the gradient's magnitude, squared on request, to `out[at ..]`.
  public void row(long plane, int y, boolean squared, A dx, A dy, A out, int at) {
    ring.need(plane, y - 1, y + 1);
    lanes.gradientAndMagnitudes(
        ring.rows(),
        ring.at(y - 1) + 1,
        ring.at(y) + 1,
        ring.at(y + 1) + 1,
        centre,
        squared,
        dx,
        dy,
        out,
        at,
        LineKernels.padded(columns));
  }
}
