package penumbra.core.engine.pointwise;

import java.lang.foreign.MemorySegment;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.NdArray;

/// Histogram equalisation by tiles, with the steps and the precision of OpenCV's `CLAHE`.
///
/// If the tiles do not divide the picture evenly, it is extended below and on the right by the
/// missing rows and columns, mirrored (`d c b | a b c d | c b a`). If only one of the two lengths
/// is not divided evenly, the other is extended by the number of its tiles, as in OpenCV.
///
/// With a white level, the levels from 0 to it fall into 256 bins, whatever their depth: a level is
/// counted in the nearest one, and the new levels are interpolated between those of the bins.
public final class TileEqualization {
  private static final int LEAST_ROWS = 16;
  private static final int BINS = 1 << 8;

  private final NdArray input;
  private final int height;
  private final int width;
  private final int tilesX;
  private final int tilesY;
  private final int tileWidth;
  private final int tileHeight;
  private final int levels;
  private final int limit;

  /// The largest number in a table.
  private final int top;

  /// The white level, if levels fall into bins; else 0.
  private final double white;

  private TileEqualization(
      NdArray picture, double clipLimit, int tilesX, int tilesY, double white) {
    this.input = picture;
    this.height = picture.length(0);
    this.width = picture.length(1);
    this.tilesX = tilesX;
    this.tilesY = tilesY;
    boolean even = width % tilesX == 0 && height % tilesY == 0;
    this.tileWidth = (even ? width : width + tilesX - width % tilesX) / tilesX;
    this.tileHeight = (even ? height : height + tilesY - height % tilesY) / tilesY;
    int all = picture.type() == DType.UINT8 ? 1 << 8 : 1 << 16;
    // With a bin for each level there is nothing to interpolate.
    this.white = white == BINS - 1 && all == BINS ? 0 : white;
    this.levels = this.white > 0 ? BINS : all;
    this.top = this.white > 0 ? Character.MAX_VALUE : levels - 1;
    double size = (double) tileWidth * tileHeight;
    this.limit = clipLimit > 0 ? Math.max(1, (int) (clipLimit * size / levels)) : 0;
  }

  /// The pictures of `input`, UINT8 or UINT16, its last two axes, each equalised.
  ///
  /// @param white the level of white, where levels fall into 256 bins; 0 for a bin for each level
  public static NdArray run(
      NdArray input, double clipLimit, int tilesX, int tilesY, double white, Execution execution) {
    int height = input.length(input.rank() - 2);
    int width = input.length(input.rank() - 1);
    long each = (long) height * width;
    MemorySegment target = execution.allocate(input.type(), input.size());
    int bytes = input.type().bytes();
    for (long at = 0; at < input.size(); at += each) {
      var picture =
          NdArray.of(
              input.type(), input.segment().asSlice(at * bytes, each * bytes), height, width);
      new TileEqualization(picture, clipLimit, tilesX, tilesY, white).run(target, at, execution);
    }
    return NdArray.of(input.type(), target, input.shape());
  }

  private void run(MemorySegment target, long at, Execution execution) {
    char[][] tables = new char[tilesX * tilesY][];
    execution.strips(
        tables.length,
        1,
        (first, last) -> {
          for (int tile = first; tile < last; tile++) {
            tables[tile] = table(tile % tilesX, tile / tilesX);
          }
        });
    var columns = new Neighbours(width, tileWidth, tilesX);
    var rows = new Neighbours(height, tileHeight, tilesY);
    execution.strips(
        height,
        LEAST_ROWS,
        (first, last) -> {
          double[] line = new double[width];
          for (int y = first; y < last; y++) {
            input.load((long) y * width, line, 0, width);
            if (white > 0) {
              interpolateBins(line, y, rows, columns, tables);
            } else {
              interpolate(line, y, rows, columns, tables);
            }
            input.type().store(line, 0, target, at + (long) y * width, width);
          }
        });
  }

  private char[] table(int tileX, int tileY) {
    int[] histogram = histogram(tileX, tileY);
    if (limit > 0) {
      cut(histogram);
    }
    float scale = (float) top / (tileWidth * tileHeight);
    char[] table = new char[levels];
    int sum = 0;
    for (int level = 0; level < levels; level++) {
      sum += histogram[level];
      table[level] = (char) saturated(sum * scale);
    }
    return table;
  }

  private int[] histogram(int tileX, int tileY) {
    var mirror = new Boundary.Mirror();
    int[] histogram = new int[levels];
    double[] line = new double[width];
    int from = tileX * tileWidth;
    for (int y = tileY * tileHeight; y < (tileY + 1) * tileHeight; y++) {
      input.load((long) mirror.index(y, height) * width, line, 0, width);
      for (int x = from; x < from + tileWidth; x++) {
        histogram[bin(line[mirror.index(x, width)])]++;
      }
    }
    return histogram;
  }

  private int bin(double level) {
    return white > 0
        ? (int) Math.clamp(Math.rint(level * (BINS - 1) / white), 0, BINS - 1)
        : (int) level;
  }

  /// Clips the counts at the limit and spreads the excess over all levels; the remainder goes to
  /// evenly spaced levels.
  private void cut(int[] histogram) {
    int cut = 0;
    for (int level = 0; level < levels; level++) {
      if (histogram[level] > limit) {
        cut += histogram[level] - limit;
        histogram[level] = limit;
      }
    }
    int share = cut / levels;
    int rest = cut - share * levels;
    for (int level = 0; level < levels; level++) {
      histogram[level] += share;
    }
    int step = rest == 0 ? levels : Math.max(levels / rest, 1);
    for (int level = 0; level < levels && rest > 0; level += step) {
      histogram[level]++;
      rest--;
    }
  }

  /// Whole, ties to even, within the levels.
  private int saturated(float value) {
    return Math.clamp((long) Math.rint(value), 0, top);
  }

  private void interpolate(
      double[] line, int y, Neighbours rows, Neighbours columns, char[][] tables) {
    int above = rows.before[y] * tilesX;
    int below = rows.after[y] * tilesX;
    float toBelow = rows.share[y];
    float toAbove = 1.0f - toBelow;
    for (int x = 0; x < width; x++) {
      int level = (int) line[x];
      float toRight = columns.share[x];
      float toLeft = 1.0f - toRight;
      int left = columns.before[x];
      int right = columns.after[x];
      float upper = tables[above + left][level] * toLeft + tables[above + right][level] * toRight;
      float lower = tables[below + left][level] * toLeft + tables[below + right][level] * toRight;
      line[x] = saturated(upper * toAbove + lower * toBelow);
    }
  }

  private void interpolateBins(
      double[] line, int y, Neighbours rows, Neighbours columns, char[][] tables) {
    int above = rows.before[y] * tilesX;
    int below = rows.after[y] * tilesX;
    double toBelow = rows.share[y];
    for (int x = 0; x < width; x++) {
      double place = Math.min(line[x] * (BINS - 1) / white, BINS - 1);
      double toRight = columns.share[x];
      int left = columns.before[x];
      int right = columns.after[x];
      double upper =
          between(at(tables[above + left], place), at(tables[above + right], place), toRight);
      double lower =
          between(at(tables[below + left], place), at(tables[below + right], place), toRight);
      line[x] = Math.rint(between(upper, lower, toBelow) * white / top);
    }
  }

  private static double at(char[] table, double place) {
    int bin = (int) place;
    return between(table[bin], table[Math.min(bin + 1, BINS - 1)], place - bin);
  }

  private static double between(double one, double other, double share) {
    return one * (1 - share) + other * share;
  }

  /// For each place along an axis: the tiles whose centres are before and after it, and its
  /// relative distance between them.
  private static final class Neighbours {
    final int[] before;
    final int[] after;
    final float[] share;

    Neighbours(int length, int tile, int tiles) {
      this.before = new int[length];
      this.after = new int[length];
      this.share = new float[length];
      float inverse = 1.0f / tile;
      for (int i = 0; i < length; i++) {
        float place = i * inverse - 0.5f;
        int whole = (int) Math.floor(place);
        share[i] = place - whole;
        before[i] = Math.max(whole, 0);
        after[i] = Math.min(whole + 1, tiles - 1);
      }
    }
  }
}
