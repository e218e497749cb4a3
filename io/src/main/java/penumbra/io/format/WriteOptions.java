package penumbra.io.format;

import java.util.Optional;
import penumbra.core.InvalidInputException;

/// How an image is written. Formats ignore options that do not concern them.
///
/// ```
/// ImageFiles.write(picture, file, WriteOptions.standard().withQuality(75));
/// ```
///
/// @param quality of lossy formats such as JPEG, from 1 (small) to 100 (nearly lossless)
/// @param compression how small a PNG is made
/// @param origin what the image was made from and how; empty if unknown
public record WriteOptions(int quality, PngCompression compression, Optional<Origin> origin) {
  /// The quality of [#standard].
  public static final int DEFAULT_QUALITY = 90;

  public WriteOptions {
    InvalidInputException.require(
        quality >= 1 && quality <= 100,
        "the JPEG quality",
        "must be from 1 to 100",
        quality,
        "90 is a good choice");
  }

  /// Quality 90, compressed fast, of unknown origin.
  public static WriteOptions standard() {
    return new WriteOptions(DEFAULT_QUALITY, PngCompression.FAST, Optional.empty());
  }

  /// The same with another quality.
  public WriteOptions withQuality(int other) {
    return new WriteOptions(other, compression, origin);
  }

  /// The same with another compression.
  public WriteOptions withCompression(PngCompression other) {
    return new WriteOptions(quality, other, origin);
  }

  /// The same for an image with a known origin.
  public WriteOptions withOrigin(Origin other) {
    return new WriteOptions(quality, compression, Optional.of(other));
  }
}
