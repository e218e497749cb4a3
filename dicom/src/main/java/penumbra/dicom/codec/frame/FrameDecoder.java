package penumbra.dicom.codec.frame;

import penumbra.dicom.DicomException;

/// Decodes the frames of one family of transfer syntaxes. Implementations hold no state.
@FunctionalInterface
public interface FrameDecoder {
  /// Decodes one frame.
  ///
  /// @param coded the whole frame, its fragments joined
  /// @param form what the data set says, against which the coded frame's own header is checked
  ///   before anything is allocated: rows, columns and samples per pixel must agree
  /// @throws DicomException where the frame is damaged, disagrees with `form`, or uses what is not
  ///   supported; its text names the byte offset where it can
  Samples decode(byte[] coded, FrameForm form) throws DicomException;
}
