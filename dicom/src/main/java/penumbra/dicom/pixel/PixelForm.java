package penumbra.dicom.pixel;

import java.util.OptionalInt;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.codec.frame.FrameForm;

/// What a data set says about its pixel data, after checks.
///
/// @param content which element holds it
/// @param rows from 1 to 65535
/// @param columns from 1 to 65535
/// @param photometric what samples mean
/// @param planar whether native colour has its samples in three planes
/// @param bitsAllocated 1, 8, 16 or 32; 64 for `DOUBLE`
/// @param bitsStored from 1 to `bitsAllocated`
/// @param highBit the number of the highest bit in use
/// @param signed whether samples are two's complement
/// @param frames at least 1
record PixelForm(
    Content content,
    int rows,
    int columns,
    Photometric photometric,
    boolean planar,
    int bitsAllocated,
    int bitsStored,
    int highBit,
    boolean signed,
    int frames) {
  private static final String CORRECT = "have its maker correct it";

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

  static PixelForm of(DataSet data) throws DicomException {
    Content content = content(data);
    int allocated = bitsAllocated(data, content);
    int stored = allocated;
    int high = allocated - 1;
    boolean signed = false;
    if (content == Content.INTEGER) {
      stored = within(data, Tags.BITS_STORED, "Bits Stored", allocated, 1, allocated);
      high = within(data, Tags.HIGH_BIT, "High Bit", stored - 1, stored - 1, allocated - 1);
      signed = within(data, Tags.PIXEL_REPRESENTATION, "Pixel Representation", 0, 0, 1) == 1;
    }
    Photometric photometric = photometric(data);
    if (content != Content.INTEGER && photometric.isColour()) {
      throw new DicomException(
          "must be grey where its pixels are floating-point numbers",
          "has Photometric Interpretation " + photometric.term(),
          CORRECT);
    }
    return new PixelForm(
        content,
        within(data, Tags.ROWS, "Rows", 0, 1, 65535),
        within(data, Tags.COLUMNS, "Columns", 0, 1, 65535),
        photometric,
        within(data, Tags.PLANAR_CONFIGURATION, "Planar Configuration", 0, 0, 1) == 1,
        allocated,
        stored,
        high,
        signed,
        within(data, Tags.NUMBER_OF_FRAMES, "Number of Frames", 1, 1, Integer.MAX_VALUE));
  }

  private static Content content(DataSet data) throws DicomException {
    for (Content content : Content.values()) {
      if (data.has(content.tag())) {
        return content;
      }
    }
    throw new DicomException(
        "must have pixel data", "has none", "give an object that holds an image");
  }

  private static int bitsAllocated(DataSet data, Content content) throws DicomException {
    int bits =
        switch (content) {
          case FLOAT -> 32;
          case DOUBLE -> 64;
          case INTEGER ->
              within(data, Tags.BITS_ALLOCATED, "Bits Allocated", 0, 1, Integer.MAX_VALUE);
        };
    if (content == Content.INTEGER && bits != 1 && bits != 8 && bits != 16 && bits != 32) {
      throw new DicomException(
          "must have Bits Allocated (0028,0100) of 1, 8, 16 or 32",
          "has " + bits,
          "convert it with another tool first");
    }
    return bits;
  }

  private static Photometric photometric(DataSet data) throws DicomException {
    Photometric photometric = Photometric.of(data.text(Tags.PHOTOMETRIC_INTERPRETATION).orElse(""));
    int samples = photometric.samples();
    within(data, Tags.SAMPLES_PER_PIXEL, "Samples per Pixel", samples, samples, samples);
    return photometric;
  }

  /// The number in an element, or `otherwise` where it is missing, which must be within bounds too.
  private static int within(
      DataSet data, Tag tag, String name, int otherwise, int least, int greatest)
      throws DicomException {
    OptionalInt number = data.integer(tag);
    int value = number.orElse(otherwise);
    if (value >= least && value <= greatest) {
      return value;
    }
    String bounds =
        least == greatest
            ? "of " + least
            : greatest == Integer.MAX_VALUE
                ? "of at least " + least
                : "from " + least + " to " + greatest;
    throw new DicomException(
        "must have " + name + " " + tag + " " + bounds,
        number.isPresent() ? "has " + value : "has none",
        CORRECT);
  }

  /// The samples of one frame as native pixel data has them, where chroma may be halved.
  long nativeSamples() {
    return (long) rows * columns * (photometric.halvesChroma() ? 2 : photometric.samples());
  }

  /// The bits of one frame of native pixel data.
  long nativeBits() {
    return nativeSamples() * bitsAllocated;
  }

  /// What a codec has to know.
  FrameForm frameForm() {
    return new FrameForm(rows, columns, photometric.samples(), bitsAllocated, bitsStored, signed);
  }
}
