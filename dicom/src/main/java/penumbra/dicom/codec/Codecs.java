package penumbra.dicom.codec;

import penumbra.dicom.DicomException;
import penumbra.dicom.TransferSyntax;
import penumbra.dicom.codec.frame.FrameDecoder;
import penumbra.dicom.codec.jpeg.JpegDecoder;
import penumbra.dicom.codec.jpeg2000.Jpeg2000Decoder;
import penumbra.dicom.codec.jpegls.JpegLsDecoder;
import penumbra.dicom.codec.rle.RleDecoder;

/// Finds the codec for a transfer syntax.
///
/// ```
/// Samples samples = Codecs.of(TransferSyntax.JPEG_2000).decode(coded, form);
/// ```
public final class Codecs {
  private Codecs() {}

  /// The decoder of the frames of `syntax`.
  ///
  /// @throws DicomException if no codec supports that syntax
  public static FrameDecoder of(TransferSyntax syntax) throws DicomException {
    return switch (syntax) {
      case JPEG_BASELINE, JPEG_EXTENDED, JPEG_LOSSLESS, JPEG_LOSSLESS_SV1 -> new JpegDecoder();
      case JPEG_LS_LOSSLESS, JPEG_LS_NEAR_LOSSLESS -> new JpegLsDecoder();
      case RLE_LOSSLESS -> new RleDecoder();
      case JPEG_2000_LOSSLESS, JPEG_2000, HTJ2K_LOSSLESS, HTJ2K_LOSSLESS_RPCL, HTJ2K ->
          new Jpeg2000Decoder();
      case JPEG_XL_LOSSLESS, JPEG_XL_RECOMPRESSION, JPEG_XL ->
          throw unread(
              syntax, "decompress it elsewhere first, or have its source send it uncompressed");
      default -> {
        if (syntax.isRetiredJpeg()) {
          yield new JpegDecoder();
        }
        throw unread(syntax, "rewrite it with another tool, such as gdcmconv --raw");
      }
    };
  }

  /// The decoder of a frame of `syntax`. If the frame's own markers name another supported format,
  /// it is the decoder of that format.
  ///
  /// @throws DicomException if no codec supports that syntax
  public static FrameDecoder of(TransferSyntax syntax, byte[] coded) throws DicomException {
    FrameCodec kind = FrameCodec.of(coded);
    if (!syntax.isEncapsulated() && kind != FrameCodec.UNKNOWN) {
      return kind.decoder();
    }
    FrameDecoder promised = of(syntax);
    return kind.suits(syntax) ? promised : kind.decoder();
  }

  private static DicomException unread(TransferSyntax syntax, String remedy) {
    return new DicomException(
        "must be in a transfer syntax whose pixels can be read",
        "is " + syntax.label() + " (" + syntax.uid() + ")",
        remedy);
  }
}
