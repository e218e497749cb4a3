package penumbra.dicom.derive;

import java.util.Set;
import penumbra.dicom.DataSet;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;

/// Whether a source was compressed with loss, which then applies to everything derived from it.
final class LossyCompression {
  /// JPEG 2000 may be lossy or not. If the object does not say, it counts as lossy.
  private static final Set<TransferSyntax> LOSSY =
      Set.of(TransferSyntax.JPEG_LS_NEAR_LOSSLESS, TransferSyntax.JPEG_2000, TransferSyntax.HTJ2K);

  private LossyCompression() {}

  static boolean had(DataSet source, TransferSyntax syntax) {
    return source
        .text(Tags.LOSSY_IMAGE_COMPRESSION)
        .map("01"::equals)
        .orElseGet(() -> syntax.isLossyJpeg() || LOSSY.contains(syntax));
  }
}
