package penumbra.figure;

import java.util.Arrays;
import java.util.List;
import penumbra.core.InvalidInputException;

/// A plot of a histogram: bins of equal width from `min` to `max`, drawn from 0 up.
///
/// ```
/// DensityPanel panel = DensityPanel.of("Pixel density", 0, 255, counts)
///     .withAxisLabels("grey value", "pixels");
/// ```
///
/// The horizontal axis ends at `min` and `max`, the vertical one at 0 and `top`; a logarithmic one
/// begins at half the smallest value above 0. Arrows mark bins that are higher than `top`.
///
/// @param min where the first bin begins
/// @param max where the last bin ends
/// @param values the height of each bin, at least one, none negative
/// @param style a filled curve or bars
/// @param scale of the vertical axis
/// @param top the value at the upper end of the vertical axis; higher bins are cut off there
/// @param xLabel below the horizontal axis; empty for none
/// @param yLabel beside the vertical axis; empty for none
public record DensityPanel(
    String title,
    double min,
    double max,
    List<Double> values,
    Style style,
    Scale scale,
    double top,
    String xLabel,
    String yLabel,
    String caption)
    implements Panel {

  /// How the values are drawn.
  public enum Style {
    /// A line through the middles of the bins, level to both ends, above a filled area.
    CURVE,
    /// One bar for each bin.
    BARS
  }

  /// The scale of the vertical axis.
  public enum Scale {
    /// Linear.
    LINEAR,
    /// Logarithmic, for counts that differ by powers of ten.
    LOGARITHMIC
  }

  public DensityPanel {
    values = List.copyOf(values);
    if (!(Double.isFinite(min) && Double.isFinite(max) && min < max)) {
      throw InvalidInputException.of(
          "the horizontal axis of a density plot",
          "must go from a number to a greater one",
          min + " to " + max,
          "give the range of the grey values, for example 0 to 255");
    }
    if (values.isEmpty()) {
      throw InvalidInputException.of(
          "the number of bins of a density plot",
          "must be at least 1",
          values.size(),
          "count the values first");
    }
    for (double value : values) {
      InvalidInputException.require(
          value >= 0 && Double.isFinite(value),
          "a value of a density plot",
          "must be a number of at least 0",
          value,
          "give counts or shares");
    }
    InvalidInputException.require(
        top > 0 && Double.isFinite(top),
        "the top of a density plot",
        "must be greater than 0",
        top,
        "give the greatest value to show");
  }

  /// Counts up to the greatest of them, as a filled curve.
  public static DensityPanel of(String title, double min, double max, long... counts) {
    return of(title, min, max, Arrays.stream(counts).asDoubleStream().toArray());
  }

  /// Values up to the greatest of them, as a filled curve.
  public static DensityPanel of(String title, double min, double max, double... values) {
    double greatest = Arrays.stream(values).max().orElse(0);
    double top = greatest > 0 ? greatest : 1;
    List<Double> list = Arrays.stream(values).boxed().toList();
    return new DensityPanel(title, min, max, list, Style.CURVE, Scale.LINEAR, top, "", "", "");
  }

  /// The same values drawn in another way.
  public DensityPanel withStyle(Style newStyle) {
    return new DensityPanel(title, min, max, values, newStyle, scale, top, xLabel, yLabel, caption);
  }

  /// The same plot with another vertical axis.
  public DensityPanel withScale(Scale newScale) {
    return new DensityPanel(title, min, max, values, style, newScale, top, xLabel, yLabel, caption);
  }

  /// The same plot with spikes at its ends cut off, if there are any ([Spikes]); its caption then
  /// also says how high they are.
  public DensityPanel withSpikesCut() {
    return withTop(Spikes.top(values)).withCutNoted();
  }

  /// The same plot; its caption also says which bins are higher than its top, and how high they
  /// are.
  public DensityPanel withCutNoted() {
    String note = Spikes.describe(this);
    return withCaption(caption + (note.isEmpty() || caption.isEmpty() ? "" : "; ") + note);
  }

  /// The same plot up to another value, for comparing plots.
  public DensityPanel withTop(double newTop) {
    return new DensityPanel(title, min, max, values, style, scale, newTop, xLabel, yLabel, caption);
  }

  /// The same plot with other words at its axes.
  public DensityPanel withAxisLabels(String newXLabel, String newYLabel) {
    return new DensityPanel(
        title, min, max, values, style, scale, top, newXLabel, newYLabel, caption);
  }

  /// The same plot above another caption.
  public DensityPanel withCaption(String newCaption) {
    return new DensityPanel(title, min, max, values, style, scale, top, xLabel, yLabel, newCaption);
  }
}
