package penumbra.dicom.codec.jpeg;

import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameDecoder;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

/// Decodes JPEG, ITU-T T.81, as DICOM uses it: baseline and extended (processes 1, 2 and 4; 8 and
/// 12 bits), lossless (process 14 with any selection value; 2 to 16 bits) and, since it occurs
/// although it is retired, progressive. All with Huffman codes, one or three components, any
/// sampling factors and restart intervals.
///
/// ```
/// Samples grey = new JpegDecoder().decode(frame, form);
/// ```
///
/// The frame's own header decides the process, not the transfer syntax, since some files are
/// labelled wrongly. Samples of lossy processes are bit for bit those of the library of the
/// Independent JPEG Group, version 6b, which dcmtk and gdcm use (its accurate integer transform and
/// its smooth upsampling of chroma). Colour is not converted and is mostly YCbCr: see [#colour].
public final class JpegDecoder implements FrameDecoder {
  @Override
  public Samples decode(byte[] coded, FrameForm form) throws DicomException {
    return new JpegDecoding(coded, form).run();
  }

  /// What the markers of a frame say about its colours.
  ///
  /// @throws DicomException if there is no valid frame header
  public static JpegColour colour(byte[] coded) throws DicomException {
    return JpegColour.of(coded);
  }
}
