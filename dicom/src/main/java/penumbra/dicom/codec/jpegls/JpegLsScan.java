package penumbra.dicom.codec.jpegls;

import java.util.ArrayList;
import java.util.List;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameErrors;

/// The header of a scan: the part of a JPEG-LS frame that holds some of its components.
///
/// @param bands the components, counted from 0
/// @param near the largest error of a sample
/// @param byPixel whether samples are interleaved by pixel; otherwise by line
record JpegLsScan(List<Integer> bands, int near, boolean byPixel) {
  private static final int SEPARATE = 0;
  private static final int BY_PIXEL = 2;

  static JpegLsScan read(JpegLsSegment segment, JpegLsFrame frame) throws DicomException {
    int count = segment.number(1);
    List<Integer> bands = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int component = segment.number(1);
      int band = frame.components().indexOf(component);
      if (band < 0 || bands.contains(band)) {
        throw segment.bad("names component " + component);
      }
      bands.add(band);
      if (segment.number(1) != 0) {
        throw FrameErrors.unsupported(
            "the samples of a JPEG-LS frame must stand for themselves",
            "are mapped by a table at byte " + segment.begin());
      }
    }
    int near = segment.number(1);
    int interleave = segment.number(1);
    if (interleave > BY_PIXEL || count == 0 || (interleave == SEPARATE && count > 1)) {
      throw segment.bad("says interleave mode " + interleave + " of " + count + " components");
    }
    int pointTransform = segment.number(1);
    if (pointTransform != 0) {
      throw FrameErrors.unsupported(
          "the samples of a JPEG-LS frame must have all their bits",
          "there is a point transform of " + pointTransform + " at byte " + segment.begin());
    }
    return new JpegLsScan(List.copyOf(bands), near, interleave == BY_PIXEL && count > 1);
  }
}
