package penumbra.datasets.stats;

import java.util.SortedMap;
import java.util.TreeMap;
import penumbra.core.NdArray;
import penumbra.core.measure.Histogram;
import penumbra.io.dataset.Label;

/// The histogram of the 256 grey levels over the pictures of each class; any thread may add.
final class LevelCounts {
  private static final int LEVELS = 256;

  private final SortedMap<Label, long[]> pools = new TreeMap<>();

  /// Adds a picture in 8 bits.
  void add(Label label, NdArray levels, penumbra.core.Execution execution) {
    // Bins that begin half a level lower contain one level each.
    long[] counts = Histogram.of(levels, -0.5, LEVELS - 0.5, LEVELS, execution).counts();
    synchronized (pools) {
      long[] pool = pools.computeIfAbsent(label, _ -> new long[LEVELS]);
      for (int level = 0; level < LEVELS; level++) {
        pool[level] += counts[level];
      }
    }
  }

  /// The counts by class.
  SortedMap<Label, long[]> pools() {
    synchronized (pools) {
      return new TreeMap<>(pools);
    }
  }
}
