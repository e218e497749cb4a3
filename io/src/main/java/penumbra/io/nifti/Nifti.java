package penumbra.io.nifti;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import penumbra.core.DType;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.PatientPosition;
import penumbra.core.Radiograph;
import penumbra.io.npy.Npy;

/// Writes NIfTI-1.
///
/// ```
/// AtomicFiles.write(file, out -> Nifti.write(volume, List.of(2.0, 0.5, 0.5), false, out));
/// ```
///
/// Takes arrays of 1 to 7 axes and every type; `FLOAT16`, which NIfTI does not have, becomes
/// `FLOAT32` without loss. The array's axes (z, y, x) become the file's (x, y, z), and nothing is
/// rotated: the header stores the position in the patient, if it is known. The file says nothing
/// about time or software: the same array gives the same bytes.
public final class Nifti {
  private static final int MOST_AXES = 7;
  private static final int MILLIMETRES = 2;

  private Nifti() {}

  /// Writes `array` to a stream, which stays open; with the `spacing` of its axes in millimetres,
  /// empty if unknown; `packed` writes `.nii.gz`.
  public static void write(NdArray array, List<Double> spacing, boolean packed, OutputStream out)
      throws IOException {
    write(new Radiograph(array, "", List.of(), spacing, Optional.empty()), packed, out);
  }

  /// Writes the pixels of `image` to a stream, which stays open, with their spacing and position;
  /// `packed` writes `.nii.gz`.
  public static void write(Radiograph image, boolean packed, OutputStream out) throws IOException {
    NdArray array = image.pixels();
    check(array);
    NdArray values = array.type() == DType.FLOAT16 ? array.as(DType.FLOAT32) : array;
    byte[] header = header(values, image.spacing(), image.placement());
    if (!packed) {
      out.write(header);
      Npy.writeValues(values, out);
      return;
    }
    var gzip = new GZIPOutputStream(out, 1 << 16);
    gzip.write(header);
    Npy.writeValues(values, gzip);
    gzip.finish();
  }

  private static void check(NdArray array) {
    boolean fits = array.rank() >= 1 && array.rank() <= MOST_AXES && array.size() > 0;
    for (int length : array.shape()) {
      fits &= length <= Short.MAX_VALUE;
    }
    if (!fits) {
      throw InvalidInputException.of(
          "the shape for NIfTI",
          "must have 1 to 7 axes of 1 to 32767 values",
          NdArray.describe(array.shape()),
          "use .npy or .tif");
    }
  }

  private static byte[] header(
      NdArray array, List<Double> spacing, Optional<PatientPosition> placement) {
    ByteBuffer header = ByteBuffer.allocate(NiftiHeader.FIRST_VALUE).order(ByteOrder.LITTLE_ENDIAN);
    int axes = array.rank();
    header.putInt(0, NiftiFields.FIRST_BYTES);
    header.put(38, (byte) 'r');
    header.putShort(40, (short) axes);
    header.putFloat(76, 1);
    for (int axis = 1; axis <= MOST_AXES; axis++) {
      header.putShort(40 + 2 * axis, (short) (axis <= axes ? array.length(axes - axis) : 1));
      boolean known = axis <= axes && spacing.size() == axes;
      header.putFloat(76 + 4 * axis, known ? spacing.get(axes - axis).floatValue() : 1);
    }
    header.putShort(70, code(array.type()));
    header.putShort(72, (short) (8 * array.type().bytes()));
    header.putFloat(108, NiftiHeader.FIRST_VALUE);
    header.putFloat(112, 1);
    header.put(123, (byte) (spacing.size() == axes ? MILLIMETRES : 0));
    placement.ifPresent(place -> NiftiPlacement.write(place, header));
    header.put(344, "n+1".getBytes(StandardCharsets.US_ASCII));
    return header.array();
  }

  private static short code(DType type) {
    return switch (type) {
      case UINT8 -> 2;
      case INT16 -> 4;
      case INT32 -> 8;
      case FLOAT16, FLOAT32 -> 16;
      case FLOAT64 -> 64;
      case INT8 -> 256;
      case UINT16 -> 512;
      case UINT32 -> 768;
      case INT64 -> 1024;
    };
  }
}
