package penumbra.dicom.codec.jpegls;

import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameDecoder;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

/// JPEG-LS, lossless and near-lossless: ISO/IEC 14495-1, identical to ITU-T T.87.
///
/// ```
/// Samples samples = new JpegLsDecoder().decode(frame, form);
/// ```
///
/// Reads samples of 2 to 16 bits with any interleaving, presets and restart intervals. Mapping
/// tables (palettes), point transforms, and sizes above 65535 are not supported; an error names
/// them. Samples are unsigned, as in the frame.
public final class JpegLsDecoder implements FrameDecoder {
  @Override
  public Samples decode(byte[] coded, FrameForm form) throws DicomException {
    return new JpegLsStream(coded, form).decode();
  }
}
