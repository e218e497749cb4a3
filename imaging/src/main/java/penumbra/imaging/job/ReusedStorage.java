package penumbra.imaging.job;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import penumbra.core.Execution;

/// Storage for one result at a time, which the next one on the same thread overwrites. Thousands of
/// new arrays would each have to be cleared, and would not be in the processor's cache.
final class ReusedStorage {
  /// Larger results get their own storage, so that rarely used memory is not kept.
  static final long LARGEST = 1 << 26;

  private final ThreadLocal<MemorySegment> kept =
      ThreadLocal.withInitial(() -> MemorySegment.ofArray(new byte[0]));

  /// An execution that stores its next result here.
  Execution holding(Execution execution) {
    SegmentAllocator large = execution.allocator();
    return execution.withAllocator(
        (bytes, alignment) -> bytes > LARGEST ? large.allocate(bytes, alignment) : take(bytes));
  }

  private MemorySegment take(long bytes) {
    if (kept.get().byteSize() < bytes) {
      kept.set(MemorySegment.ofArray(new byte[(int) bytes]));
    }
    return kept.get().asSlice(0, bytes);
  }
}
