package penumbra.imaging.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import penumbra.core.DType;
import penumbra.core.Execution;

class ReusedStorageTest {
  private final ReusedStorage storage = new ReusedStorage();

  private MemorySegment bytes(long n) {
    return storage.holding(Execution.ofThreads(1)).allocate(DType.UINT8, n);
  }

  @Test
  void aResultOverwritesTheOneBefore() throws InterruptedException {
    MemorySegment first = bytes(100);
    assertThat(first.byteSize()).isEqualTo(100);
    assertThat(bytes(60).asOverlappingSlice(first)).hasValue(bytes(60));
    MemorySegment larger = bytes(200);
    assertThat(larger.asOverlappingSlice(first)).isEmpty();
    assertThat(bytes(100).asOverlappingSlice(larger)).isPresent();
    MemorySegment[] elsewhere = new MemorySegment[1];
    Thread other = Thread.ofPlatform().start(() -> elsewhere[0] = bytes(100));
    other.join();
    assertThat(elsewhere[0].asOverlappingSlice(larger)).isEmpty();
  }

  @Test
  void whatIsLargeIsNotKept() {
    MemorySegment large = bytes(ReusedStorage.LARGEST + 1);
    assertThat(large.byteSize()).isEqualTo(ReusedStorage.LARGEST + 1);
    assertThat(bytes(10).asOverlappingSlice(large)).isEmpty();
  }
}
