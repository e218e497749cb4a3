package penumbra.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// The spikes at the ends of a histogram. Pictures have much black around the body and white
/// letters, whose bins would flatten all others.
///
/// The ends are the outermost bins, one in 32 of all bins at each side. They are spikes if one of
/// them is more than 1.5 times as high as everything between them. The plot then ends a twentieth
/// above the bins between them.
public final class Spikes {
  private static final int SHARE_OF_AN_END = 32;
  private static final double TALL = 1.5;
  private static final double ROOM = 1.05;

  private Spikes() {}

  /// The end of the vertical axis for a plot of these values: at the largest, or above everything
  /// but the spikes. 1 if all are 0.
  public static double top(List<Double> values) {
    double all = greatest(values);
    int end = Math.max(1, values.size() / SHARE_OF_AN_END);
    double inner = values.size() > 2 * end ? greatest(values.subList(end, values.size() - end)) : 0;
    if (inner > 0 && all > TALL * inner) {
      return ROOM * inner;
    }
    return all > 0 ? all : 1;
  }

  /// The bins that are higher than the plot: `cut off at 0: 24,872 pixels`; empty if there are
  /// none.
  static String describe(DensityPanel panel) {
    var text = new StringBuilder();
    int bins = panel.values().size();
    for (int bin = 0; bin < bins; bin++) {
      int last = bin;
      while (last < bins && panel.values().get(last) > panel.top()) {
        last++;
      }
      if (last > bin) {
        text.append(text.isEmpty() ? "cut off at " : "; at ").append(place(panel, bin));
        text.append(last > bin + 1 ? " to " + place(panel, last - 1) + ": up to " : ": ");
        text.append(height(greatest(panel.values().subList(bin, last))));
        bin = last;
      }
    }
    return text.isEmpty() || panel.yLabel().isEmpty()
        ? text.toString()
        : text + " " + panel.yLabel();
  }

  /// The lower edge of a bin, or for the last bin its upper edge, so that the labels are 0 and 255.
  private static String place(DensityPanel panel, int bin) {
    int bins = panel.values().size();
    double edge =
        bin == bins - 1 ? panel.max() : panel.min() + bin * (panel.max() - panel.min()) / bins;
    double step = (panel.max() - panel.min()) / bins;
    return NumberText.of(step > 0.9 ? Math.rint(edge) : edge);
  }

  /// Whole numbers in full, others to four digits.
  private static String height(double value) {
    return value == Math.rint(value)
        ? NumberText.ofWhole(value)
        : NumberText.of(new BigDecimal(value).round(new MathContext(4)).doubleValue());
  }

  private static double greatest(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
