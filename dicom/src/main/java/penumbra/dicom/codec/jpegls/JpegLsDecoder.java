package penumbra.dicom.codec.jpegls;

import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameDecoder;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.Samples;

/// JPEG-LS, lossless and near-lossless: ISO/IEC 14495-1, which is ITU-T T.87.
///
/// ```
/// Samples samples = new JpegLsDecoder().decode(frame, form);
/// ```
///
/// Samples of 2 to 16 bits, whatever the interleaving, presets and restart intervals. Not known are
/// tables that map samples (palettes), point transforms, and sizes beyond 65535; an error names
/// them. Samples come as they are coded, which is without a sign.
public final class JpegLsDecoder implements FrameDecoder {
  @Override
  public Samples decode(byte[] coded, FrameForm form) throws DicomException {
    return new JpegLsStream(coded, form).decode();
  }
}
