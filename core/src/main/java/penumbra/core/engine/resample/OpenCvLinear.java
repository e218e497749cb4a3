package penumbra.core.engine.resample;

import penumbra.core.DType;

/// OpenCV's INTER_LINEAR, and its INTER_AREA where it enlarges: between two columns, then between
/// two rows.
///
/// @param type of the pixels
/// @param rows of the old picture
/// @param columns of the old picture
/// @param down between which old rows the new ones lie
/// @param across between which old columns
record OpenCvLinear(DType type, int rows, int columns, OpenCvAxis down, OpenCvAxis across)
    implements OpenCvPass {
  /// The weights of UINT8 are whole numbers of this.
  private static final int ONE = 2048;

  private static final int SHIFT = 4;
  private static final int POINT = 16;

  @Override
  public Lines lines() {
    return new Both();
  }

  /// Two rows between whose columns was interpolated.
  private final class Both implements Lines {
    private final double[] line = new double[columns];
    private final double[][] made = new double[2][across.first().length];
    private final int[] places = {-1, -1};
    private int picture = -1;

    @Override
    public void row(Source source, int ofPicture, int y, double[] result) {
      if (picture != ofPicture) {
        picture = ofPicture;
        places[0] = -1;
        places[1] = -1;
      }
      int first = down.first()[y];
      double[] upper = made(source, Math.clamp(first, 0, rows - 1));
      double[] lower = made(source, Math.clamp(first + 1, 0, rows - 1));
      for (int x = 0; x < result.length; x++) {
        result[x] = type == DType.UINT8 ? whole(upper[x], lower[x], y) : sum(upper[x], lower[x], y);
      }
    }

    /// Rows of even and of odd places each have a line, so that neighbours are both at hand.
    private double[] made(Source source, int row) {
      int slot = row % 2;
      if (places[slot] != row) {
        places[slot] = row;
        source.load(row, line);
        for (int x = 0; x < made[slot].length; x++) {
          made[slot][x] = between(line, x);
        }
      }
      return made[slot];
    }
  }

  private double between(double[] line, int x) {
    int at = across.first()[x];
    if (type == DType.UINT8) {
      return x >= across.tail()
          ? line[at] * ONE
          : line[at] * counted(across.rest(x)) + line[at + 1] * counted(across.share()[x]);
    }
    return x >= across.tail()
        ? line[at]
        : single(single(line[at] * across.rest(x)) + single(line[at + 1] * across.share()[x]));
  }

  private static int counted(float weight) {
    return (int) Math.rint(weight * ONE);
  }

  private double whole(double upper, double lower, int y) {
    int first = (counted(down.rest(y)) * ((int) upper >> SHIFT)) >> POINT;
    int second = (counted(down.share()[y]) * ((int) lower >> SHIFT)) >> POINT;
    return ((first + second + 2) >> 2) & 0xFF;
  }

  private double sum(double upper, double lower, int y) {
    double sum = single(single(upper * down.rest(y)) + single(lower * down.share()[y]));
    return OpenCvResize.stored(type, sum);
  }

  private double single(double value) {
    return type == DType.FLOAT64 ? value : (float) value;
  }
}
