package penumbra.dicom.pixel;

import java.util.Optional;
import java.util.function.Consumer;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.CodedHeader;
import penumbra.dicom.codec.FrameCodec;
import penumbra.dicom.codec.jpeg.JpegColour;
import penumbra.dicom.codec.jpeg.JpegDecoder;

/// Finds out whether the decoded samples of a coded frame are luma and chroma. If the frame says it
/// itself, that counts: the JPEG markers JFIF and Adobe and the components' names, as libjpeg has
/// them; the transform of JPEG 2000. Else the data set counts.
final class CodedColour {
  private final FrameCodec kind;
  private final byte[] coded;
  private final Optional<CodedHeader> header;

  /// Of a frame.
  ///
  /// @param kind its format
  /// @param coded its bytes
  /// @param header what it says of itself
  CodedColour(FrameCodec kind, byte[] coded, Optional<CodedHeader> header) {
    this.kind = kind;
    this.coded = coded;
    this.header = header;
  }

  /// Whether samples of that interpretation are luma and chroma still.
  ///
  /// @param odd takes a disagreement, as a sentence
  boolean isYbr(Photometric told, Consumer<String> odd) throws DicomException {
    boolean ybr = told.isFullYbr() || told.isPartialYbr();
    if (told.samples() == 1) {
      return false;
    }
    if (kind == FrameCodec.JPEG_2000) {
      return isYbrOfJpeg2000(told, ybr, odd);
    }
    boolean tells = kind.isJpeg() && told.samples() == 3;
    return tells ? isYbrOfJpeg(told, ybr, odd) : ybr;
  }

  /// What three samples are if the data set does not say it: what the frame says, else luma and
  /// chroma in lossy JPEG, else red, green and blue.
  Photometric usual() throws DicomException {
    boolean lossy = kind.isJpeg() && kind != FrameCodec.JPEG_LOSSLESS;
    Photometric unsaid = lossy ? Photometric.YBR_FULL : Photometric.RGB;
    return isYbr(unsaid, _ -> {}) ? Photometric.YBR_FULL : Photometric.RGB;
  }

  private boolean isYbrOfJpeg(Photometric told, boolean ybr, Consumer<String> odd)
      throws DicomException {
    JpegColour said = JpegDecoder.colour(coded);
    boolean counts = said == JpegColour.YCBCR || said == JpegColour.RGB;
    boolean taken = counts ? (said == JpegColour.YCBCR) : ybr;
    if (taken != ybr) {
      odd.accept(
          "The JPEG markers say that the samples are %s, the Photometric Interpretation (0028,0004) %s;"
                  .formatted(said, told.term())
              + " the markers count.");
    }
    return taken;
  }

  private boolean isYbrOfJpeg2000(Photometric told, boolean ybr, Consumer<String> odd) {
    boolean mixed = header.map(CodedHeader::mixed).orElse(false);
    boolean promised = told == Photometric.YBR_RCT || told == Photometric.YBR_ICT;
    if (mixed != promised && (mixed || promised)) {
      odd.accept(
          "The JPEG 2000 frame has %s colour transform, the Photometric Interpretation (0028,0004) is %s;"
                  .formatted(mixed ? "a" : "no", told.term())
              + (mixed ? " the transform is undone." : " its samples are taken as they are."));
    }
    return ybr && !mixed;
  }
}
