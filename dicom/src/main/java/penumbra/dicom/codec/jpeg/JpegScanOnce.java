package penumbra.dicom.codec.jpeg;

import penumbra.dicom.DicomException;

/// Records which components had their scan: in sequential and lossless processes, each has exactly
/// one.
final class JpegScanOnce {
  private final boolean[] done;

  JpegScanOnce(JpegFrame frame) {
    this.done = new boolean[frame.components().size()];
  }

  /// Records the components of a scan.
  void begin(JpegScan scan) throws DicomException {
    for (JpegScan.Part part : scan.parts()) {
      if (done[part.component()]) {
        throw SegmentReader.damaged(
            "must have one scan of each component", "has a second of one", scan.at());
      }
      done[part.component()] = true;
    }
  }

  /// Throws unless every component had its scan.
  void checkAll() throws DicomException {
    int missing = 0;
    for (boolean had : done) {
      missing += had ? 0 : 1;
    }
    if (missing > 0) {
      throw new DicomException(
          "must have scans of all %d components".formatted(done.length),
          "lacks those of " + missing,
          "copy the file again, or ask its maker for a sound one");
    }
  }
}
