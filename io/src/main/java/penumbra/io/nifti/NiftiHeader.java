package penumbra.io.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.PatientPosition;
import penumbra.io.format.FileSignatures;
import penumbra.io.format.Inputs;
import penumbra.io.format.UnreadableFileException;

/// The fields of a NIfTI-1 header that describe its values and their layout.
///
/// @param order of the bytes
/// @param type of the stored values
/// @param shape in C order, the last axis first in the file: (z, y, x)
/// @param spacing in millimetres for each axis of `shape`; empty where it is not known
/// @param placement in the patient; empty where it is not known, or there are more than three axes
/// @param offset of the first value
/// @param slope by which stored values are multiplied
/// @param intercept which is added then
record NiftiHeader(
    ByteOrder order,
    DType type,
    List<Integer> shape,
    List<Double> spacing,
    Optional<PatientPosition> placement,
    long offset,
    double slope,
    double intercept) {
  static final int BYTES = 348;
  static final int FIRST_VALUE = 352;

  private static final int MAGIC = 344;
  private static final int MOST_AXES = 7;

  NiftiHeader {
    shape = List.copyOf(shape);
    spacing = List.copyOf(spacing);
  }

  /// Whether these are the first bytes of a NIfTI-1 file or of the header of a pair.
  static boolean recognises(byte[] head) {
    return FileSignatures.starts(head, MAGIC, "n+1\0") || isOfPair(head);
  }

  static boolean isOfPair(byte[] head) {
    return FileSignatures.starts(head, MAGIC, "ni1\0");
  }

  static NiftiHeader parse(Path file, byte[] bytes) throws UnreadableFileException {
    if (isOfPair(bytes)) {
      throw UnreadableFileException.of(
          file,
          "must hold header and values in one file",
          "is the header of a pair (.hdr and .img)",
          "join them to one .nii, for example with nibabel");
    }
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (header.getInt(0) != BYTES) {
      header.order(ByteOrder.BIG_ENDIAN);
    }
    if (header.getInt(0) != BYTES) {
      throw refused(file, "must begin with the size of its header, 348", header.getInt(0));
    }
    int axes = header.getShort(40);
    if (axes < 1 || axes > MOST_AXES) {
      throw refused(file, "must have 1 to 7 axes", axes);
    }
    List<Integer> shape = new ArrayList<>();
    List<Double> spacing = new ArrayList<>();
    for (int axis = axes; axis >= 1; axis--) {
      int length = header.getShort(40 + 2 * axis);
      if (length < 1) {
        throw refused(file, "must have axes of at least 1 value", "axis " + axis + " of " + length);
      }
      // Axes of 1 above the third, or the second, say nothing.
      if (length > 1 || axis <= 2 || !shape.isEmpty()) {
        shape.add(length);
        spacing.add(millimetres(header, axis));
      }
    }
    boolean known =
        spacing.stream().allMatch(s -> s > 0 && Double.isFinite(s)) && shape.size() <= 3;
    float offset = header.getFloat(108);
    if (!(offset >= FIRST_VALUE && offset < Integer.MAX_VALUE && offset == Math.rint(offset))) {
      throw refused(file, "must have its first value at a whole byte from 352 on", offset);
    }
    return new NiftiHeader(
        header.order(),
        type(file, header.getShort(70), header.getShort(72)),
        shape,
        known ? spacing : List.of(),
        known && shape.size() >= 2 ? NiftiPlacement.read(header, unit(header)) : Optional.empty(),
        (long) offset,
        header.getFloat(112),
        header.getFloat(116));
  }

  /// The lower three bits of xyzt_units: 1 metres, 2 millimetres, 3 micrometres, 0 not said, which
  /// everybody takes as millimetres.
  private static double millimetres(ByteBuffer header, int axis) {
    return Math.abs(header.getFloat(76 + 4 * axis)) * unit(header);
  }

  private static double unit(ByteBuffer header) {
    return switch (header.get(123) & 7) {
      case 0, 2 -> 1;
      case 1 -> 1000;
      case 3 -> 0.001;
      default -> 0;
    };
  }

  private static DType type(Path file, int code, int bits) throws UnreadableFileException {
    DType type =
        switch (code) {
          case 2 -> DType.UINT8;
          case 4 -> DType.INT16;
          case 8 -> DType.INT32;
          case 16 -> DType.FLOAT32;
          case 64 -> DType.FLOAT64;
          case 256 -> DType.INT8;
          case 512 -> DType.UINT16;
          case 768 -> DType.UINT32;
          case 1024 -> DType.INT64;
          default ->
              throw refused(
                  file,
                  "must hold (u)int8, (u)int16, (u)int32, int64, float32 or float64 values",
                  "NIfTI datatype " + code);
        };
    if (bits != 8 * type.bytes()) {
      throw refused(file, "must have as many bits a value as its type", bits);
    }
    return type;
  }

  /// Whether stored values are to be scaled. A slope of 0, or none at all, says no.
  boolean isScaled() {
    return slope != 0
        && Double.isFinite(slope)
        && Double.isFinite(intercept)
        && !(slope == 1 && intercept == 0);
  }

  private static UnreadableFileException refused(Path file, String rule, Object found) {
    return UnreadableFileException.of(file, rule, "has " + found, Inputs.COPY_AGAIN);
  }
}
