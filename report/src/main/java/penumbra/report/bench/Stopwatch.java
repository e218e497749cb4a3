package penumbra.report.bench;

import java.util.Arrays;
import java.util.function.LongSupplier;

/// Times calls: first until Java has compiled what they run, then for a bounded time.
///
/// ```
/// OperationTiming timing = new Stopwatch(0.3, System::nanoTime).time(() -> filter.apply(pixels));
/// ```
///
/// The warm-up continues in rounds as long as they become faster. It takes at least twice as long
/// as the timed part, since the compiler runs in the background, and at most four times as long. At
/// least [#LEAST_CALLS] calls are timed, even if they are slow.
///
/// @param seconds how long calls are timed after the warm-up
/// @param clock returns the time in nanoseconds
record Stopwatch(double seconds, LongSupplier clock) {
  /// A median of fewer calls would be random.
  static final int LEAST_CALLS = 5;

  private static final int MOST_CALLS = 100_000;
  private static final int ROUNDS = 5;
  private static final double LEAST_WARM_UP = 2;
  private static final double LONGEST_WARM_UP = 4;
  private static final double STILL_FASTER = 0.97;

  /// The median time of a call.
  OperationTiming time(Runnable call) {
    warmUp(call);
    long[] times = new long[MOST_CALLS];
    int calls = 0;
    long end = clock.getAsLong() + nanos(seconds);
    for (long now = clock.getAsLong(); calls < LEAST_CALLS || (now < end && calls < MOST_CALLS); ) {
      call.run();
      long then = now;
      now = clock.getAsLong();
      times[calls++] = now - then;
    }
    Arrays.sort(times, 0, calls);
    double median = (times[(calls - 1) / 2] + times[calls / 2]) / 2.0;
    return new OperationTiming(median / 1e6, calls);
  }

  private void warmUp(Runnable call) {
    long start = clock.getAsLong();
    double fastest = Double.POSITIVE_INFINITY;
    boolean faster = true;
    for (long passed = 0;
        passed < nanos(LEAST_WARM_UP * seconds)
            || (faster && passed < nanos(LONGEST_WARM_UP * seconds));
        passed = clock.getAsLong() - start) {
      double round = round(call);
      faster = round < STILL_FASTER * fastest;
      fastest = Math.min(fastest, round);
    }
  }

  /// The mean time of a call over a short while.
  private double round(Runnable call) {
    long start = clock.getAsLong();
    long passed;
    int calls = 0;
    do {
      call.run();
      calls++;
      passed = clock.getAsLong() - start;
    } while (passed < nanos(seconds / ROUNDS));
    return (double) passed / calls;
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}
