package penumbra.io.format;

import java.nio.file.Path;
import penumbra.core.InvalidInputException;

/// The largest allowed size of a compressed picture, so that a small file cannot fill the memory.
/// It is checked on the file's header, before any pixel is decoded.
///
/// ```
/// Radiograph scan = ImageFiles.read(file, new Limits(1L << 30));
/// ```
///
/// @param maxPixels the largest allowed height times width, at least 1
public record Limits(long maxPixels) {
  /// The environment variable that sets the limit of [#standard].
  public static final String VARIABLE = "PENUMBRA_MAX_PIXELS";

  /// 2^28, four times the largest detectors in use: 256 MiB of 8-bit grey.
  public static final long DEFAULT_MAX_PIXELS = 1L << 28;

  public Limits {
    InvalidInputException.require(
        maxPixels >= 1, "the pixel limit", "must be at least 1", maxPixels, "give a larger one");
  }

  /// [#DEFAULT_MAX_PIXELS], or the value of the environment variable [#VARIABLE].
  public static Limits standard() {
    String text = System.getenv(VARIABLE);
    return text == null ? new Limits(DEFAULT_MAX_PIXELS) : parse(text);
  }

  /// The limit that [#VARIABLE] states as `text`.
  public static Limits parse(String text) {
    try {
      return new Limits(Long.parseLong(text.strip()));
    } catch (NumberFormatException noNumber) {
      throw InvalidInputException.of(
          VARIABLE, "must be a whole number of pixels", "'" + text + "'", "correct or unset it");
    }
  }

  /// Throws unless a picture of that size is within the limit and fits in one Java array.
  public void check(Path file, long height, long width, int bands) throws UnreadableFileException {
    if (height == 0 || width == 0) {
      throw UnreadableFileException.of(
          file, "must have a pixel", "has " + height + " x " + width, Inputs.COPY_AGAIN);
    }
    // Each length is below 2^32, so that the product fits in 64 bits without a sign.
    long pixels = height * width;
    String found = "has " + height + " x " + width + " = " + Long.toUnsignedString(pixels);
    if (Long.compareUnsigned(pixels, maxPixels) > 0) {
      throw UnreadableFileException.of(
          file,
          "must have at most " + maxPixels + " pixels",
          found,
          "if the file is to be trusted, raise the limit with the environment variable "
              + VARIABLE);
    }
    if (pixels > (Integer.MAX_VALUE - 8) / bands) {
      throw UnreadableFileException.of(
          file,
          "must have fewer than 2^31 samples",
          found + " pixels of " + bands + " samples",
          "cut it into smaller pictures or convert it to .npy");
    }
  }

  /// Throws unless a volume of `frames` such pictures is within the limit as a whole.
  public void checkVolume(Path file, long frames, long height, long width)
      throws UnreadableFileException {
    double pixels = (double) frames * height * width;
    if (pixels > maxPixels) {
      throw UnreadableFileException.of(
          file,
          "must have at most " + maxPixels + " pixels in all",
          "has " + frames + " x " + height + " x " + width,
          "read one frame of it, or raise the limit with the environment variable " + VARIABLE);
    }
  }
}
