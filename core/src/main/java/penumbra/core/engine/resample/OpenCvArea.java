package penumbra.core.engine.resample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import penumbra.core.DType;

/// OpenCV's INTER_AREA where it shrinks by other than whole factors: means of the covered areas.
///
/// @param type of the pixels
/// @param columns of the old picture
/// @param down the shares of old rows, by new row
/// @param across the shares of old columns, by new column
record OpenCvArea(DType type, int columns, List<List<Share>> down, List<List<Share>> across)
    implements OpenCvPass {
  /// An element thinner than this is left out.
  private static final double THIN = 1e-3;

  /// What an old element counts in a new one.
  ///
  /// @param at its place
  /// @param weight its weight
  record Share(int at, float weight) {}

  OpenCvArea(DType type, int rows, int columns, int height, int width) {
    this(type, columns, shares(rows, height), shares(columns, width));
  }

  private static List<List<Share>> shares(int from, int to) {
    double scale = 1 / ((double) to / from);
    List<List<Share>> shares = new ArrayList<>();
    for (int i = 0; i < to; i++) {
      double start = i * scale;
      double stop = start + scale;
      double covered = Math.min(scale, from - start);
      int last = Math.min((int) Math.floor(stop), from - 1);
      int first = Math.min((int) Math.ceil(start), last);
      List<Share> own = new ArrayList<>();
      if (first - start > THIN) {
        own.add(new Share(first - 1, (float) ((first - start) / covered)));
      }
      for (int at = first; at < last; at++) {
        own.add(new Share(at, (float) (1.0 / covered)));
      }
      if (stop - last > THIN) {
        double rest = Math.min(Math.min(stop - last, 1), covered);
        own.add(new Share(last, (float) (rest / covered)));
      }
      shares.add(own);
    }
    return shares;
  }

  @Override
  public Lines lines() {
    double[] line = new double[columns];
    return (source, _, y, result) -> {
      double[] row = new double[result.length];
      boolean first = true;
      for (Share share : down.get(y)) {
        source.load(share.at(), line);
        for (int x = 0; x < row.length; x++) {
          double sum = 0;
          for (Share part : across.get(x)) {
            sum = single(sum + single(line[part.at()] * part.weight()));
          }
          row[x] = single(sum * share.weight());
        }
        if (first) {
          System.arraycopy(row, 0, result, 0, row.length);
          first = false;
        } else {
          for (int x = 0; x < row.length; x++) {
            result[x] = single(result[x] + row[x]);
          }
        }
      }
      if (first) {
        Arrays.fill(result, 0);
      }
      for (int x = 0; x < row.length; x++) {
        result[x] = OpenCvResize.stored(type, result[x]);
      }
    };
  }

  private double single(double value) {
    return type == DType.FLOAT64 ? value : (float) value;
  }
}
