package penumbra.dicom.codec.ebcot;

import penumbra.dicom.DicomException;

/// The errors of code-blocks, of high-throughput ones too.
public final class BlockErrors {
  private BlockErrors() {}

  /// One that is broken: `found` says how, "has a code-block ...".
  public static DicomException of(String found) {
    return new DicomException(
        "must have whole JPEG 2000 frames", found, "copy it again from its source");
  }
}
