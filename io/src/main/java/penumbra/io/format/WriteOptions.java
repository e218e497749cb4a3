package penumbra.io.format;

import java.util.Optional;
import penumbra.core.InvalidInputException;

/// How an image is written. Formats pass over what is not for them.
///
/// ```
/// ImageFiles.write(picture, file, WriteOptions.standard().withQuality(75));
/// ```
///
/// @param quality of what is lossy, JPEG for instance, from 1 (small) to 100 (nearly without loss)
/// @param compression how small a PNG is made
/// @param origin what the image was made of and how; empty where it is not known
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

  /// The same of an image whose origin is known.
  public WriteOptions withOrigin(Origin other) {
    return new WriteOptions(quality, compression, Optional.of(other));
  }
}
