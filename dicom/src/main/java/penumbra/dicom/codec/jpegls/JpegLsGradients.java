package penumbra.dicom.codec.jpegls;

/// Finds the context of a sample from the differences of its neighbours.
///
/// ```
/// int context = gradients.context(d - b, b - c, c - a); // -364..364, 0 in flat surroundings
/// ```
///
/// The three thresholds and the allowed error divide the differences into nine classes, -4..4.
/// Negated differences give the negated context. T.87, A.3.3 and A.3.4.
final class JpegLsGradients {
  private final int reach;
  private final byte[] classes;

  JpegLsGradients(JpegLsPreset preset, int near) {
    reach = preset.threshold3();
    classes = new byte[2 * reach + 1];
    for (int difference = 0; difference <= reach; difference++) {
      byte level = level(difference, preset, near);
      classes[reach + difference] = level;
      classes[reach - difference] = (byte) -level;
    }
  }

  int context(int first, int second, int third) {
    return (level(first) * 9 + level(second)) * 9 + level(third);
  }

  private int level(int difference) {
    return classes[Math.max(-reach, Math.min(difference, reach)) + reach];
  }

  private static byte level(int difference, JpegLsPreset preset, int near) {
    if (difference <= near) {
      return 0;
    }
    if (difference < preset.threshold1()) {
      return 1;
    }
    if (difference < preset.threshold2()) {
      return 2;
    }
    return (byte) (difference < preset.threshold3() ? 3 : 4);
  }
}
