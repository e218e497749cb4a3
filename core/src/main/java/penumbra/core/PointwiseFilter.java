package penumbra.core;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// A filter that makes each element of the result from the one element in its place. In a [Chain],
/// such filters that follow one another run in one pass over memory.
public interface PointwiseFilter extends Filter {
  @Override
  DType resultType(DType input);

  /// What a thread does to elements of the type `input`; each thread asks for one of its own, which
  /// may keep buffers.
  Step step(DType input);

  @Override
  default NdArray apply(NdArray input, Execution execution) {
    return PointwisePass.run(input, List.of(this), execution);
  }

  /// Does elements that follow one another.
  @FunctionalInterface
  interface Step {
    /// The most elements that are done at once: few enough to stay in a core's own caches.
    int MOST = 4096;

    /// Reads `n` elements of `source` from element `from` on, and writes as many of the result's
    /// type to `target` from element `to` on. If both types have one size, these may be the very
    /// places that it reads; so each is read before it is written.
    void apply(MemorySegment source, long from, MemorySegment target, long to, int n);
  }
}
