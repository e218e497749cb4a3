package penumbra.core.engine.stream;

import java.util.List;

/// Divides planes for the caches: into blocks of columns whose rows fit the second-level cache for
/// the pass down the columns, and into bands of rows that a long kernel computes together.
///
/// @param block the columns of a block, except the last
/// @param blocks the blocks of a plane
/// @param bandRows the rows of a band
/// @param leastRows the smallest number of rows for which another thread is worthwhile
record Tiling(int block, int blocks, int bandRows, int leastRows) {
  private static final int RING_BYTES = 512 * 1024;
  private static final int LEAST_BLOCK = 512;
  private static final int MOST_BLOCK = 4096;
  private static final int LONG_KERNEL = 24;
  private static final int BAND = 8;
  private static final int LEAST_ROWS = 16;

  static Tiling of(List<SeparableEngine.Branch> branches, Arithmetic arithmetic, int columns) {
    int height = 1;
    int reach = 0;
    for (SeparableEngine.Branch branch : branches) {
      PlanePasses passes = branch.passes();
      height = Math.max(height, passes.height());
      reach = Math.max(reach, passes.before() + passes.after());
    }
    int band = height > LONG_KERNEL ? BAND : 1;
    int ringColumns = RING_BYTES / ((height + band) * (arithmetic.isSingle() ? 4 : 8));
    int wanted =
        Math.clamp(ringColumns, Math.max(LEAST_BLOCK, 4 * reach), Math.max(MOST_BLOCK, 4 * reach));
    // Blocks of nearly equal width.
    int blocks = Math.ceilDiv(columns, wanted);
    int block = Math.ceilDiv(columns, blocks);
    return new Tiling(block, Math.ceilDiv(columns, block), band, Math.max(LEAST_ROWS, 2 * height));
  }
}
