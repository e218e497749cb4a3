package penumbra.dicom.codec.htj2k;

import java.util.Arrays;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.ebcot.BlockErrors;

/// Decodes one HT set of a code-block: a cleanup pass and up to two passes that refine it by one
/// bit-plane, T.814 clause 7.
///
/// Coefficients come out doubled: their lowest bit is a half, which stands for the middle of what
/// the bits not coded could hold.
public final class HtBlockDecoder {
  private static final int MAX_PLANES = 30;

  private final CleanupPass cleanup = new CleanupPass();
  private final RefinementPasses refinement = new RefinementPasses();
  private int[] values = new int[4096];

  /// What the packets and the sub-band say of the set.
  ///
  /// @param width the columns of the block
  /// @param height its rows
  /// @param cleanupLength the bytes of the cleanup pass, at least 1
  /// @param refinementLength those of both refining passes, which follow
  /// @param refiningPasses how many there are of these
  /// @param planes the bit-planes of the sub-band
  /// @param skipped those above the lowest one of the cleanup pass
  /// @param causal whether no stripe of four rows looks at the one below
  public record Form(
      int width,
      int height,
      int cleanupLength,
      int refinementLength,
      int refiningPasses,
      int planes,
      int skipped,
      boolean causal) {}

  /// The doubled coefficients, row by row; the array is used again for the next block.
  public int[] decode(byte[] bytes, Form form) throws DicomException {
    int plane = form.planes - 1 - form.skipped;
    boolean refined = form.refiningPasses > 0 && form.refinementLength > 0;
    if (plane < (refined ? 1 : 0) || plane >= MAX_PLANES) {
      throw BlockErrors.of(
          "has a code-block of "
              + (1 + form.refiningPasses)
              + " passes below "
              + form.skipped
              + " of "
              + form.planes
              + " bit-planes");
    }
    if (form.cleanupLength < 2) {
      throw BlockErrors.of("has a code-block of a single byte");
    }
    int size = form.width * form.height;
    if (values.length < size) {
      values = new int[size];
    } else {
      Arrays.fill(values, 0, size, 0);
    }
    int mostBits = Math.min(form.planes - plane + 1, MAX_PLANES - plane);
    cleanup.decode(values, form.width, form.height, bytes, form.cleanupLength, plane, mostBits);
    if (refined) {
      refinement.decode(
          values,
          form.width,
          form.height,
          bytes,
          form.cleanupLength,
          form.cleanupLength + form.refinementLength,
          form.refiningPasses,
          plane,
          form.causal);
    }
    return values;
  }
}
