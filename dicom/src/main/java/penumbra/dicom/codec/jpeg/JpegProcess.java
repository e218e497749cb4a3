package penumbra.dicom.codec.jpeg;

import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.Samples;

/// Decodes the scans of one frame and holds their results so far.
interface JpegProcess {
  /// Decodes one scan.
  ///
  /// @param bits at the first byte after the scan's header
  void scan(JpegScan scan, JpegTables tables, JpegBits bits) throws DicomException;

  /// The samples.
  ///
  /// @throws DicomException if a component is missing
  Samples finish() throws DicomException;
}
