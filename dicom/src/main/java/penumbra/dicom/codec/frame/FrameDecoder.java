package penumbra.dicom.codec.frame;

import penumbra.dicom.DicomException;

/// Decodes the frames of one family of transfer syntaxes. Implementations hold no state.
@FunctionalInterface
public interface FrameDecoder {
  /// Decodes one frame.
  ///
  /// @param coded the complete frame, its fragments joined
  /// @param form what the data set says. The frame's own header is compared with it before anything
  ///   is allocated: rows, columns and samples per pixel must agree
  /// @throws DicomException if the frame is damaged, disagrees with `form`, or uses unsupported
  ///   features; its text names the byte offset if possible
  Samples decode(byte[] coded, FrameForm form) throws DicomException;
}
