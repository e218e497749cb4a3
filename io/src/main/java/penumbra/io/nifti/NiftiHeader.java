package penumbra.io.nifti;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.core.DType;
import penumbra.core.PatientPosition;
import penumbra.io.format.Inputs;
import penumbra.io.format.UnreadableFileException;

/// What the header of NIfTI-1 or NIfTI-2 says of its values and their layout.
///
/// @param version 1 or 2
/// @param bytes how long the header is
/// @param order of the bytes
/// @param type of the stored values
/// @param shape in C order, the last axis first in the file: (z, y, x)
/// @param spacing in millimetres for each axis of `shape`; empty where it is not known
/// @param placement in the patient; empty where it is not known, or there are more than three axes
/// @param offset of the first value
/// @param slope by which stored values are multiplied
/// @param intercept which is added then
record NiftiHeader(
    int version,
    int bytes,
    ByteOrder order,
    DType type,
    List<Integer> shape,
    List<Double> spacing,
    Optional<PatientPosition> placement,
    long offset,
    double slope,
    double intercept) {
  /// Where the values of NIfTI-1 begin.
  static final int FIRST_VALUE = 352;

  private static final int MOST_AXES = 7;

  NiftiHeader {
    shape = List.copyOf(shape);
    spacing = List.copyOf(spacing);
  }

  /// The header in `head`, the first bytes of a file that was recognised.
  static NiftiHeader parse(Path file, byte[] head) throws UnreadableFileException {
    if (NiftiFields.isOfPair(head)) {
      throw UnreadableFileException.of(
          file,
          "must hold header and values in one file",
          "is the header of a pair (.hdr and .img)",
          "join them to one .nii, for example with nibabel");
    }
    NiftiFields fields = NiftiFields.of(head);
    int bytes = fields.bytes();
    if (fields.statedBytes() != bytes) {
      throw refused(file, "must begin with the size of its header, " + bytes, fields.statedBytes());
    }
    if (fields.second() && !NiftiFields.hasLineEnds(head)) {
      throw UnreadableFileException.of(
          file,
          "must have the mark of NIfTI-2 whole",
          "has other line ends in it, as after a transfer as text",
          Inputs.COPY_AGAIN);
    }
    if (head.length < bytes) {
      throw UnreadableFileException.of(
          file, "must be whole", "ends inside its header", Inputs.COPY_AGAIN);
    }
    long axes = fields.dimension(0);
    if (axes < 1 || axes > MOST_AXES) {
      throw refused(file, "must have 1 to 7 axes", axes);
    }
    double unit = unit(fields);
    List<Integer> shape = new ArrayList<>();
    List<Double> spacing = new ArrayList<>();
    for (int axis = (int) axes; axis >= 1; axis--) {
      long length = fields.dimension(axis);
      if (length < 1 || length > Integer.MAX_VALUE) {
        String rule =
            length < 1 ? "must have axes of at least 1 value" : "must have axes below 2^31";
        throw refused(file, rule, "axis " + axis + " of " + length);
      }
      // Axes of 1 above the third, or the second, say nothing.
      if (length > 1 || axis <= 2 || !shape.isEmpty()) {
        shape.add((int) length);
        spacing.add(Math.abs(fields.step(axis)) * unit);
      }
    }
    boolean known =
        spacing.stream().allMatch(s -> s > 0 && Double.isFinite(s)) && shape.size() <= 3;
    double offset = fields.offset();
    int first = bytes + 4;
    if (!(offset >= first && offset < Integer.MAX_VALUE && offset == Math.rint(offset))) {
      Object found = fields.second() ? (Object) (long) offset : (Object) (float) offset;
      throw refused(file, "must have its first value at a whole byte from " + first + " on", found);
    }
    return new NiftiHeader(
        fields.second() ? 2 : 1,
        bytes,
        fields.header().order(),
        type(file, fields.type(), fields.bits()),
        shape,
        known ? spacing : List.of(),
        known && shape.size() >= 2 ? NiftiPlacement.read(fields, unit) : Optional.empty(),
        (long) offset,
        fields.slope(),
        fields.intercept());
  }

  /// The lower three bits of xyzt_units: 1 metres, 2 millimetres, 3 micrometres, 0 not said, which
  /// everybody takes as millimetres.
  private static double unit(NiftiFields fields) {
    return switch (fields.units() & 7) {
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
