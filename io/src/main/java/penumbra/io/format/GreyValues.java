package penumbra.io.format;

import java.util.Locale;

/// Which of the three grey values of a medical image are read. A picture that knows no difference
/// gives the same for all.
public enum GreyValues {
  /// As the detector or its software stored them.
  STORED,
  /// In the modality's own unit, after the rescale or the modality's table: what filters work on.
  MODALITY,
  /// As they are meant to be seen, after window and polarity.
  DISPLAY;

  /// As users name them: `stored`, `modality`, `display`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
