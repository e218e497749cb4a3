package penumbra.core.engine;

import java.lang.foreign.MemorySegment;
import penumbra.core.DType;
import penumbra.core.PointwiseFilter;

/// A pointwise step written as a loop over `double`, for any element types: the easy way to write a
/// [PointwiseFilter].
///
/// {@snippet file="Gamma.java" region="filter"}
///
/// Values are loaded as `double`, and stored by the C cast that [DType] describes. NaN and infinity
/// reach the function as they are.
public final class PointwiseStep implements PointwiseFilter.Step {
  private static final int LINE = 1024; // stays in the first cache

  private final DType from;
  private final DType to;
  private final Values function;
  private final double[] line = new double[LINE];

  /// From elements of one type to those of another.
  public PointwiseStep(DType from, DType to, Values function) {
    this.from = from;
    this.to = to;
    this.function = function;
  }

  /// The loop over consecutive values.
  @FunctionalInterface
  public interface Values {
    /// Changes the first `n` of `values` in place, each independently.
    void apply(double[] values, int n);
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
