package penumbra.dicom.codec;

import java.util.Optional;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.jpeg.JpegMarker;
import penumbra.dicom.codec.jpeg2000.Codestream;
import penumbra.dicom.codec.jpeg2000.Size;

/// What a compressed frame says of itself, whichever format it has. RLE says nothing.
///
/// ```
/// CodedHeader.of(coded).ifPresent(header -> compare(header, form));
/// ```
///
/// @param rows the height; 0 if it stands behind the first scan
/// @param columns the width
/// @param components the samples of a pixel
/// @param bits of a sample
/// @param mixed whether the colours are mixed by a transform that the decoder undoes: RCT or ICT of
///   JPEG 2000
public record CodedHeader(int rows, int columns, int components, int bits, boolean mixed) {
  private static final int FRAME_LEAST = 10;

  /// The header of a frame; empty if it has none, or a damaged one.
  public static Optional<CodedHeader> of(byte[] coded) {
    FrameCodec kind = FrameCodec.of(coded);
    if (kind == FrameCodec.JPEG_2000) {
      return ofCodestream(coded);
    }
    return kind == FrameCodec.UNKNOWN ? Optional.empty() : ofJpeg(coded);
  }

  private static Optional<CodedHeader> ofCodestream(byte[] coded) {
    try {
      Codestream stream = Codestream.open(coded);
      Size size = stream.size();
      return Optional.of(
          new CodedHeader(
              size.height(), size.width(), size.components(), size.bits(), stream.isMixed()));
    } catch (DicomException damaged) {
      return Optional.empty(); // the decoder says what is wrong
    }
  }

  /// JPEG and JPEG-LS have the same frame header.
  private static Optional<CodedHeader> ofJpeg(byte[] coded) {
    int at = 2;
    while (at + FRAME_LEAST <= coded.length) {
      int marker = coded[at + 1] & 0xFF;
      boolean frame = JpegMarker.isStartOfFrame(marker) || marker == FrameCodec.SOF_JPEG_LS;
      if (frame) {
        return Optional.of(
            new CodedHeader(
                u16(coded, at + 5),
                u16(coded, at + 7),
                coded[at + 9] & 0xFF,
                coded[at + 4] & 0xFF,
                false));
      }
      at += marker == 0xFF ? 1 : 2 + u16(coded, at + 2);
    }
    return Optional.empty();
  }

  private static int u16(byte[] coded, int at) {
    return ((coded[at] & 0xFF) << 8) | (coded[at + 1] & 0xFF);
  }
}
