package penumbra.core.engine;

import java.lang.foreign.MemorySegment;
import penumbra.core.NdArray;
import penumbra.core.kernel.LineKernels;

/// The arithmetic of lines: what they are made of, how they are loaded, correlated, combined and
/// stored. It holds buffers, so that each thread has its own.
///
/// @param <A> a line, `double[]` or `float[]`
abstract sealed class Lanes<A> permits DoubleLanes, FloatLanes {
  /// Lines whose distance is a multiple of this would compete for the same places in the cache.
  private static final int ALIASING = 256;

  /// Columns that are swept at once, few enough for the nearest cache.
  private static final int COLUMNS = 1024;

  /// The same where several rows are swept together.
  private static final int TILE_COLUMNS = 256;

  /// The distance of lines of `n` places that lie behind each other, padded for whole vectors.
  final int stride(int n) {
    int padded = LineKernels.padded(n) + LineKernels.STEP;
    return padded % ALIASING == 0 ? padded + LineKernels.STEP : padded;
  }

  /// A new line of `n` places, padded for whole vectors.
  abstract A line(int n);

  /// Loads `n` elements from the flat index `index` on into `line[at ..]`; up to a vector's length
  /// behind them may be overwritten.
  abstract void load(NdArray array, long index, A line, int at, int n);

  /// `line[from .. to - 1] = value`
  abstract void fill(A line, int from, int to, double value);

  /// One element of a line.
  abstract double get(A line, int at);

  /// The magnitudes of gradients: `out[at + x] = |dx[x]| + |dy[x]|`, or if `squared` the sum of
  /// squares.
  abstract void magnitudes(boolean squared, A dx, A dy, A out, int at, int n);

  /// Writes to `found` the places `x` of `[0, n)` with `line[at + x] > value`, and returns how many
  /// they are. There is room for one more than `n`.
  abstract int above(A line, int at, int n, double value, int[] found);

  /// Gives the line the values that storing it would leave, where values are rounded on the way.
  abstract void round(A line, int at, int n);

  /// Makes the first branch's row the running result.
  abstract void begin(Combination combination, A row, int n);

  /// Takes a further branch's row into the running result; the row may be overwritten.
  abstract void add(Combination combination, A result, A row, int n);

  /// Completes the running result.
  abstract void end(Combination combination, A result, int n);

  /// Stores `line[0 .. n - 1]` as the result's elements from `index` on.
  abstract void store(A line, MemorySegment target, long index, int n);

  abstract void sweep(
      LineKernel kernel,
      boolean four,
      A taps,
      int[] offsets,
      int k,
      A start,
      int from,
      boolean first,
      A out,
      int at,
      int begin,
      int end);

  abstract void scale(A in, int from, double weight, A out, int at, int begin, int end);

  /// Correlates `n` places of one or several rows: tap `k` of row `r`'s output `x` is
  /// `taps[offsets[r][k] + x]`, and the result goes to `out[at[r] + x]`.
  final void correlate(LineKernel kernel, A taps, int[][] offsets, A out, int[] at, int n) {
    int end = LineKernels.padded(n);
    int step = offsets.length == 1 ? COLUMNS : TILE_COLUMNS;
    for (int begin = 0; begin < end; begin += step) {
      correlate(kernel, taps, offsets, out, at, begin, Math.min(end, begin + step));
    }
  }

  private void correlate(
      LineKernel kernel, A taps, int[][] offsets, A out, int[] at, int begin, int end) {
    int first = kernel.first();
    int terms = kernel.terms();
    if (terms == 0) {
      for (int r = 0; r < at.length; r++) {
        scale(taps, offsets[r][first], kernel.weight(first), out, at[r], begin, end);
      }
    }
    for (int k = 0; k < terms; ) {
      boolean four = terms - k >= LineKernels.TERMS;
      for (int r = 0; r < at.length; r++) {
        if (k == 0) {
          sweep(
              kernel,
              four,
              taps,
              offsets[r],
              k,
              taps,
              offsets[r][first],
              true,
              out,
              at[r],
              begin,
              end);
        } else {
          sweep(kernel, four, taps, offsets[r], k, out, at[r], false, out, at[r], begin, end);
        }
      }
      k += four ? LineKernels.TERMS : 1;
    }
  }
}
