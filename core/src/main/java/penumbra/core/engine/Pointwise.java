package penumbra.core.engine;

import java.lang.foreign.MemorySegment;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;

/// Runs a loop over the values of an array, for code that is not a [penumbra.core.Filter].
///
/// ```
/// NdArray hounsfield = Pointwise.map(stored, DType.FLOAT32, execution, (line, from, n) -> {
///   for (int i = 0; i < n; i++) {
///     line[i] = slope * line[i] + intercept;
///   }
/// });
/// ```
public final class Pointwise {
  private static final int LINE = 1024; // stays in the first cache
  private static final int LEAST_LINES = 32;

  private Pointwise() {}

  /// Changes the first `n` values of `line` in place; `from` is the flat index of the first.
  /// Several threads call it at once.
  @FunctionalInterface
  public interface Change {
    /// Processes one line.
    void apply(double[] line, long from, int n);
  }

  /// A new array of `type` with the input's shape, stored by the C cast that [DType] describes.
  public static NdArray map(NdArray input, DType type, Execution execution, Change change) {
    MemorySegment target = execution.allocate(type, input.size());
    int lines = Math.toIntExact(Math.ceilDiv(input.size(), LINE));
    execution.strips(
        lines,
        LEAST_LINES,
        (first, last) -> {
          double[] line = new double[LINE];
          for (int i = first; i < last; i++) {
            long from = (long) i * LINE;
            int n = (int) Math.min(LINE, input.size() - from);
            input.load(from, line, 0, n);
            change.apply(line, from, n);
            type.store(line, 0, target, from, n);
          }
        });
    return NdArray.of(type, target, input.shape());
  }
}
