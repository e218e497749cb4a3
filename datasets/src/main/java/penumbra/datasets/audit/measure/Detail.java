package penumbra.datasets.audit.measure;

import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.filter.Gaussian;

/// Square pictures of fine detail, for comparison by [Registration].
final class Detail {
  private Detail() {}

  /// The equalised picture without structures broader than `sigma`.
  static float[] of(Tile tile, double sigma) {
    int side = tile.side();
    float[] evened = tile.values();
    NdArray broad =
        Gaussian.of(sigma).apply(NdArray.ofFloat32(evened, side, side), Execution.ofThreads(1));
    double[] row = new double[side];
    float[] detail = new float[evened.length];
    for (int y = 0; y < side; y++) {
      broad.load((long) y * side, row, 0, side);
      for (int x = 0; x < side; x++) {
        detail[y * side + x] = (float) (evened[y * side + x] - row[x]);
      }
    }
    return detail;
  }

  /// The number of lines at each edge that are not compared, because a cropped picture lacks them.
  static int margin(int side) {
    return Math.max(2, side / 20);
  }

  /// The picture scaled and shifted about its centre, with bilinear interpolation; beyond its
  /// edges, the edge values continue.
  static float[] moved(float[] picture, int side, double[] place) {
    double middle = (side - 1) / 2.0;
    float[] moved = new float[picture.length];
    for (int y = 0; y < side; y++) {
      double down = middle + place[3] * side + (1 + place[2]) * (y - middle);
      down = Math.clamp(down, 0, side - 1);
      int top = Math.min((int) down, side - 2);
      float below = (float) (down - top);
      for (int x = 0; x < side; x++) {
        double across = middle + place[1] * side + (1 + place[0]) * (x - middle);
        across = Math.clamp(across, 0, side - 1);
        int left = Math.min((int) across, side - 2);
        float beside = (float) (across - left);
        int at = top * side + left;
        float upper = picture[at] + beside * (picture[at + 1] - picture[at]);
        float lower = picture[at + side] + beside * (picture[at + side + 1] - picture[at + side]);
        moved[y * side + x] = upper + below * (lower - upper);
      }
    }
    return moved;
  }

  /// The correlation of both within the margins; 0 if one has no detail.
  static double correlation(float[] first, float[] second, int side) {
    int margin = margin(side);
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    int n = (side - 2 * margin) * (side - 2 * margin);
    for (int y = margin; y < side - margin; y++) {
      for (int at = y * side + margin; at < y * side + side - margin; at++) {
        a += first[at];
        b += second[at];
        aa += first[at] * first[at];
        bb += second[at] * second[at];
        ab += first[at] * second[at];
      }
    }
    double spread = (aa - a * a / n) * (bb - b * b / n);
    return spread > 1e-12 ? (ab - a * b / n) / Math.sqrt(spread) : 0;
  }
}
