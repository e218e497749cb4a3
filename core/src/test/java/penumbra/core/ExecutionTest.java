package penumbra.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionTest {
  @ParameterizedTest
  @CsvSource({"1, 0, 1", "1, 7, 1", "2, 1, 1", "3, 100, 1", "3, 100, 16", "7, 1000, 3", "64, 5, 1"})
  void doesEachRowOnce(int threads, int rows, int least) {
    var visits = new AtomicIntegerArray(rows);
    Execution.ofThreads(threads)
        .strips(
            rows,
            least,
            (from, to) -> {
              for (int row = from; row < to; row++) {
                visits.incrementAndGet(row);
              }
            });
    for (int row = 0; row < rows; row++) {
      assertThat(visits.get(row)).isEqualTo(1);
    }
  }

  @Test
  void doesAllWorkItselfWhereThePoolNeverRunsAnything() {
    var visits = new AtomicIntegerArray(100);
    new Execution(4, _ -> {})
        .strips(
            100,
            1,
            (from, to) -> {
              for (int row = from; row < to; row++) {
                visits.incrementAndGet(row);
              }
            });
    assertThat(visits.toString()).doesNotContain("0", "2");
  }

  @Test
  void throwsTheErrorOfAStrip() {
    assertThatThrownBy(() ->
            Execution.ofThreads(3)
                .strips(
                    100,
                    1,
                    (from, _) -> {
                      if (from > 0) {
                        throw new IllegalStateException("strip " + (from > 0));
                      }
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("strip true");
  }

  @Test
  void wantsAThread() {
    assertThatThrownBy(() -> Execution.ofThreads(0))
        .hasMessage("threads must be at least 1, but is 0; give 1 to use the caller alone");
  }
}
