package penumbra.dicom.file;

import java.util.OptionalInt;
import java.util.OptionalLong;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;

/// The bytes that the pixels of a data set need if they are not coded.
final class PixelLength {
  private static final int MOST_BITS = 64;
  private static final int MOST_SAMPLES = 4;

  private PixelLength() {}

  /// The bytes of all frames; nothing where the data set does not say how many there are.
  static OptionalLong of(DataSet data) {
    long rows = number(data, Tags.ROWS, 0);
    long columns = number(data, Tags.COLUMNS, 0);
    long bits = number(data, Tags.BITS_ALLOCATED, 0);
    long samples = number(data, Tags.SAMPLES_PER_PIXEL, 1);
    long frames = Math.max(1, number(data, Tags.NUMBER_OF_FRAMES, 1));
    boolean told = isShort(rows) && isShort(columns) && bits >= 1 && bits <= MOST_BITS;
    if (!told || samples < 1 || samples > MOST_SAMPLES) {
      return OptionalLong.empty();
    }
    String photometric = data.text(Tags.PHOTOMETRIC_INTERPRETATION).orElse("");
    long stored = samples == 3 && photometric.endsWith("_422") ? 2 : samples;
    return OptionalLong.of((rows * columns * stored * frames * bits + 7) / 8);
  }

  /// Whether `length` is that many bytes, perhaps with the one that makes it even.
  static boolean isNeeded(OptionalLong needed, long length) {
    return needed.isPresent()
        && (length == needed.getAsLong()
            || length == needed.getAsLong() + (needed.getAsLong() & 1));
  }

  private static boolean isShort(long number) {
    return number >= 1 && number <= 0xFFFF;
  }

  private static int number(DataSet data, Tag tag, int otherwise) {
    try {
      OptionalInt number = data.integer(tag);
      return number.orElse(otherwise);
    } catch (DicomException noNumber) {
      return otherwise;
    }
  }
}
