package penumbra.dicom.pixel;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.pixel.PixelForm.Content;

/// Reads what a data set says about its pixel data. Where elements are missing or contradict each
/// other and only one reading makes sense, it takes that one and reports it.
///
/// ```
/// PixelForm form = new PixelFormReader(data, OptionalLong.empty(), odd::add).read();
/// ```
///
/// @param data the data set
/// @param nativeBits how many bits of native pixel data there are; empty if it is coded
/// @param odd takes what is odd, as sentences
record PixelFormReader(DataSet data, OptionalLong nativeBits, Consumer<String> odd) {
  private static final String CORRECT = "ask its maker to correct it";

  /// The form; of 0 frames if it is coded, and their number is not said.
  PixelForm read() throws DicomException {
    Content content = content(data);
    int packed = bitsPacked(content);
    int rows = within(Tags.ROWS, "Rows", 0, 1, 65535);
    int columns = within(Tags.COLUMNS, "Columns", 0, 1, 65535);
    int told = framesTold();
    long frameBits = (long) rows * columns * packed;
    var samples = new SamplesTold(data, saturated(frameBits, told), nativeBits, odd, content);
    Photometric photometric = samples.photometric();
    if (content == Content.INTEGER && packed > Integer.SIZE && photometric.isColour()) {
      throw new DicomException(
          "must have at most 32 bits a sample where it is colour",
          "has " + packed,
          "convert it with another tool first");
    }
    int allocated = packed == 1 && nativeBits.isPresent() ? 1 : PixelForm.containerOf(packed);
    if (packed != allocated && packed > 1) {
      odd.accept("Bits Allocated (0028,0100) is " + packed + ": samples are packed.");
    }
    int stored = content == Content.INTEGER ? stored(packed) : allocated;
    int high = content == Content.INTEGER ? high(stored, packed) : allocated - 1;
    boolean signed =
        content == Content.INTEGER
            && within(Tags.PIXEL_REPRESENTATION, "Pixel Representation", 0, 0, 1) == 1;
    var form =
        new PixelForm(
            content,
            rows,
            columns,
            photometric,
            samples.layout(photometric),
            packed,
            allocated,
            stored,
            high,
            signed,
            Math.max(told, 1));
    return told > 0 ? form : form.withFrames(framesThere(form));
  }

  /// The bits of `frames` frames, or far more than there can be.
  private static long saturated(long bits, int frames) {
    long most = Long.MAX_VALUE >> Byte.SIZE;
    return frames > most / bits ? most : bits * Math.max(frames, 1);
  }

  /// Which element holds the pixels.
  static Content content(DataSet data) throws DicomException {
    for (Content content : Content.values()) {
      if (data.has(content.tag())) {
        return content;
      }
    }
    throw new DicomException(
        "must have pixel data", "has none", "give an object that holds an image");
  }

  private int bitsPacked(Content content) throws DicomException {
    if (content != Content.INTEGER) {
      return content == Content.FLOAT ? Float.SIZE : Double.SIZE;
    }
    int bits = within(Tags.BITS_ALLOCATED, "Bits Allocated", 0, 1, Integer.MAX_VALUE);
    if (bits > Integer.SIZE && bits != Long.SIZE) {
      throw new DicomException(
          "must have Bits Allocated (0028,0100) of 1 to 32, or 64",
          "has " + bits,
          "convert it with another tool first");
    }
    return bits;
  }

  /// Bits Stored; all bits where the number cannot be.
  private int stored(int allocated) throws DicomException {
    int stored = data.integer(Tags.BITS_STORED).orElse(allocated);
    if (stored >= 1 && stored <= allocated) {
      return stored;
    }
    odd.accept(
        "Bits Stored (0028,0101) is %d of %d allocated; all of them count."
            .formatted(stored, allocated));
    return allocated;
  }

  /// High Bit; that of samples which end at the lowest bit where the number cannot be.
  private int high(int stored, int allocated) throws DicomException {
    int high = data.integer(Tags.HIGH_BIT).orElse(stored - 1);
    if (high >= stored - 1 && high < allocated) {
      return high;
    }
    odd.accept(
        "High Bit (0028,0102) is %d, which %d bits stored of %d do not allow; %d is taken."
            .formatted(high, stored, allocated, stored - 1));
    return stored - 1;
  }

  /// Number of Frames; 0 where it is no number or none that can be.
  private int framesTold() {
    try {
      int frames = data.integer(Tags.NUMBER_OF_FRAMES).orElse(1);
      if (frames > 0) {
        return frames;
      }
      odd.accept(
          "Number of Frames (0028,0008) is " + frames + "; the frames that are there are counted.");
    } catch (DicomException noNumber) {
      odd.accept(
          "Number of Frames (0028,0008) is not a number ("
              + noNumber.found()
              + "); the frames that are there are counted.");
    }
    return 0;
  }

  /// The whole frames of native pixel data, at least 1; 0, not known yet, where it is coded.
  private int framesThere(PixelForm form) {
    if (nativeBits.isEmpty()) {
      return 0;
    }
    return Math.clamp(nativeBits.getAsLong() / form.nativeBits(), 1, Integer.MAX_VALUE);
  }

  /// The number in an element, or `otherwise` where it is missing, which must be within bounds too.
  private int within(Tag tag, String name, int otherwise, int least, int greatest)
      throws DicomException {
    OptionalInt number = data.integer(tag);
    int value = number.orElse(otherwise);
    if (value >= least && value <= greatest) {
      return value;
    }
    String bounds =
        greatest == Integer.MAX_VALUE
            ? "of at least " + least
            : "from " + least + " to " + greatest;
    throw new DicomException(
        "must have " + name + " " + tag + " " + bounds,
        number.isPresent() ? "has " + value : "has none",
        CORRECT);
  }
}
