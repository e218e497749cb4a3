package penumbra.dicom.codec.frame;

/// What the data set says about each frame of its pixel data.
///
/// @param rows the height, at least 1
/// @param columns the width, at least 1
/// @param samplesPerPixel 1 for grey and palettes, 3 for colour
/// @param bitsAllocated 1, 8, 16 or 32
/// @param bitsStored at most `bitsAllocated`
/// @param signed whether samples are two's complement
public record FrameForm(
    int rows, int columns, int samplesPerPixel, int bitsAllocated, int bitsStored, boolean signed) {
  /// The bytes of one sample when decoded: 1, 2 or 4.
  public int bytesPerSample() {
    return Math.max(1, bitsAllocated / 8);
  }

  /// The number of samples.
  public long samples() {
    return (long) rows * columns * samplesPerPixel;
  }
}
