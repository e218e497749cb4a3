package penumbra.dicom.grey;

import java.lang.foreign.MemorySegment;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;

/// Runs over the values of a frame, a stretch at a time, on all cores.
final class Lines {
  private static final int LENGTH = 1024;
  private static final int LEAST = 32;

  private Lines() {}

  /// Changes the first `n` values of `line`, which come from the flat index `from` on, in place.
  @FunctionalInterface
  interface Change {
    void apply(double[] line, long from, int n);
  }

  /// A new array of `type` with the input's shape.
  static NdArray map(NdArray input, DType type, Change change) {
    MemorySegment target = NdArray.allocate(type, input.size());
    Execution.allCores()
        .strips(
            Math.toIntExact(Math.ceilDiv(input.size(), LENGTH)),
            LEAST,
            (first, last) -> {
              double[] line = new double[LENGTH];
              for (int i = first; i < last; i++) {
                long from = (long) i * LENGTH;
                int n = (int) Math.min(LENGTH, input.size() - from);
                input.load(from, line, 0, n);
                change.apply(line, from, n);
                type.store(line, 0, target, from, n);
              }
            });
    return NdArray.of(type, target, input.shape());
  }
}
