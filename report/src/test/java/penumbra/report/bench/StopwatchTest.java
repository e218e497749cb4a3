package penumbra.report.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/// On a clock that only calls move, so that time passes as the tests say.
class StopwatchTest {
  private static final long MILLISECOND = 1_000_000;

  private long now;
  private int calls;

  /// Times calls of which the one of index `i` takes `millis.applyAsLong(i)` milliseconds.
  private OperationTiming time(double seconds, IntToLongFunction millis) {
    return new Stopwatch(seconds, () -> now)
        .time(() -> now += millis.applyAsLong(calls++) * MILLISECOND);
  }

  @Test
  void steadyCallsAreWarmedUpTwiceAsLongAsTheyAreTimed() {
    assertThat(time(0.3, _ -> 10)).isEqualTo(new OperationTiming(10, 30));
    assertThat(calls).isEqualTo(90);
  }

  @Test
  void slowFirstCallsAreNotCounted() {
    assertThat(time(0.3, i -> i < 7 ? 40 : 10).milliseconds()).isEqualTo(10);
  }

  @Test
  void callsThatGrowFasterForeverAreTimedInTheEnd() {
    OperationTiming timing = time(0.3, i -> Math.max(1, 100_000 / (i + 1)));
    assertThat(timing.calls()).isEqualTo(Stopwatch.LEAST_CALLS);
    assertThat(now).isLessThan(1_000_000 * MILLISECOND);
  }

  @Test
  void theMedianIsLeftAloneByAFewSlowCalls() {
    assertThat(time(0.3, i -> i % 5 == 0 ? 50 : 3).milliseconds()).isEqualTo(3);
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
    assertThat(time(0.006, i -> i % 2 == 0 ? 1 : 2).calls()).isPositive();
    now = 0;
    calls = 0;
    OperationTiming timing = time(0.03, i -> i % 2 == 0 ? 4 : 6);
    assertThat(timing.calls()).isEven();
    assertThat(timing.milliseconds()).isEqualTo(5);
  }

  @Test
  void slowCallsAreTimedOftenEnoughForAMedian() {
    assertThat(time(0.3, _ -> 2000)).isEqualTo(new OperationTiming(2000, Stopwatch.LEAST_CALLS));
    assertThat(calls).isEqualTo(Stopwatch.LEAST_CALLS + 1);
  }

  @Test
  void megapixelsASecondFollowFromTheTime() {
    assertThat(new OperationTiming(10, 5).megapixelsPerSecond(1_000_000)).isEqualTo(100);
  }
}
