package penumbra.imaging.job;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import penumbra.core.Execution;

/// Storage for one result at a time, which the next one on the same thread overwrites. New arrays
/// by the thousand would each be cleared, and lie where the processor has nothing at hand.
final class ReusedStorage {
  /// Larger results have storage of their own: not so much is kept that is seldom used.
  static final long LARGEST = 1 << 26;

  private final ThreadLocal<MemorySegment> kept =
      ThreadLocal.withInitial(() -> MemorySegment.ofArray(new byte[0]));

  /// An execution whose next result lies here.
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
