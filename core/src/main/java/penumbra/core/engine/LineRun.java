package penumbra.core.engine;

import java.lang.foreign.MemorySegment;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;

/// Runs line filters. The first axis is read from the input, further axes from the result. There
/// each line is replaced after it has been read, so one array is enough for any number of axes.
final class LineRun {
  /// Values of the lines across the last axis that are held at once: half a second-level cache.
  private static final int HELD = 1 << 16;

  private static final int LEAST_LINES = 8;
  private static final int MOST_LINES = 64;
  private static final int LEAST_VALUES = 1 << 13;

  private final NdArray source;
  private final MemorySegment target;
  private final DType type;
  private final int axis;
  private final Span span;
  private final Boundary boundary;
  private final LineFilter filter;
  private final int n;
  private final long inner;

  private LineRun(LineFilter filter, NdArray source, MemorySegment target, DType type, int axis) {
    int rank = source.rank();
    this.filter = filter;
    this.source = source;
    this.target = target;
    this.type = type;
    this.axis = axis;
    this.span = filter.span(axis, rank);
    this.boundary = filter.boundaries().at(axis, rank, "boundary");
    this.n = source.length(axis);
    long places = 1;
    for (int later = axis + 1; later < rank; later++) {
      places *= source.length(later);
    }
    this.inner = places;
  }

  static NdArray of(LineFilter filter, NdArray input, DType type, Execution execution) {
    Axes.requireOne(input);
    MemorySegment target = execution.allocate(type, input.size());
    NdArray result = NdArray.of(type, target, input.shape());
    NdArray source = input;
    for (int each : filter.axes(input.rank())) {
      int axis = Axes.index(each, input);
      if (input.size() > 0) {
        new LineRun(filter, source, target, type, axis).run(execution);
      }
      source = result;
    }
    if (source == input) {
      MemorySegment.copy(
          input.as(type, execution.withHeapStorage()).segment(), 0, target, 0, target.byteSize());
    }
    return result;
  }

  private void run(Execution execution) {
    int length = Math.addExact(n, span.before() + span.after());
    int held =
        inner == 1 ? 1 : (int) Math.min(inner, Math.clamp(HELD / length, LEAST_LINES, MOST_LINES));
    long tiles = Math.ceilDiv(inner, (long) held);
    int work = Math.toIntExact(source.size() / n / inner * tiles);
    int least = Math.max(1, LEAST_VALUES / (held * n));
    execution.strips(
        work,
        least,
        () -> {
          var worker = new Worker(held, length);
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              long column = i % tiles * held;
              worker.run(i / tiles * n * inner + column, (int) Math.min(held, inner - column));
            }
          };
        });
  }

  /// One thread's buffers.
  private final class Worker {
    private final LineFunction function = filter.function(axis, source.rank());
    private final double[][] lines;
    private final double[] across;
    private final double[] result = new double[n];

    Worker(int held, int length) {
      this.lines = new double[held][length];
      this.across = new double[held];
    }

    /// Filters `count` neighbouring lines; the first begins at the flat index `at`.
    void run(long at, int count) {
      load(at, count);
      for (int k = 0; k < count; k++) {
        boundary.extend(lines[k], span.before(), n, span.after());
        function.apply(lines[k], result, n);
        if (count > 1) {
          System.arraycopy(result, 0, lines[k], 0, n);
        }
      }
      store(at, count);
    }

    private void load(long at, int count) {
      if (inner == 1) {
        source.load(at, lines[0], span.before(), n);
        return;
      }
      for (int i = 0; i < n; i++) {
        source.load(at + i * inner, across, 0, count);
        for (int k = 0; k < count; k++) {
          lines[k][span.before() + i] = across[k];
        }
      }
    }

    private void store(long at, int count) {
      if (inner == 1) {
        type.store(result, 0, target, at, n);
        return;
      }
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < count; k++) {
          across[k] = count > 1 ? lines[k][i] : result[i];
        }
        type.store(across, 0, target, at + i * inner, count);
      }
    }
  }
}
