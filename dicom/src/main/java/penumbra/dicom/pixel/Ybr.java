package penumbra.dicom.pixel;

/// Luma and chroma into red, green and blue by ITU-R BT.601, in whole numbers with 16 binary
/// places, rounded to nearest: libjpeg's arithmetic for 8 bits, the same for more.
///
/// ```
/// new Ybr(8, true).toRgb(line, 0);   // line[0 .. 2]: Y, Cb, Cr -> R, G, B
/// ```
///
/// @param bits the bits of a sample
/// @param full whether all values are in use, else luma is from 16 to 235 and chroma from 16 to
///   240, times 2^(bits - 8)
record Ybr(int bits, boolean full) {
  private static final long HALF = 1 << 15;

  /// Replaces the three samples from `line[at]` on, which are unsigned.
  void toRgb(int[] line, int at) {
    long max = (1L << bits) - 1;
    long middle = 1L << (bits - 1);
    long luma = Integer.toUnsignedLong(line[at]);
    long blue = Integer.toUnsignedLong(line[at + 1]) - middle;
    long red = Integer.toUnsignedLong(line[at + 2]) - middle;
    if (full) {
      line[at] = clamp(luma + ((red * 91881 + HALF) >> 16), max);
      line[at + 1] = clamp(luma + ((-22554 * blue - 46802 * red + HALF) >> 16), max);
      line[at + 2] = clamp(luma + ((blue * 116130 + HALF) >> 16), max);
    } else {
      long grey = (luma - (middle >> 3)) * 76309 + HALF;
      line[at] = clamp((grey + red * 104597) >> 16, max);
      line[at + 1] = clamp((grey - 25674 * blue - 53279 * red) >> 16, max);
      line[at + 2] = clamp((grey + blue * 132201) >> 16, max);
    }
  }

  private static int clamp(long value, long max) {
    return (int) Math.clamp(value, 0, max);
  }
}
