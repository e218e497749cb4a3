package penumbra.dicom.derive;

import java.util.Set;
import penumbra.dicom.DataSet;
import penumbra.dicom.Tags;
import penumbra.dicom.TransferSyntax;

/// Whether something of a source had been lost to compression, which then holds for all that is
/// made of it.
final class Losses {
  /// Those of JPEG 2000 may lose or not; where nothing is said, it is taken that they did.
  private static final Set<TransferSyntax> LOSSY =
      Set.of(
          TransferSyntax.JPEG_BASELINE,
          TransferSyntax.JPEG_EXTENDED,
          TransferSyntax.JPEG_LS_NEAR_LOSSLESS,
          TransferSyntax.JPEG_2000,
          TransferSyntax.HTJ2K);

  private Losses() {}

  static boolean had(DataSet source, TransferSyntax syntax) {
    return source
        .text(Tags.LOSSY_IMAGE_COMPRESSION)
        .map("01"::equals)
        .orElseGet(() -> LOSSY.contains(syntax));
  }
}
