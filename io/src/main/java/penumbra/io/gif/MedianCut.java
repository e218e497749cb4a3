package penumbra.io.gif;

import java.util.Arrays;

/// Chooses 256 colours for a picture that has more: cells of 4 x 4 x 4 neighbouring colours are
/// gathered in one box, and the box whose colours differ most is cut in two at its mean, until
/// there are 256; then each colour moves to the mean of the cells that are nearest to it. No
/// randomness, no dithering.
final class MedianCut {
  private static final int CELLS = 1 << 18;
  private static final int REFINEMENTS = 2;

  private final long[] count = new long[CELLS];
  private final double[][] mean = new double[3][CELLS];

  /// The cells in use; a box is a range of them.
  private final int[] cells;

  /// The number of the colour that each cell is shown in.
  private final int[] number = new int[CELLS];

  MedianCut(byte[] rgb) {
    for (int i = 0; i < rgb.length; i += 3) {
      int cell = cellOf(rgb, i);
      count[cell]++;
      for (int band = 0; band < 3; band++) {
        mean[band][cell] += rgb[i + band] & 0xFF;
      }
    }
    int used = 0;
    int[] places = new int[CELLS];
    for (int cell = 0; cell < CELLS; cell++) {
      if (count[cell] > 0) {
        places[used++] = cell;
        for (int band = 0; band < 3; band++) {
          mean[band][cell] /= count[cell];
        }
      }
    }
    cells = Arrays.copyOf(places, used);
  }

  private static int cellOf(byte[] rgb, int at) {
    return (rgb[at] & 0xFC) << 10 | (rgb[at + 1] & 0xFC) << 4 | (rgb[at + 2] & 0xFC) >> 2;
  }

  /// A range of [#cells] with the band that varies most in it and how much, summed over its pixels.
  private record Box(int from, int to, int band, double mean, double spread) {}

  /// The colours, and the pixels shown in them.
  GifPalette palette(byte[] rgb) {
    cut();
    double[][] colours = means();
    for (int i = 0; i < REFINEMENTS; i++) {
      assign(colours);
      colours = means();
    }
    byte[] table = new byte[3 * GifPalette.MAX_COLOURS];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) Math.round(colours[i / 3][i % 3]);
    }
    assign(colours);
    byte[] indices = new byte[rgb.length / 3];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = (byte) number[cellOf(rgb, 3 * i)];
    }
    return new GifPalette(table, indices);
  }

  private void cut() {
    Box[] boxes = new Box[GifPalette.MAX_COLOURS];
    boxes[0] = box(0, cells.length);
    int n = 1;
    while (n < boxes.length) {
      int widest = 0;
      for (int i = 1; i < n; i++) {
        widest = boxes[i].spread > boxes[widest].spread ? i : widest;
      }
      Box box = boxes[widest];
      if (box.spread <= 0) {
        break;
      }
      int middle = partition(box);
      boxes[widest] = box(box.from, middle);
      boxes[n++] = box(middle, box.to);
    }
    for (int i = 0; i < n; i++) {
      for (int place = boxes[i].from; place < boxes[i].to; place++) {
        number[cells[place]] = i;
      }
    }
  }

  private Box box(int from, int to) {
    int widest = 0;
    double[] means = new double[3];
    double[] spreads = new double[3];
    for (int band = 0; band < 3; band++) {
      double sum = 0;
      double pixels = 0;
      for (int place = from; place < to; place++) {
        sum += mean[band][cells[place]] * count[cells[place]];
        pixels += count[cells[place]];
      }
      means[band] = sum / pixels;
      for (int place = from; place < to; place++) {
        double away = mean[band][cells[place]] - means[band];
        spreads[band] += away * away * count[cells[place]];
      }
      widest = spreads[band] > spreads[widest] ? band : widest;
    }
    // One cell cannot be cut, whatever rounding makes of its spread.
    double spread = to - from > 1 ? spreads[widest] : 0;
    return new Box(from, to, widest, means[widest], spread);
  }

  /// Brings the cells at or below the mean to the front; both parts hold at least one cell.
  private int partition(Box box) {
    double[] band = mean[box.band];
    int middle = box.from;
    for (int place = box.from; place < box.to; place++) {
      int cell = cells[place];
      if (band[cell] <= box.mean) {
        cells[place] = cells[middle];
        cells[middle++] = cell;
      }
    }
    return Math.clamp(middle, box.from + 1, box.to - 1);
  }

  /// The mean of each number's pixels; black for a number that has none.
  private double[][] means() {
    double[][] sums = new double[GifPalette.MAX_COLOURS][4];
    for (int cell : cells) {
      double[] sum = sums[number[cell]];
      for (int band = 0; band < 3; band++) {
        sum[band] += mean[band][cell] * count[cell];
      }
      sum[3] += count[cell];
    }
    for (double[] sum : sums) {
      for (int band = 0; band < 3; band++) {
        sum[band] = sum[3] > 0 ? sum[band] / sum[3] : 0;
      }
    }
    return sums;
  }

  private void assign(double[][] colours) {
    for (int cell : cells) {
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < colours.length; i++) {
        double red = mean[0][cell] - colours[i][0];
        double green = mean[1][cell] - colours[i][1];
        double blue = mean[2][cell] - colours[i][2];
        double distance = red * red + green * green + blue * blue;
        if (distance < least) {
          least = distance;
          number[cell] = i;
        }
      }
    }
  }
}
