package penumbra.dicom.pixel;

import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.codec.frame.FrameForm;

/// What a data set says about its pixel data, after checks; see [PixelFormReader].
///
/// @param content which element holds it
/// @param rows from 1 to 65535
/// @param columns from 1 to 65535
/// @param photometric what samples mean
/// @param layout how native samples lie
/// @param bitsPacked how many bits a native sample takes
/// @param bitsAllocated of a sample once unpacked: 1, 8, 16, 32 or 64
/// @param bitsStored from 1 to `bitsAllocated`
/// @param highBit the number of the highest bit in use
/// @param signed whether samples are two's complement
/// @param frames at least 1, or 0 if their number is not known
record PixelForm(
    Content content,
    int rows,
    int columns,
    Photometric photometric,
    Layout layout,
    int bitsPacked,
    int bitsAllocated,
    int bitsStored,
    int highBit,
    boolean signed,
    int frames) {
  /// The elements that hold pixels.
  enum Content {
    INTEGER,
    FLOAT,
    DOUBLE;

    Tag tag() {
      return switch (this) {
        case INTEGER -> Tags.PIXEL_DATA;
        case FLOAT -> Tags.FLOAT_PIXEL_DATA;
        case DOUBLE -> Tags.DOUBLE_FLOAT_PIXEL_DATA;
      };
    }
  }

  /// How the samples of native pixels lie.
  enum Layout {
    /// Those of a pixel side by side.
    PIXELS,
    /// Each of them in a plane of its own.
    PLANES,
    /// Two lumas and the two chromas that they share.
    HALVED_CHROMA
  }

  /// The samples of one frame as native pixel data has them, where chroma may be halved.
  long nativeSamples() {
    return (long) rows * columns * (layout == Layout.HALVED_CHROMA ? 2 : photometric.samples());
  }

  /// The bits of one frame of native pixel data.
  long nativeBits() {
    return nativeSamples() * bitsPacked;
  }

  /// Whether a sample takes a number of bits that is no size of a number.
  boolean isPacked() {
    return bitsPacked != bitsAllocated || bitsPacked == 1;
  }

  /// What a codec has to know.
  FrameForm frameForm() {
    return new FrameForm(rows, columns, photometric.samples(), bitsAllocated, bitsStored, signed);
  }

  /// The same of another size.
  PixelForm withSize(int newRows, int newColumns) {
    return new PixelForm(
        content,
        newRows,
        newColumns,
        photometric,
        layout,
        bitsPacked,
        bitsAllocated,
        bitsStored,
        highBit,
        signed,
        frames);
  }

  /// The same with other samples.
  PixelForm withSamples(Photometric newPhotometric) {
    return new PixelForm(
        content,
        rows,
        columns,
        newPhotometric,
        layout,
        bitsPacked,
        bitsAllocated,
        bitsStored,
        highBit,
        signed,
        frames);
  }

  /// The same with samples of `bits`, all in use, in as many bytes as they need.
  PixelForm withBits(int bits) {
    int allocated = Math.max(bitsAllocated, containerOf(bits));
    return new PixelForm(
        content,
        rows,
        columns,
        photometric,
        layout,
        allocated,
        allocated,
        bits,
        bits - 1,
        signed,
        frames);
  }

  /// The same with so many frames.
  PixelForm withFrames(int newFrames) {
    return new PixelForm(
        content,
        rows,
        columns,
        photometric,
        layout,
        bitsPacked,
        bitsAllocated,
        bitsStored,
        highBit,
        signed,
        newFrames);
  }

  /// The smallest number of bits of a number that holds `bits`: 8, 16, 32 or 64.
  static int containerOf(int bits) {
    int container = Byte.SIZE;
    while (container < bits) {
      container *= 2;
    }
    return container;
  }
}
