package penumbra.dicom.codec.jpegls;

import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameErrors;

/// The parameters of the contexts: the largest sample, the thresholds of gradients, and the number
/// of samples after which a context's counts are halved. T.87, C.2.4.1.1.
///
/// ```
/// JpegLsPreset.standard(255, 0) // maximum=255, threshold1=3, threshold2=7, threshold3=21, reset=64
/// ```
record JpegLsPreset(int maximum, int threshold1, int threshold2, int threshold3, int reset) {
  private static final int STANDARD_RESET = 64;

  /// The default values, for frames that give none.
  static JpegLsPreset standard(int maximum, int near) {
    if (maximum >= 128) {
      int factor = (Math.min(maximum, 4095) + 128) / 256;
      return clamped(
          maximum,
          near,
          factor + 2 + 3 * near,
          factor * 4 + 3 + 5 * near,
          factor * 17 + 4 + 7 * near);
    }
    int divisor = 256 / (maximum + 1);
    return clamped(
        maximum,
        near,
        Math.max(2, 3 / divisor + 3 * near),
        Math.max(3, 7 / divisor + 5 * near),
        Math.max(4, 21 / divisor + 7 * near));
  }

  /// These values, with the standard's default for each that is zero.
  ///
  /// @throws DicomException if they are not in order
  JpegLsPreset completed(int bits, int near) throws DicomException {
    int largest = maximum == 0 ? (1 << bits) - 1 : maximum;
    JpegLsPreset standard = standard(largest, near);
    JpegLsPreset whole =
        new JpegLsPreset(
            largest,
            threshold1 == 0 ? standard.threshold1 : threshold1,
            threshold2 == 0 ? standard.threshold2 : threshold2,
            threshold3 == 0 ? standard.threshold3 : threshold3,
            reset == 0 ? STANDARD_RESET : reset);
    whole.check(bits, near);
    return whole;
  }

  private void check(int bits, int near) throws DicomException {
    if (near > Math.min(255, maximum / 2)) {
      throw FrameErrors.of(
          "a JPEG-LS scan of samples up to " + maximum + " must be at most half of that off",
          "says " + near);
    }
    if (maximum >= 1 << bits
        || threshold1 <= near
        || threshold2 < threshold1
        || threshold3 < threshold2
        || threshold3 > maximum
        || reset < 3
        || reset > Math.max(255, maximum)) {
      throw FrameErrors.of(
          "the preset parameters of a JPEG-LS frame must be in order and fit " + bits + " bits",
          "says MAXVAL="
              + maximum
              + " T1="
              + threshold1
              + " T2="
              + threshold2
              + " T3="
              + threshold3
              + " RESET="
              + reset
              + " for NEAR="
              + near);
    }
  }

  private static JpegLsPreset clamped(int maximum, int near, int first, int second, int third) {
    int threshold1 = inRangeOrLeast(first, near + 1, maximum);
    int threshold2 = inRangeOrLeast(second, threshold1, maximum);
    int threshold3 = inRangeOrLeast(third, threshold2, maximum);
    return new JpegLsPreset(maximum, threshold1, threshold2, threshold3, STANDARD_RESET);
  }

  private static int inRangeOrLeast(int value, int least, int most) {
    return value < least || value > most ? least : value;
  }
}
