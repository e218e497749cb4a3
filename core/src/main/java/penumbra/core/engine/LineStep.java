package penumbra.core.engine;

import java.lang.foreign.MemorySegment;
import penumbra.core.DType;
import penumbra.core.PointwiseFilter;

/// A pointwise step written as a loop over `double`, for any types.
public final class LineStep implements PointwiseFilter.Step {
  private static final int LINE = 1024; // stays in the first cache

  private final DType from;
  private final DType to;
  private final LineFunction function;
  private final double[] line = new double[LINE];

  /// From elements of one type to those of another.
  public LineStep(DType from, DType to, LineFunction function) {
    this.from = from;
    this.to = to;
    this.function = function;
  }

  /// Changes the first `n` values of `line` in place.
  @FunctionalInterface
  public interface LineFunction {
    /// Does one line.
    void apply(double[] line, int n);
  }

  @Override
  public void apply(MemorySegment source, long first, MemorySegment target, long at, int n) {
    for (int done = 0; done < n; done += LINE) {
      int length = Math.min(LINE, n - done);
      from.load(source, first + done, line, 0, length);
      function.apply(line, length);
      to.store(line, 0, target, at + done, length);
    }
  }
}
