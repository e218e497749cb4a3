package penumbra.dicom.codec.jpeg2000;

import penumbra.dicom.DicomException;

/// The errors of a codestream.
final class CodestreamErrors {
  private CodestreamErrors() {}

  /// One that is broken: `found` says how, "has ..." or "ends ...".
  static DicomException of(String found) {
    return new DicomException(
        "must have whole JPEG 2000 frames", found, "copy it again from its source");
  }

  /// The same at a byte of the frame.
  static DicomException at(int offset, String found) {
    return of("byte " + offset + " of a frame " + found);
  }

  /// One that may be sound but is not decoded.
  static DicomException unsupported(String found) {
    return new DicomException(
        "must have JPEG 2000 frames of parts 1 and 15 of the standard",
        found,
        "uncompress it with another tool first, such as gdcmconv --raw");
  }
}
