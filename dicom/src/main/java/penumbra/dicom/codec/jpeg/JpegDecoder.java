package penumbra.dicom.codec.jpeg;

import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameDecoder;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

/// Decodes JPEG, ITU-T T.81, as used in DICOM: baseline and extended (processes 1, 2 and 4; 8 and
/// 12 bits), lossless (process 14 with any selection value; 2 to 16 bits), and progressive, which
/// is retired but still occurs. All use Huffman codes, one or three components, any sampling
/// factors and restart intervals.
///
/// ```
/// Samples grey = new JpegDecoder().decode(frame, form);
/// ```
///
/// The frame's own header decides the process, not the transfer syntax, because some files are
/// labelled wrongly. Samples of lossy processes match the library of the Independent JPEG Group,
/// version 6b, bit for bit (its accurate integer transform and its smooth upsampling of chroma).
/// dcmtk and gdcm use this library. Colour is not converted and is usually YCbCr: see [#colour].
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
