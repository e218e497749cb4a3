package penumbra.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.core.Execution;

class OrderedPoolTest {
  private static final List<Integer> THINGS = IntStream.range(0, 100).boxed().toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void resultsComeInOrderOnTheCallingThread(int threads) {
    Thread caller = Thread.currentThread();
    List<Integer> taken = new ArrayList<>();
    new OrderedPool(Execution.ofThreads(threads))
        .<Integer, Integer, RuntimeException>run(
            THINGS,
            (thing, _) -> {
              for (int i = 0; i < thing % 5 * 1000; i++) {
                Thread.onSpinWait();
              }
              return thing * 2;
            },
            (thing, attempt) -> {
              assertThat(Thread.currentThread()).isSameAs(caller);
              assertThat(attempt).isEqualTo(new Attempt.Done<>(thing * 2));
              taken.add(thing);
            });
    assertThat(taken).isEqualTo(THINGS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void oneThatFailsIsAValueAndStopsNoOther(int threads) {
    List<Throwable> errors =
        List.of(
            new IOException("io"),
            new IllegalStateException("rule"),
            new OutOfMemoryError("heap"),
            new StackOverflowError("stack"));
    List<String> taken = new ArrayList<>();
    new OrderedPool(Execution.ofThreads(threads))
        .<Integer, Integer, RuntimeException>run(
            THINGS.subList(0, 6),
            (thing, _) -> {
              if (thing < errors.size()) {
                switch (errors.get(thing)) {
                  case IOException error -> throw error;
                  case RuntimeException error -> throw error;
                  case Error error -> throw error;
                  default -> throw new AssertionError();
                }
              }
              return thing;
            },
            (_, attempt) ->
                taken.add(
                    switch (attempt) {
                      case Attempt.Done<Integer>(Integer result) -> result.toString();
                      case Attempt.Failed<Integer>(Throwable error) ->
                          String.valueOf(error.getMessage());
                    }));
    assertThat(taken).containsExactly("io", "rule", "heap", "stack", "4", "5");
  }

  @Test
  void noMoreAreBegunThanKeepTheThreadsBusy() {
    AtomicInteger begun = new AtomicInteger();
    List<Integer> ahead = new ArrayList<>();
    new OrderedPool(Execution.ofThreads(2))
        .<Integer, Integer, Integer, RuntimeException>run(
            THINGS,
            thing -> {
              begun.incrementAndGet();
              return thing;
            },
            (thing, _) -> thing,
            (thing, _) -> ahead.add(begun.get() - thing));
    assertThat(ahead).hasSize(100).allMatch(number -> number <= 16).contains(16);
  }

  @Test
  void manyAreWorkedOnSideBySideEachOnOneThread() {
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    Set<Integer> shares = ConcurrentHashMap.newKeySet();
    new OrderedPool(Execution.ofThreads(4))
        .<Integer, Integer, RuntimeException>run(
            THINGS,
            (thing, share) -> {
              workers.add(Thread.currentThread());
              shares.add(share.threads());
              return thing;
            },
            (_, _) -> {});
    assertThat(workers).hasSizeLessThanOrEqualTo(4).doesNotContain(Thread.currentThread());
    assertThat(shares).containsExactly(1);
  }

  @Test
  void oneThreadIsTheCallersAndFewShareAllThreads() {
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    Set<Integer> shares = ConcurrentHashMap.newKeySet();
    OrderedPool.Work<Integer, Integer> work =
        (thing, share) -> {
          workers.add(Thread.currentThread());
          shares.add(share.threads());
          return thing;
        };
    new OrderedPool(Execution.ofThreads(1))
        .<Integer, Integer, RuntimeException>run(THINGS, work, (_, _) -> {});
    new OrderedPool(Execution.ofThreads(4), 2)
        .<Integer, Integer, RuntimeException>run(THINGS.subList(0, 7), work, (_, _) -> {});
    OrderedPool.oneByOne(Execution.ofThreads(4))
        .<Integer, Integer, RuntimeException>run(THINGS, work, (_, _) -> {});
    assertThat(workers).containsExactly(Thread.currentThread());
    assertThat(shares).containsExactlyInAnyOrder(1, 4);
  }

  @Test
  void whoeverTakesMayStopAll() {
    AtomicInteger begun = new AtomicInteger();
    assertThatThrownBy(() ->
            new OrderedPool(Execution.ofThreads(2))
                .<Integer, Integer, IOException>run(
                    THINGS,
                    (thing, _) -> {
                      begun.incrementAndGet();
                      return thing;
                    },
                    (thing, _) -> {
                      if (thing == 5) {
                        throw new IOException("the disk is full");
                      }
                    }))
        .hasMessage("the disk is full");
    assertThat(begun).hasValueLessThanOrEqualTo(5 + 16);
  }

  @Test
  void anErrorThatNothingCanFollowIsThrown() {
    assertThatThrownBy(() ->
            new OrderedPool(Execution.ofThreads(2))
                .<Integer, Integer, RuntimeException>run(
                    THINGS,
                    (_, _) -> {
                      throw new NoClassDefFoundError("gone");
                    },
                    (_, _) -> {}))
        .isInstanceOf(NoClassDefFoundError.class);
  }
}
