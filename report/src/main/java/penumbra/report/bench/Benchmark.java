package penumbra.report.bench;

import static penumbra.core.InvalidInputException.require;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Precision;
import penumbra.imaging.RuntimeFacts;
import penumbra.phantom.ChestPhantom;

/// Times operations on a simulated radiograph of 1024 x 1024 pixels.
///
/// ```
/// var benchmark = new Benchmark(2, List.of(Precision.EXACT, Precision.FAST), 0.3);
/// BenchmarkReport report = benchmark.run(RuntimeFacts.of("0.1.0"), (what, done, all) -> {});
/// ```
///
/// Each operation is called until it no longer becomes faster, then called again for a bounded
/// time; the result is the median of single calls. Results go into memory that is reused, so that
/// the time of the operation does not include Java's clearing of memory.
///
/// @param threads the number of threads of each call, including the caller's
/// @param precisions the precisions to time
/// @param seconds how long each operation is timed after its warm-up
public record Benchmark(int threads, List<Precision> precisions, double seconds) {
  /// The height and the width of the picture.
  public static final int SIDE = 1024;

  /// The seed of the phantom; any seed would do, if it is always the same.
  static final long SEED = 1;

  /// The number of bytes of the widest element.
  private static final int WIDEST = Double.BYTES;

  /// Receives the progress of the benchmark.
  @FunctionalInterface
  public interface Listener {
    /// `done` of `all` measurements are done, and `operation` comes next.
    void reach(String operation, int done, int all);
  }

  public Benchmark {
    precisions = List.copyOf(precisions);
    int cpus = Runtime.getRuntime().availableProcessors();
    if (threads < 1 || threads > cpus) {
      throw InvalidInputException.of(
          "threads",
          "must lie in 1.." + cpus + ", the number of CPUs",
          threads,
          "leave it out to use all");
    }
    require(
        seconds > 0 && seconds <= 60,
        "seconds",
        "must be above 0 and at most 60",
        seconds,
        "0.3 is usual");
  }

  /// Times all operations, which takes up to four times [#seconds] for each and precision.
  public BenchmarkReport run(RuntimeFacts runtime, Listener listener) {
    var phantom = new ChestPhantom(SEED, SIDE, SIDE, false);
    List<Workload> workloads = Workload.on(phantom.render(Execution.ofThreads(threads)).display());
    int all = workloads.size() * precisions.size();
    List<BenchmarkReport.Row> rows = new ArrayList<>();
    MemorySegment output = NdArray.allocate(DType.UINT8, (long) WIDEST * SIDE * SIDE);
    for (Workload workload : workloads) {
      listener.reach(workload.name(), rows.size() * precisions.size(), all);
      rows.add(row(workload, output));
    }
    return new BenchmarkReport(runtime, threads, seconds, precisions, rows);
  }

  private BenchmarkReport.Row row(Workload workload, MemorySegment output) {
    // Stored so that no compiler removes unused results.
    AtomicReference<Object> result = new AtomicReference<>();
    Map<Precision, OperationTiming> timings = new EnumMap<>(Precision.class);
    for (Precision precision : precisions) {
      Execution execution =
          Execution.ofThreads(threads)
              .withPrecision(precision)
              .withAllocator((bytes, _) -> output.asSlice(0, bytes));
      Runnable call = () -> result.setPlain(workload.action().run(workload.input(), execution));
      boolean known = !workload.isPrecise() && !timings.isEmpty();
      timings.put(
          precision,
          known
              ? timings.values().iterator().next()
              : new Stopwatch(seconds, System::nanoTime).time(call));
    }
    return new BenchmarkReport.Row(workload, Workload.typeOf(result.getPlain()), timings);
  }
}
