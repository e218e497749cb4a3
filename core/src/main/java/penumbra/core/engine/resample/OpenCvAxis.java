package penumbra.core.engine.resample;

/// For each element of a new line the two old elements that OpenCV interpolates between.
///
/// @param first the place of the former of the two; may lie beyond the line along a column
/// @param share the weight of the latter
/// @param tail from which new element on only the former counts
@SuppressWarnings("ArrayRecordComponent") // not compared
record OpenCvAxis(int[] first, float[] share, int tail) {
  /// Along a row, where the places are held within the line.
  static OpenCvAxis ofRow(int from, int to, boolean area) {
    OpenCvAxis axis = ofColumn(from, to, area);
    int tail = to;
    for (int i = 0; i < to; i++) {
      if (axis.first[i] < 0) {
        axis.first[i] = 0;
        axis.share[i] = 0;
      }
      if (axis.first[i] + 1 >= from) {
        tail = Math.min(tail, i);
        if (axis.first[i] >= from - 1) {
          axis.first[i] = from - 1;
          axis.share[i] = 0;
        }
      }
    }
    return new OpenCvAxis(axis.first, axis.share, tail);
  }

  /// Along a column, where rows beyond the picture are its outermost ones.
  ///
  /// @param area whether new elements are placed as OpenCV's INTER_AREA does where it enlarges
  static OpenCvAxis ofColumn(int from, int to, boolean area) {
    double inverse = (double) to / from;
    double scale = 1 / inverse;
    int[] first = new int[to];
    float[] share = new float[to];
    for (int i = 0; i < to; i++) {
      if (area) {
        first[i] = (int) Math.floor(i * scale);
        float rest = (float) (i + 1 - (first[i] + 1) * inverse);
        share[i] = rest <= 0 ? 0 : rest - (float) Math.floor(rest);
      } else {
        float place = (float) ((i + 0.5) * scale - 0.5);
        first[i] = (int) Math.floor(place);
        share[i] = place - first[i];
      }
    }
    return new OpenCvAxis(first, share, to);
  }

  /// The weight of the former element.
  float rest(int i) {
    return 1 - share[i];
  }
}
