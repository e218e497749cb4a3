package penumbra.core.engine;

import java.util.Arrays;
import penumbra.core.Boundary;

/// A correlation along the last axis, with its line buffer. One per thread.
final class RowPass {
  private final LineKernel kernel;
  private final Boundary boundary;
  private final double[] line;
  private final double[][] taps;
  private final int[] offsets;

  RowPass(LineKernel kernel, Boundary boundary, int columns) {
    this.kernel = kernel;
    this.boundary = boundary;
    this.line = new double[kernel.before() + columns + kernel.after()];
    this.taps = new double[kernel.length()][];
    Arrays.fill(taps, line);
    this.offsets = new int[kernel.length()];
    Arrays.setAll(offsets, k -> k);
  }

  /// Correlates the row of `n` elements at `row[0 ..]` into `out[0 ..]`, which may be the same
  /// array.
  void apply(double[] row, double[] out, int n) {
    System.arraycopy(row, 0, line, kernel.before(), n);
    boundary.extend(line, kernel.before(), n, kernel.after());
    kernel.apply(taps, offsets, out, n);
  }
}
