package penumbra.dicom.codec.jpeg;

import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.Samples;

/// A way to decode the scans of one frame; holds what they have given so far.
interface JpegProcess {
  /// Decodes one scan.
  ///
  /// @param bits at the first byte behind the scan's header
  void scan(JpegScan scan, JpegTables tables, JpegBits bits) throws DicomException;

  /// The samples.
  ///
  /// @throws DicomException where a component is missing
  Samples finish() throws DicomException;
}
