package penumbra.dicom.codec.jpeg2000;

/// The inverse wavelet transform of a component in place: from adjacent sub-bands to samples.
final class Wavelet {
  private static final int BATCH = 16;

  private final int[] plane;
  private final int stride;
  private final Lifting lifting;

  /// @param plane the component row by row, `stride` numbers each
  /// @param stride the width of the component
  /// @param lifting the filter
  Wavelet(int[] plane, int stride, Lifting lifting) {
    this.plane = plane;
    this.stride = stride;
    this.lifting = lifting;
  }

  /// Computes a resolution, of area `whole`, from the one below, of area `lower`, and its
  /// sub-bands.
  void inverse(TileArea whole, TileArea lower) {
    int width = whole.width();
    int height = whole.height();
    int[] line = new int[Math.max(width, height)];
    int[] lines = new int[BATCH * height];
    if (width > 0 && height > 0) {
      rows(whole, lower, line);
      columns(whole, lower, line, lines);
    }
  }

  private void rows(TileArea whole, TileArea lower, int[] line) {
    int first = whole.x0() & 1;
    int width = whole.width();
    for (int y = 0; y < whole.height(); y++) {
      int row = y * stride;
      for (int i = 0; i < lower.width(); i++) {
        line[2 * i + first] = plane[row + i];
      }
      for (int i = lower.width(); i < width; i++) {
        line[2 * (i - lower.width()) + 1 - first] = plane[row + i];
      }
      lifting.inverse(line, width, first);
      System.arraycopy(line, 0, plane, row, width);
    }
  }

  /// Processes several columns at a time, so that memory is read along its rows.
  private void columns(TileArea whole, TileArea lower, int[] line, int[] lines) {
    int first = whole.y0() & 1;
    int height = whole.height();
    for (int x = 0; x < whole.width(); x += BATCH) {
      int batch = Math.min(BATCH, whole.width() - x);
      for (int i = 0; i < height; i++) {
        boolean low = i < lower.height();
        int y = low ? 2 * i + first : 2 * (i - lower.height()) + 1 - first;
        for (int k = 0; k < batch; k++) {
          lines[k * height + y] = plane[i * stride + x + k];
        }
      }
      for (int k = 0; k < batch; k++) {
        System.arraycopy(lines, k * height, line, 0, height);
        lifting.inverse(line, height, first);
        System.arraycopy(line, 0, lines, k * height, height);
      }
      for (int y = 0; y < height; y++) {
        for (int k = 0; k < batch; k++) {
          plane[y * stride + x + k] = lines[k * height + y];
        }
      }
    }
  }
}
