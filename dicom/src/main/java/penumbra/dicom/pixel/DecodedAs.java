package penumbra.dicom.pixel;

import penumbra.dicom.TransferSyntax;
import penumbra.dicom.codec.FrameCodec;
import penumbra.dicom.codec.frame.Samples;

/// Describes how a compressed frame was decoded, and where the frame and its data set disagree.
///
/// ```
/// steps.add(new DecodedAs(kind, samples, form, syntax).describe());
/// ```
///
/// @param kind what the frame is by its own markers
/// @param samples what it gave
/// @param form what the data set says of it
/// @param syntax how the data set says that it is coded
record DecodedAs(FrameCodec kind, Samples samples, PixelForm form, TransferSyntax syntax) {
  /// `Decoded JPEG 2000, 12 bits a sample.`
  String describe() {
    return "Decoded " + label() + ", " + samples.bits() + " bits a sample" + disagreement() + ".";
  }

  private String label() {
    return kind.suits(syntax)
        ? syntax.label()
        : kind.label()
            + ", which the coded frame is, though the transfer syntax says "
            + syntax.label()
            + " (mislabelled)";
  }

  /// RLE knows whole bytes only, and JPEG and JPEG-LS no sign.
  private String disagreement() {
    String disagreement = "";
    if (syntax != TransferSyntax.RLE_LOSSLESS && samples.bits() != form.bitsStored()) {
      disagreement = ", though Bits Stored says " + form.bitsStored();
    }
    boolean tellsSign = kind == FrameCodec.JPEG_2000 && samples.bands() == 1;
    if (tellsSign && samples.signed() != form.signed()) {
      disagreement +=
          ", "
              + (samples.signed() ? "signed" : "unsigned")
              + ", though the Pixel Representation says "
              + (form.signed() ? "signed" : "unsigned");
    }
    return disagreement;
  }
}
