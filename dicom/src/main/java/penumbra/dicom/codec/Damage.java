package penumbra.dicom.codec;

import penumbra.dicom.DicomException;

/// The errors about coded frames that are not as their standard wants them.
final class Damage {
  private static final String COPY_AGAIN = "copy or download the file again";

  private Damage() {}

  /// An error about a frame that was cut or changed after it was written.
  static DicomException of(String rule, String found) {
    return new DicomException(rule, found, COPY_AGAIN);
  }

  /// An error about a frame that is well made, by means that no decoder here knows.
  static DicomException unsupported(String rule, String found) {
    return new DicomException(
        rule, found, "decompress the file with another program first, for example gdcmconv --raw");
  }
}
