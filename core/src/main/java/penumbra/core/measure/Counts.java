package penumbra.core.measure;

import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.engine.pointwise.EightByteWords;

/// Counts the values of integers of up to 16 bits.
///
/// The storage is read eight bytes at a time and counted by pairs of bytes. If elements are bytes,
/// a pair is two neighbours. That takes half as many steps, and if neighbours are equal, as they
/// often are in pictures, the second count need not wait for the first.
final class Counts {
  private static final int BYTES = 1 << 8;
  private static final int PAIRS = 1 << 16;

  private Counts() {}

  /// Whether the values of that type can be counted.
  static boolean handle(DType type) {
    return type.isInteger() && type.bytes() <= Short.BYTES;
  }

  /// At `v - min`, how often each value `v` of the array's type occurs.
  static long[] of(NdArray array, Execution execution) {
    int bytes = array.type().bytes();
    long[] counts = new long[bytes == 1 ? BYTES : PAIRS];
    ParallelBlocks.share(
        array,
        execution,
        (first, last) -> {
          int[] pairs = new int[PAIRS];
          countPairs(array, first, last, pairs);
          int[] found = bytes == 1 ? eachOf(pairs) : pairs;
          synchronized (counts) {
            for (int i = 0; i < counts.length; i++) {
              counts[i] += found[i];
            }
          }
        });
    // The last word was filled up with zeros.
    counts[0] -= Math.floorMod(-array.size(), Long.BYTES / bytes);
    if (array.type().min() < 0) {
      putNegativesFirst(counts);
    }
    return counts;
  }

  private static void countPairs(NdArray array, int first, int last, int[] pairs) {
    int bytes = array.type().bytes();
    long[] words = new long[ParallelBlocks.LENGTH * bytes / Long.BYTES];
    for (int block = first; block < last; block++) {
      long from = (long) block * ParallelBlocks.LENGTH * bytes;
      int n =
          EightByteWords.load(
              array.segment(), from, words, ParallelBlocks.length(array, block) * bytes);
      for (int i = 0; i < n; i++) {
        long word = words[i];
        pairs[(int) word & 0xFFFF]++;
        pairs[(int) (word >>> 16) & 0xFFFF]++;
        pairs[(int) (word >>> 32) & 0xFFFF]++;
        pairs[(int) (word >>> 48)]++;
      }
    }
  }

  /// From the counts of pairs to those of their bytes.
  private static int[] eachOf(int[] pairs) {
    int[] counts = new int[BYTES];
    for (int high = 0; high < BYTES; high++) {
      int withHigh = 0;
      for (int low = 0; low < BYTES; low++) {
        int count = pairs[high * BYTES + low];
        counts[low] += count;
        withHigh += count;
      }
      counts[high] += withHigh;
    }
    return counts;
  }

  /// Counted as unsigned, negative values come after the others.
  private static void putNegativesFirst(long[] counts) {
    int half = counts.length / 2;
    for (int i = 0; i < half; i++) {
      long negative = counts[half + i];
      counts[half + i] = counts[i];
      counts[i] = negative;
    }
  }
}
