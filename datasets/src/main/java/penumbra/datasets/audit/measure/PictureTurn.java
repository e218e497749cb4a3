package penumbra.datasets.audit.measure;

import java.util.Locale;
import penumbra.core.NdArray;

/// How a picture may be turned and mirrored: rows and columns exchanged or not, then the order of
/// the rows and of the columns reversed or not.
public enum PictureTurn {
  UPRIGHT(false, false, false, ""),
  MIRRORED(false, false, true, "mirrored"),
  UPSIDE_DOWN(false, true, false, "mirrored top to bottom"),
  TURNED_180(false, true, true, "turned by 180 degrees"),
  TURNED_90(true, false, true, "turned by 90 degrees"),
  TURNED_270(true, true, false, "turned by 270 degrees"),
  TRANSPOSED(true, false, false, "mirrored and turned by 270 degrees"),
  TRANSPOSED_BACK(true, true, true, "mirrored and turned by 90 degrees");

  private final boolean exchanged;
  private final boolean rowsReversed;
  private final boolean columnsReversed;
  private final String words;

  PictureTurn(boolean exchanged, boolean rowsReversed, boolean columnsReversed, String words) {
    this.exchanged = exchanged;
    this.rowsReversed = rowsReversed;
    this.columnsReversed = columnsReversed;
    this.words = words;
  }

  /// What it does, clockwise: `turned by 90 degrees`; empty for upright.
  public String words() {
    return words;
  }

  /// What undoes it.
  public PictureTurn inverse() {
    return switch (this) {
      case TURNED_90 -> TURNED_270;
      case TURNED_270 -> TURNED_90;
      default -> this;
    };
  }

  /// The picture in this orientation; shape (height, width), in 8 bits.
  public NdArray of(NdArray levels) {
    if (this == UPRIGHT) {
      return levels;
    }
    int height = levels.length(exchanged ? 1 : 0);
    int width = levels.length(exchanged ? 0 : 1);
    byte[] pixels = levels.toBytes();
    byte[] turned = new byte[pixels.length];
    for (int y = 0; y < height; y++) {
      int row = rowsReversed ? height - 1 - y : y;
      for (int x = 0; x < width; x++) {
        int column = columnsReversed ? width - 1 - x : x;
        turned[y * width + x] =
            exchanged ? pixels[column * height + row] : pixels[row * width + column];
      }
    }
    return NdArray.ofUint8(turned, height, width);
  }

  /// Of a picture in this orientation the coefficient of the cosines with these frequencies: where
  /// it is among those of the picture itself, as (row, column).
  int[] source(int row, int column) {
    return exchanged ? new int[] {column, row} : new int[] {row, column};
  }

  /// Whether that coefficient has the opposite sign: odd frequencies do where an axis is reversed.
  boolean negates(int row, int column) {
    return (rowsReversed && row % 2 == 1) != (columnsReversed && column % 2 == 1);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
