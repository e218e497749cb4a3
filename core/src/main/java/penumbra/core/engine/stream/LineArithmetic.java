package penumbra.core.engine.stream;

import java.lang.foreign.MemorySegment;
import penumbra.core.NdArray;
import penumbra.core.kernel.LineKernels;

/// The arithmetic of lines: their element type, and how they are loaded, correlated, combined and
/// stored. It holds buffers, so each thread has its own.
///
/// @param <A> a line, `double[]` or `float[]`
public abstract sealed class LineArithmetic<A> permits DoubleLineArithmetic, FloatLineArithmetic {
  /// Lines at a distance that is a multiple of this would compete for the same cache lines.
  private static final int ALIASING = 256;

  /// The columns of one sweep, few enough for the first-level cache.
  private static final int COLUMNS = 1024;

  /// The same if several rows are swept together.
  private static final int TILE_COLUMNS = 256;

  /// The distance between consecutive lines of `n` places, padded for whole vectors.
  public final int stride(int n) {
    int padded = LineKernels.padded(n) + LineKernels.STEP;
    return padded % ALIASING == 0 ? padded + LineKernels.STEP : padded;
  }

  /// A new line of `n` places, padded for whole vectors.
  public abstract A line(int n);

  /// Loads `n` elements from the flat index `index` on into `line[at ..]`; up to a vector's length
  /// after them may be overwritten.
  public abstract void load(NdArray array, long index, A line, int at, int n);

  /// `line[from .. to - 1] = value`
  public abstract void fill(A line, int from, int to, double value);

  /// Fills the margins of a row that begins at `line[first]`.
  public abstract void extend(A line, int first, Margins margins);

  /// An array of lines, not yet filled.
  public abstract A[] lines(int count);

  /// One element of a line.
  public abstract double get(A line, int at);

  /// The derivatives of a 3 x 3 gradient operator, see [LineKernels#gradient]. Only if the order of
  /// passes may change.
  public abstract void gradient(
      A lines, int above, int here, int below, float centre, A dx, A dy, int n);

  /// Both derivatives and the magnitudes, see [LineKernels#gradientAndMagnitudes]. Only if the
  /// order of passes may change.
  public abstract void gradientAndMagnitudes(
      A lines,
      int above,
      int here,
      int below,
      float centre,
      boolean squared,
      A dx,
      A dy,
      A out,
      int at,
      int n);

  /// The magnitudes of gradients: `out[at + x] = |dx[x]| + |dy[x]|`, or if `squared` the sum of
  /// squares.
  public abstract void magnitudes(boolean squared, A dx, A dy, A out, int at, int n);

  /// Canny's non-maximum suppression, see [LineKernels#ridges]: writes to `found` the places of
  /// ridges above `low`, in order, and returns their number: those in `[0, n)`, and perhaps some
  /// after them. There is room for `n` padded.
  public abstract int ridges(
      A magnitude, int above, int here, int below, A dx, A dy, double low, int[] found, int n);

  /// Rounds the line to the values that storing it would give, if intermediate values are rounded.
  public abstract void round(A line, int at, int n);

  /// Combines the rows of all branches, after their passes, into the first of them.
  public abstract void combine(RowCombination combination, A[] rows, int n);

  /// Stores `line[0 .. n - 1]`, rounded or not, as the result's elements from `index` on.
  public abstract void store(A line, MemorySegment target, long index, int n);

  /// One sweep of several terms of a kernel from its term `k` on: the first sweep, or a further one
  /// that adds to the existing values.
  abstract void sweep(
      LineKernel kernel,
      int terms,
      A taps,
      int[] offsets,
      int shift,
      int k,
      A start,
      int from,
      boolean first,
      A out,
      int at,
      int n);

  /// The first [LineKernels#TWIN_TERMS] terms of two kernels on the same taps.
  abstract void twinSweep(
      LineKernel kernel,
      LineKernel other,
      A taps,
      int[] offsets,
      int shift,
      A out,
      int at,
      A otherOut,
      int otherAt,
      int n);

  abstract void scale(A in, int from, double weight, A out, int at, int n);

  /// Correlates `n` places of one or several rows: tap `k` of row `r`'s output `x` is
  /// `taps[offsets[r][k] + x]`, and the result goes to `out[at[r] + x]`.
  final void correlate(LineKernel kernel, A taps, int[][] offsets, A out, int[] at, int n) {
    int end = LineKernels.padded(n);
    int step = offsets.length == 1 ? COLUMNS : TILE_COLUMNS;
    for (int column = 0; column < end; column += step) {
      correlate(kernel, taps, offsets, out, at, column, Math.min(step, end - column));
    }
  }

  /// The same for two kernels that are twins, see [LineKernel#isTwin]; the result of the second
  /// goes to the same places of `otherOut`.
  final void correlateTwins(
      LineKernel kernel,
      LineKernel other,
      A taps,
      int[][] offsets,
      A out,
      A otherOut,
      int[] at,
      int n) {
    int end = LineKernels.padded(n);
    int step = offsets.length == 1 ? COLUMNS : TILE_COLUMNS;
    for (int column = 0; column < end; column += step) {
      int width = Math.min(step, end - column);
      for (int r = 0; r < at.length; r++) {
        int to = at[r] + column;
        twinSweep(kernel, other, taps, offsets[r], column, out, to, otherOut, to, width);
      }
      addTerms(kernel, LineKernels.TWIN_TERMS, taps, offsets, out, at, column, width);
      addTerms(other, LineKernels.TWIN_TERMS, taps, offsets, otherOut, at, column, width);
    }
  }

  private void correlate(
      LineKernel kernel, A taps, int[][] offsets, A out, int[] at, int column, int n) {
    int first = kernel.first();
    if (kernel.terms() == 0) {
      for (int r = 0; r < at.length; r++) {
        int from = offsets[r][first] + column;
        scale(taps, from, kernel.weight(first), out, at[r] + column, n);
      }
    }
    addTerms(kernel, 0, taps, offsets, out, at, column, n);
  }

  /// Runs the sweeps from the term `from` on.
  private void addTerms(
      LineKernel kernel, int from, A taps, int[][] offsets, A out, int[] at, int column, int n) {
    int all = kernel.terms();
    for (int k = from; k < all; ) {
      int terms = LineKernels.terms(kernel.term(), all - k);
      for (int r = 0; r < at.length; r++) {
        int to = at[r] + column;
        if (k == 0) {
          int start = offsets[r][kernel.first()] + column;
          sweep(kernel, terms, taps, offsets[r], column, k, taps, start, true, out, to, n);
        } else {
          sweep(kernel, terms, taps, offsets[r], column, k, out, to, false, out, to, n);
        }
      }
      k += terms;
    }
  }
}
