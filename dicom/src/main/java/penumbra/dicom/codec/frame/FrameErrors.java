package penumbra.dicom.codec.frame;

import penumbra.dicom.DicomException;

/// The errors about compressed frames.
public final class FrameErrors {
  private static final String COPY_AGAIN = "copy or download the file again";

  private FrameErrors() {}

  /// An error about a frame that was cut or changed after it was written.
  public static DicomException of(String rule, String found) {
    return new DicomException(rule, found, COPY_AGAIN);
  }

  /// An error about a valid frame that uses unsupported features.
  public static DicomException unsupported(String rule, String found) {
    return new DicomException(
        rule, found, "decompress the file with another program first, for example gdcmconv --raw");
  }
}
