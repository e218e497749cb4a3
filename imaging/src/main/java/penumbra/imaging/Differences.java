package penumbra.imaging;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import penumbra.catalogue.Numbers;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.figure.ImagePanel;
import penumbra.figure.colour.Colormap;
import penumbra.figure.colour.ValueRange;

/// The signed difference of two images: blue where the second is lower, red where it is higher,
/// white where they are equal.
///
/// ```
/// NdArray change = Differences.between(before, after);
/// ImagePanel panel = Differences.panel("Difference", change, 99.5);
/// ```
public final class Differences {
  /// Blue, white, red.
  private static final Colormap DIVERGING = Colormap.named("RdBu_r");

  private static final int LINE = 8192;

  private Differences() {}

  /// The second image minus the first, `FLOAT64`.
  public static NdArray between(NdArray first, NdArray second) {
    if (!Arrays.equals(first.shape(), second.shape())) {
      throw InvalidInputException.of(
          "the shape of the second image",
          "must be that of the first, " + NdArray.describe(first.shape()),
          NdArray.describe(second.shape()),
          "leave the difference out");
    }
    MemorySegment target = NdArray.allocate(DType.FLOAT64, first.size());
    double[] values = new double[LINE];
    double[] others = new double[LINE];
    for (long from = 0; from < first.size(); from += LINE) {
      int n = (int) Math.min(LINE, first.size() - from);
      second.load(from, values, 0, n);
      first.load(from, others, 0, n);
      for (int i = 0; i < n; i++) {
        values[i] -= others[i];
      }
      DType.FLOAT64.store(values, 0, target, from, n);
    }
    return NdArray.of(DType.FLOAT64, target, first.shape());
  }

  /// The differences within limits that are symmetric about 0 and contain `percent` of their
  /// magnitudes; the bar ends in arrows if there are others.
  public static ImagePanel panel(String title, NdArray change, double percent) {
    ImagePanel panel =
        ImagePanel.of(title, change, DIVERGING)
            .withRange(ValueRange.symmetric(change, percent))
            .withColourBar(true);
    return panel.range().equals(ValueRange.symmetric(change))
        ? panel
        : panel.withCaption(
            "the most extreme " + Numbers.rounded(100 - percent) + " % in the end colours");
  }
}
