package penumbra.io.pnm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.io.pixel.ByteSwap;

/// Writes binary PGM, and PPM for colour.
///
/// ```
/// AtomicFiles.write(file, out -> Pnm.write(pixels, out));
/// ```
///
/// Takes `UINT8` and `UINT16` arrays of shape (height, width) or (height, width, 3), without loss.
public final class Pnm {
  private Pnm() {}

  /// Writes `array` to a stream, which stays open.
  public static void write(NdArray array, OutputStream out) throws IOException {
    if (array.type() != DType.UINT8 && array.type() != DType.UINT16) {
      throw InvalidInputException.of(
          "the element type for PGM",
          "must be uint8 or uint16",
          array.type().label(),
          "use .npy or .tif, or add an 8-bit output type");
    }
    boolean colour = array.rank() == 3 && array.length(2) == 3;
    if (!((array.rank() == 2 || colour) && array.size() > 0)) {
      throw InvalidInputException.of(
          "the shape for PGM",
          "must be (height, width) or (height, width, 3)",
          NdArray.describe(array.shape()),
          "write one picture at a time, or use .npy or .tif");
    }
    boolean deep = array.type() == DType.UINT16;
    String header =
        "%s\n%d %d\n%d\n"
            .formatted(colour ? "P6" : "P5", array.length(1), array.length(0), deep ? 65535 : 255);
    out.write(header.getBytes(StandardCharsets.US_ASCII));
    byte[] values = array.toBytes();
    if (deep) {
      ByteSwap.swap(values, values.length, 2);
    }
    out.write(values);
  }
}
