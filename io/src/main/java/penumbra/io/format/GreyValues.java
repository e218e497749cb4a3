package penumbra.io.format;

import java.util.Locale;

/// Which of the three kinds of grey values of a medical image are read. For other pictures all
/// three are the same.
public enum GreyValues {
  /// As the detector or its software stored them.
  STORED,
  /// In the modality's own unit, after the rescale or the modality's table. Filters work on these.
  MODALITY,
  /// As they are displayed, after window and polarity.
  DISPLAY;

  /// As users name them: `stored`, `modality`, `display`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
