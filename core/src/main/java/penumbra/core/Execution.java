package penumbra.core;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import penumbra.core.kernel.Kernels;

/// How a filter runs: on which threads, how exactly, and where its result is stored.
///
/// ```
/// Execution fast = Execution.ofThreads(2).withPrecision(Precision.FAST);
/// NdArray smooth = Gaussian.of(2).apply(pixels, fast);
/// ```
///
/// The calling thread always does a part of the work, so that a busy or full pool delays a filter
/// but never blocks it. Results do not depend on the number of threads.
///
/// @param threads how many threads share the work, including the caller's; at least 1
/// @param pool runs the parts of the other threads
/// @param precision how exactly filters compute
/// @param allocator allocates the storage of the result, once for each application of a filter; it
///   need not be zeroed. An `Arena` puts results off the heap, `SegmentAllocator.prefixAllocator`
///   into your own buffer or mapped file.
public record Execution(
    int threads, Executor pool, Precision precision, SegmentAllocator allocator) {
  private static final int STRIPS_PER_THREAD = 4;
  private static final long PATIENCE_NANOSECONDS = 20_000;
  private static final SegmentAllocator HEAP = (bytes, _) -> NdArray.allocate(DType.UINT8, bytes);

  public Execution {
    InvalidInputException.require(
        threads >= 1, "threads", "must be at least 1", threads, "give 1 to use the caller alone");
  }

  /// With that many threads; exact, with results on the heap.
  public Execution(int threads, Executor pool) {
    this(threads, pool, Precision.EXACT, HEAP);
  }

  /// A share of the work: the half-open range of rows `[from, to)`.
  @FunctionalInterface
  public interface Strip {
    /// Does the rows of this share.
    void run(int from, int to);
  }

  /// All cores, on the JDK's common pool.
  public static Execution allCores() {
    return ofThreads(Runtime.getRuntime().availableProcessors());
  }

  /// That many threads, on the JDK's common pool.
  public static Execution ofThreads(int threads) {
    return new Execution(threads, ForkJoinPool.commonPool());
  }

  /// The kernels of all filters in this virtual machine, for example `scalar` or `simd, 256 bits`.
  /// They do not change any result.
  public static String kernels() {
    return Kernels.chosen().label();
  }

  /// This execution on another number of threads.
  public Execution withThreads(int newThreads) {
    return new Execution(newThreads, pool, precision, allocator);
  }

  /// This execution with another precision.
  public Execution withPrecision(Precision newPrecision) {
    return new Execution(threads, pool, newPrecision, allocator);
  }

  /// This execution with results stored elsewhere.
  public Execution withAllocator(SegmentAllocator newAllocator) {
    return new Execution(threads, pool, precision, newAllocator);
  }

  /// This execution with storage on the heap, for the intermediate arrays of a filter.
  public Execution withHeapStorage() {
    return withAllocator(HEAP);
  }

  /// Storage for a result of `size` elements; its content is undefined.
  public MemorySegment allocate(DType type, long size) {
    // No alignment, so that an array on the heap will do, too; every access here can do without.
    return allocator.allocate(Math.multiplyExact(size, type.bytes()), 1);
  }

  /// Splits `rows` into strips of at least `least` rows, runs `strip` on each, and returns when all
  /// are done. Throws the first error of a strip.
  public void strips(int rows, int least, Strip strip) {
    strips(rows, least, () -> strip);
  }

  /// The same, but each thread creates its own worker for all its strips. The worker can hold
  /// buffers.
  public void strips(int rows, int least, Supplier<Strip> worker) {
    int wanted = threads == 1 ? 1 : threads * STRIPS_PER_THREAD;
    int count = Math.clamp(rows / Math.max(1, least), 1, wanted);
    if (count == 1) {
      worker.get().run(0, rows);
      return;
    }
    var work = new Work(rows, count, worker);
    for (int i = 1; i < Math.min(threads, count); i++) {
      pool.execute(work);
    }
    work.run();
    work.await();
  }

  /// The strips of one call, taken in turn by whichever thread is free.
  private static final class Work implements Runnable {
    private final int rows;
    private final int count;
    private final Supplier<Strip> worker;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch open;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Work(int rows, int count, Supplier<Strip> worker) {
      this.rows = rows;
      this.count = count;
      this.worker = worker;
      this.open = new CountDownLatch(count);
    }

    @Override
    public void run() {
      Strip strip = null;
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        try {
          strip = strip == null ? worker.get() : strip;
          strip.run(edge(i), edge(i + 1));
        } catch (RuntimeException | Error thrown) {
          failure.compareAndSet(null, thrown);
        } finally {
          open.countDown();
        }
      }
    }

    private int edge(int i) {
      return (int) ((long) rows * i / count);
    }

    void await() {
      boolean interrupted = false;
      // The other threads' last strips end soon after; to sleep and be woken takes longer.
      long patience = System.nanoTime() + PATIENCE_NANOSECONDS;
      while (open.getCount() > 0 && System.nanoTime() - patience < 0) {
        Thread.onSpinWait();
      }
      while (true) {
        try {
          open.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      switch (failure.get()) {
        case null -> {}
        case Error error -> throw error;
        case RuntimeException exception -> throw exception;
        case Throwable other -> throw new IllegalStateException(other);
      }
    }
  }
}
