package penumbra.dicom.codec.htj2k;

import penumbra.dicom.DicomException;

/// The errors of a code-block.
final class BlockErrors {
  private BlockErrors() {}

  /// One that is broken: `found` says how, "has a code-block ...".
  static DicomException of(String found) {
    return new DicomException(
        "must have whole JPEG 2000 frames", found, "copy it again from its source");
  }
}
