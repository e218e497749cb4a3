package penumbra.datasets.audit.measure;

import java.util.Optional;
import penumbra.datasets.stats.DatasetPicture;

/// How a picture is stored.
///
/// @param format `PNG`, or another format of the content
/// @param channels 1 for grey, 3 for colour and palettes, one more with alpha; 0 if unknown
/// @param bits the bits of a sample
public record StoredForm(String format, int channels, int bits) {
  private static final int START_OF_FRAME = 0xC0;

  static StoredForm of(String format, byte[] head, DatasetPicture picture) {
    int bits = picture.image().pixels().type().bytes() * Byte.SIZE;
    StoredForm plain = new StoredForm(format, 0, bits);
    return switch (format) {
      case "PNG" -> png(head).orElse(plain);
      case "JPEG" -> jpeg(head).orElse(plain);
      case "DICOM" ->
          picture
              .dicom()
              .map(dicom ->
                  new StoredForm(
                      format, dicom.decoded().colour() ? 3 : 1, dicom.decoded().bitsStored()))
              .orElse(plain);
      default -> plain;
    };
  }

  private static Optional<StoredForm> png(byte[] head) {
    if (head.length < 26) {
      return Optional.empty();
    }
    int channels =
        switch (head[25]) {
          case 0 -> 1;
          case 4 -> 2;
          case 6 -> 4;
          default -> 3;
        };
    return Optional.of(new StoredForm("PNG", channels, head[24]));
  }

  /// Looks for the frame header among the segments.
  private static Optional<StoredForm> jpeg(byte[] head) {
    int at = 2;
    while (at + 9 < head.length) {
      if (head[at] != (byte) 0xFF) {
        return Optional.empty();
      }
      int marker = head[at + 1] & 0xFF;
      boolean frame =
          marker >= START_OF_FRAME
              && marker < START_OF_FRAME + 16
              && marker != 0xC4
              && marker != 0xC8
              && marker != 0xCC;
      if (frame) {
        return Optional.of(new StoredForm("JPEG", head[at + 9] & 0xFF, head[at + 4] & 0xFF));
      }
      int length = (head[at + 2] & 0xFF) << 8 | (head[at + 3] & 0xFF);
      // Any number of fill bytes may precede a marker.
      at += marker == 0xFF ? 1 : 2 + length;
    }
    return Optional.empty();
  }

  /// A description: `PNG, 8 bits, grey`.
  public String describe() {
    String colour =
        switch (channels) {
          case 0 -> "";
          case 1 -> ", grey";
          case 2 -> ", grey and alpha";
          case 3 -> ", colour";
          default -> ", " + channels + " channels";
        };
    return format + ", " + bits + (bits == 1 ? " bit" : " bits") + colour;
  }
}
