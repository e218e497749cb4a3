package penumbra.dicom.pixel;

import java.util.List;
import penumbra.core.NdArray;

/// The stored values of one frame, before any rescale or window.
///
/// @param values (rows, columns) of an integer or floating-point type, or (rows, columns, 3) of
///   red, green and blue, unsigned; a slice of the data set's own bytes if nothing had to be
///   changed
/// @param bitsStored the significant bits; for a palette those of its entries
/// @param photometric what the samples were taken for
/// @param steps what was done from bytes to values, one sentence each
/// @param odd what is odd about the frame and the elements that describe it, one sentence each
public record StoredFrame(
    NdArray values, int bitsStored, Photometric photometric, List<String> steps, List<String> odd) {
  public StoredFrame {
    steps = List.copyOf(steps);
    odd = List.copyOf(odd);
  }

  /// Whether `values` are colours.
  public boolean colour() {
    return photometric.isColour();
  }
}
