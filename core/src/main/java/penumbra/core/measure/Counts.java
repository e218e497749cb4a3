package penumbra.core.measure;

import penumbra.core.NdArray;

/// How often each value of an integer type of up to 16 bits occurs.
final class Counts {
  private Counts() {}

  /// The counts, the type's smallest value first.
  static long[] of(NdArray array) {
    int offset = (int) array.type().min();
    long[] counts = new long[(int) array.type().max() - offset + 1];
    Lines.each(
        array,
        (line, n) -> {
          for (int i = 0; i < n; i++) {
            counts[(int) line[i] - offset]++;
          }
        });
    return counts;
  }
}
