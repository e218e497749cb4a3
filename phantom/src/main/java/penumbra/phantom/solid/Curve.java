package penumbra.phantom.solid;

/// A smooth line through given points, which never swings beyond them (monotone cubic Hermite
/// interpolation, Fritsch and Carlson 1980); beyond the ends it stays level.
public final class Curve {
  private final double[] x;
  private final double[] y;
  private final double[] slope;

  private Curve(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    int n = x.length;
    double[] step = new double[n - 1];
    for (int i = 0; i < n - 1; i++) {
      step[i] = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
    }
    slope = new double[n];
    slope[0] = step[0];
    slope[n - 1] = step[n - 2];
    for (int i = 1; i < n - 1; i++) {
      double before = step[i - 1];
      double after = step[i];
      slope[i] = before * after > 0 ? 2 * before * after / (before + after) : 0;
    }
  }

  /// The curve through the points `(pairs[0], pairs[1])`, `(pairs[2], pairs[3])`, ..., in rising
  /// order of the first.
  public static Curve through(double... pairs) {
    double[] x = new double[pairs.length / 2];
    double[] y = new double[pairs.length / 2];
    for (int i = 0; i < x.length; i++) {
      x[i] = pairs[2 * i];
      y[i] = pairs[2 * i + 1];
    }
    return new Curve(x, y);
  }

  double first() {
    return x[0];
  }

  double last() {
    return x[x.length - 1];
  }

  public double at(double position) {
    int n = x.length;
    if (position <= x[0]) {
      return y[0];
    }
    if (position >= x[n - 1]) {
      return y[n - 1];
    }
    int i = 0;
    while (position > x[i + 1]) {
      i++;
    }
    double width = x[i + 1] - x[i];
    double t = (position - x[i]) / width;
    double s = 1 - t;
    return s * s * ((1 + 2 * t) * y[i] + t * width * slope[i])
        + t * t * ((1 + 2 * s) * y[i + 1] - s * width * slope[i + 1]);
  }
}
