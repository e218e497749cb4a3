package penumbra.catalogue;

import java.util.Map;
import java.util.Set;
import penumbra.core.GreyScale;
import penumbra.core.Radiograph;
import penumbra.core.filter.intensity.Windowing;

/// Windows of DICOM's function LINEAR, given as shares of the grey scale. Such a window counts
/// whole numbers, of which a window of width 256 holds 256, from half a number below the first to
/// half above the last. On another scale these halves are as wide as a level of 8 bits.
final class SharedWindow {
  private static final String LINEAR = "linear";

  private SharedWindow() {}

  /// Changes the numbers that were shares, so that the filter shows `image` as it shows the twin of
  /// 8 bits.
  ///
  /// @param shares the names of the values that were shares
  /// @param values the values of all parameters that were given, on the scale of the image
  static void adjust(
      Operation operation, Set<String> shares, Map<String, String> values, Radiograph image) {
    boolean linear = values.getOrDefault("function", LINEAR).equals(LINEAR);
    if (!(operation.standard() instanceof Windowing) || !linear || image.scale().isEmpty()) {
      return;
    }
    double level = image.scale().get().width() / GreyScale.EIGHT_BITS.width();
    if (shares.contains("center")) {
      values.computeIfPresent("center", (_, text) -> sum(text, (1 - level) / 2));
    }
    if (shares.contains("width")) {
      values.computeIfPresent("width", (_, text) -> sum(text, 1 - level));
    }
  }

  private static String sum(String number, double more) {
    return Double.toString(Double.parseDouble(number) + more);
  }
}
