package penumbra.core;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// A filter that computes each element of the result from the one element at its place. In a
/// [Chain], consecutive filters of this kind run in one pass over memory.
public interface PointwiseFilter extends Filter {
  @Override
  DType resultType(DType input);

  /// The step for elements of the type `input`. Each thread gets its own step, which may keep
  /// buffers.
  Step step(DType input);

  @Override
  default NdArray apply(NdArray input, Execution execution) {
    return PointwisePass.run(input, List.of(this), execution);
  }

  /// Processes consecutive elements.
  @FunctionalInterface
  interface Step {
    /// The largest number of elements at once, few enough to stay in a core's own caches.
    int MOST = 4096;

    /// Reads `n` elements of `source` from element `from` on, and writes as many of the result's
    /// type to `target` from element `to` on. If both types have the same size, source and target
    /// may be the same memory, so read each element before you write it.
    void apply(MemorySegment source, long from, MemorySegment target, long to, int n);
  }
}
