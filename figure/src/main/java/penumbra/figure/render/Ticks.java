package penumbra.figure.render;

import java.util.ArrayList;
import java.util.List;
import penumbra.figure.NumberText;

/// Round values along an axis: multiples of 1, 2 or 5 times a power of ten.
///
/// @param values in ascending order, all within the axis
/// @param labels what stands beside each
record Ticks(List<Double> values, List<String> labels) {
  private static final double[] ROUND = {1, 2, 5, 10};
  private static final double SLACK = 1e-9;

  /// From 1 to `most` round values between `min` and `max`, as many as round steps allow; `min`
  /// alone if the axis has no length.
  static Ticks between(double min, double max, int most) {
    if (!(max > min) || !Double.isFinite(max - min)) {
      return new Ticks(List.of(min), List.of(NumberText.of(min)));
    }
    double step = step(min, max, Math.max(2, most));
    List<Double> all = values(min, max, step);
    List<Double> values = all.subList(0, Math.min(all.size(), Math.max(1, most)));
    double largest = Math.max(Math.abs(min), Math.abs(max));
    return new Ticks(
        values, values.stream().map(value -> NumberText.of(value, step, largest)).toList());
  }

  /// From 1 to `most` powers of ten between `min` and `max`, both above 0, equally many apart;
  /// where there are fewer than two, round values as on other axes.
  public static Ticks logarithmic(double min, double max, int most) {
    int first = (int) Math.ceil(StrictMath.log10(min) - SLACK);
    int last = (int) Math.floor(StrictMath.log10(max) + SLACK);
    if (last <= first) {
      return between(min, max, most);
    }
    int stride = Math.ceilDiv(last - first + 1, Math.max(1, most));
    List<Double> values = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int exponent = first; exponent <= last; exponent += stride) {
      double value = StrictMath.pow(10, exponent);
      values.add(value);
      labels.add(NumberText.ofPower(exponent, first < -3 || last > 5));
    }
    return new Ticks(values, labels);
  }

  private static double step(double min, double max, int most) {
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10((max - min) / most)) - 1);
    while (true) {
      for (double factor : ROUND) {
        double step = factor * power;
        if (Math.floor(max / step + SLACK) - Math.ceil(min / step - SLACK) + 1 <= most) {
          return step;
        }
      }
      power *= 10;
    }
  }

  private static List<Double> values(double min, double max, double step) {
    List<Double> values = new ArrayList<>();
    long first = (long) Math.ceil(min / step - SLACK);
    long last = (long) Math.floor(max / step + SLACK);
    for (long i = first; i <= last; i++) {
      // A step below 1 is the inverse of a whole number, so that 3 tenths are 0.3.
      values.add(step < 1 ? i / (double) Math.round(1 / step) : i * step);
    }
    return values;
  }
}
